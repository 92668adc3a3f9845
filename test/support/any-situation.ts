import fc from 'fast-check';
import { Cloud, day, dayText, factShapes, Flow, mayBeNull, parseSituation, rulebook } from '../../src/policy/index.ts';
import type { FactPath, FactShape, Situation } from '../../src/policy/index.ts';

const roles = ['directory_readers', 'global_administrator', 'service_support_administrator', 'custom:Own'];

/** Values on both sides of everything that a rule compares with. */
const valuesOf = (path: FactPath, shape: FactShape): fc.Arbitrary<unknown> => {
  switch (shape.kind) {
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...shape.options);
    case 'choices':
      return fc.subarray([...shape.options]);
    case 'number':
      if (path === 'api.errorCode') return fc.constantFrom(900130, 900131, 900145, 1);
      return fc.constantFrom(
        ...[-1, 0, 1, 2, 3, 4, 7, 8, 25, 26, 30, 31, 90, 91, 730, 731].filter((one) => one >= (shape.least ?? -1)),
      );
    case 'numbers':
      return fc.subarray([1, 2, 3, 9]);
    case 'names':
      return fc.subarray(roles);
    case 'duration':
      return fc.constantFrom('PT0S', 'P0D', 'P180D', 'P90D');
    case 'day':
      return fc.constantFrom('2017-01-01', '2023-10-09', '2029-12-31');
    case 'flags':
      return fc.record(Object.fromEntries(shape.names.map((name) => [name, fc.boolean()])));
    case 'country':
      return fc.constantFrom('BR', 'US');
    case 'text':
      if (path === 'msg.linkHost') return fc.constantFrom('admin.microsoft.com', 'portal.office.com', 'evil.example');
      return fc.constantFrom('', ' ', 'x', 'x'.repeat(50), 'x'.repeat(51));
  }
};

const answerTo = (flow: Flow, path: FactPath): fc.Arbitrary<unknown> => {
  const shape = factShapes.get(path);
  if (shape === undefined) throw new Error(`No fact ${path}`);
  const values = valuesOf(path, shape);
  return mayBeNull(flow, path) ? fc.option(values, { freq: 6 }) : values;
};

/** Every day on which a rule begins or ends, with both its neighbours, and days between. */
const boundaries = rulebook.rules.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]));
const anyDay = fc.tuple(fc.constantFrom(...new Set(boundaries)), fc.integer({ min: -1, max: 1 })).map(([text, days]) => {
  const date = new Date(`${text}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return dayText(day(date.toISOString().slice(0, 10)));
});

const nested = (answers: readonly (readonly [FactPath, unknown])[]) => {
  const facts: Record<string, unknown> = {};
  for (const [path, answer] of answers) {
    const [group = '', leaf] = path.split('.');
    if (leaf === undefined) facts[group] = answer;
    else facts[group] = { ...(facts[group] as object | undefined), [leaf]: answer };
  }
  return facts;
};

/** What the outside might hand in, for every flow, cloud and day, with everything that the flow needs. */
export const anyInput = fc
  .tuple(fc.constantFrom(...Flow.options), fc.constantFrom(...Cloud.options), anyDay)
  .chain(([flow, cloud, asOf]) =>
    fc
      .tuple(...rulebook.needs[flow].map((path) => answerTo(flow, path).map((answer) => [path, answer] as const)))
      .map((answers) => ({ flow, cloud, asOf, facts: nested(answers) })),
  );

export const anySituation: fc.Arbitrary<Situation> = anyInput.map(parseSituation);
