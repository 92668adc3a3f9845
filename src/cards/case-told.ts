import type { Case } from '../cases/case.ts';
import type { Decided } from '../cases/decided.ts';
import type { Speaker } from '../languages/speak.ts';
import { factShapes } from '../policy/index.ts';
import type { FactPath, FactShape } from '../policy/index.ts';
import { day, shown } from './shown.ts';

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

/** A fact with its question and its answer; null where there is nothing to say. */
const factLine = (path: string, value: unknown, speaker: Speaker): string | null => {
  const shape = isPath(path) ? factShapes.get(path) : undefined;
  const answer = shape && inWords(path, shape, value, speaker);
  return answer ? `${speaker.sayKey(`fact.${path}`)} ${answer}` : null;
};

/** What nobody but the asker or the customer has said, question and answer: whoever decides should know what rests on it. */
export const toldLines = (decisions: readonly Decided[], speaker: Speaker): string[] => {
  const said = decisions.flatMap(({ told, facts }) => told.flatMap((path) => factLine(path, valueAt(facts, path), speaker) ?? []));
  const lines = [...new Set(said)];
  const more = lines.length - MOST;
  return more > 0 ? [...lines.slice(0, MOST), speaker.say('case.andMore', { count: more })] : lines;
};

/** What the customer itself has answered, and when: nobody here has checked it. */
export const customerToldLines = ({ customerTold }: Pick<Case, 'customerTold'>, speaker: Speaker): string[] => {
  if (customerTold === undefined) return [];
  const { at, told } = customerTold;
  const { what = '', answers = {}, partner = null, writtenOn = null } = told;
  const { say, date } = speaker;
  return [
    say('case.customerTold.day', { day: day(at) }),
    ...(what === '' ? [] : [shown(what, 200)]),
    ...Object.entries(answers).flatMap(([path, value]) => factLine(path, value, speaker) ?? []),
    ...(partner === null
      ? []
      : [say('case.customerTold.partner', { name: shown(partner.name, 200), place: shown(partner.place) })]),
    ...(writtenOn === null ? [] : [say('case.customerTold.written', { day: date(writtenOn) })]),
  ];
};
