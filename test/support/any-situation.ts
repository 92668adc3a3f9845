import fc from 'fast-check';
import { Cloud, day, dayText, factShapes, Flow, mayBeNull, parseSituation, rulebook } from '../../src/policy/index.ts';
import type { FactPath, FactShape, Situation } from '../../src/policy/index.ts';

const roles = ['directory_readers', 'global_administrator', 'service_support_administrator', 'custom:Own'];

const bounds = [-1, 0, 1, 2, 3, 4, 7, 8, 25, 26, 30, 31, 90, 91, 730, 731];

/** Facts whose interesting values their type does not tell. */
const special: Partial<Record<FactPath, fc.Arbitrary<unknown>>> = {
  'api.errorCode': fc.constantFrom(900130, 900131, 900145, 1),
  'msg.linkHost': fc.constantFrom('admin.microsoft.com', 'portal.office.com', 'evil.example'),
};

/** Values on both sides of everything that a rule compares with. */
const values: { [K in FactShape['kind']]: (shape: Extract<FactShape, { kind: K }>) => fc.Arbitrary<unknown> } = {
  flag: () => fc.boolean(),
  choice: ({ options }) => fc.constantFrom(...options),
  choices: ({ options }) => fc.subarray([...options]),
  number: ({ least }) => fc.constantFrom(...bounds.filter((one) => one >= (least ?? -1))),
  numbers: () => fc.subarray([1, 2, 3, 9]),
  names: () => fc.subarray(roles),
  duration: () => fc.constantFrom('PT0S', 'P0D', 'P180D', 'P90D'),
  day: () => fc.constantFrom('2017-01-01', '2023-10-09', '2029-12-31'),
  flags: ({ names }) => fc.record(Object.fromEntries(names.map((name) => [name, fc.boolean()]))),
  country: () => fc.constantFrom('BR', 'US'),
  text: () => fc.constantFrom('', ' ', 'x', 'x'.repeat(50), 'x'.repeat(51)),
};

const answerTo = (flow: Flow, path: FactPath): fc.Arbitrary<unknown> => {
  const shape = factShapes.get(path);
  if (shape === undefined) throw new Error(`No fact ${path}`);
  const any = special[path] ?? (values[shape.kind] as (shape: FactShape) => fc.Arbitrary<unknown>)(shape);
  return mayBeNull(flow, path) ? fc.option(any, { freq: 6 }) : any;
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
const anyInput = fc
  .tuple(fc.constantFrom(...Flow.options), fc.constantFrom(...Cloud.options), anyDay)
  .chain(([flow, cloud, asOf]) =>
    fc
      .tuple(...rulebook.needs[flow].map((path) => answerTo(flow, path).map((answer) => [path, answer] as const)))
      .map((answers) => ({ flow, cloud, asOf, facts: nested(answers) })),
  );

export const anySituation: fc.Arbitrary<Situation> = anyInput.map(parseSituation);
