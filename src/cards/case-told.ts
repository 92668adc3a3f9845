import type { Decided } from '../cases/decided.ts';
import type { Speaker } from '../languages/speak.ts';
import { factShapes } from '../policy/index.ts';
import type { FactPath, FactShape } from '../policy/index.ts';
import { shown } from './shown.ts';

const valueAt = (facts: Decided['facts'], path: string): unknown => {
  const [group = '', leaf] = path.split('.');
  const found = facts[group];
  if (leaf === undefined) return found;
  return typeof found === 'object' && found !== null && Object.hasOwn(found, leaf) ? Reflect.get(found, leaf) : undefined;
};

const optionInWords = (path: string, value: unknown, options: readonly string[], { sayKey }: Speaker): string =>
  typeof value === 'string' && options.includes(value) ? sayKey(`value.${path}.${value}`) : shown(String(value), 100);

/** A fact's value in words; null where there is nothing to say. */
const inWords = (path: string, shape: FactShape, value: unknown, speaker: Speaker): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return speaker.say(value ? 'value.true' : 'value.false');
  const options = 'options' in shape ? shape.options : [];
  if (Array.isArray(value)) {
    return value.length === 0 ? null : speaker.list(value.map((one) => optionInWords(path, one, options, speaker)));
  }
  return typeof value === 'object' ? null : optionInWords(path, value, options, speaker);
};

/** Of a hundred subscriptions as much could be told as no card holds. */
const MOST = 20;

const isPath = (path: string): path is FactPath => (factShapes as ReadonlyMap<string, FactShape>).has(path);

/** What another partner asks for was read at Microsoft: only the rest was told. */
export const heardOf = (decisions: readonly Decided[], told: Readonly<Record<string, unknown>>): Decided[] =>
  decisions.map((decided) => ({ ...decided, told: decided.told.filter((path) => Object.hasOwn(told, path)) }));

/** What nobody but the asker or the customer has said, question and answer: whoever decides should know what rests on it. */
export const toldLines = (decisions: readonly Decided[], speaker: Speaker): string[] => {
  const said = decisions.flatMap(({ told, facts }) =>
    told.flatMap((path) => {
      const shape = isPath(path) ? factShapes.get(path) : undefined;
      const answer = shape && inWords(path, shape, valueAt(facts, path), speaker);
      return answer ? [`${speaker.sayKey(`fact.${path}`)} ${answer}`] : [];
    }),
  );
  const lines = [...new Set(said)];
  const more = lines.length - MOST;
  return more > 0 ? [...lines.slice(0, MOST), speaker.say('case.andMore', { count: more })] : lines;
};
