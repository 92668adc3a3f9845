import * as z from 'zod';
import { factShapes, factTypes } from '../policy/index.ts';
import type { FactPath, FactShape, Says } from '../policy/index.ts';
import { readAs, says, severalIn } from './filled.ts';
import type { Filled, Read } from './filled.ts';

/** Stands where else the id of a person does: the customer itself has told it, on the page made for it. */
export const CUSTOMER = 'customer';

/** Who has told before what no service tells, and when. */
export const ToldBefore = z.strictObject({
  facts: z.record(z.string(), z.unknown()),
  by: z.string(),
  on: z.string(),
});
export type ToldBefore = z.infer<typeof ToldBefore>;

/** What a wizard keeps that has to ask people what no service tells. */
export const tellingShape = {
  /** Facts that only people can tell. */
  missing: z.array(z.string()),
  before: ToldBefore.nullable(),
};

export interface Telling {
  readonly missing: readonly string[];
  readonly before: ToldBefore | null;
}

export const nothingTold = { missing: [], before: null };

export type Told = Readonly<Record<string, unknown>>;

export const NONE = 'null';

/** What is most often so: shown as chosen, and sent by whoever asks. What has to be counted or known stays open. */
const usual: Told = {
  'customer.tenantKind': 'end_customer',
  'customer.relatedTo': 'none',
  'req.expects': [],
  'item.boughtFrom': null,
  'gdap.azureGroupNested': null,
};

const isFact = (path: string): path is FactPath => factShapes.has(path as FactPath);

/** What has to be asked of all that no service tells; `settled` follows from other answers, and is asked of nobody. */
export const askedOf = ({ missing }: Telling, settled: Told): readonly FactPath[] =>
  missing.filter(isFact).filter((path) => !Object.hasOwn(settled, path));

const written = (value: unknown): string => {
  if (value === undefined) return '';
  if (value === null) return NONE;
  if (Array.isArray(value)) return value.map(String).join(',');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** What stands in a question before anybody has answered it here. */
export const shownFirst = ({ before }: Telling, path: FactPath): string => {
  const earlier = before?.facts[path];
  return written(earlier === undefined ? usual[path] : earlier);
};

const isChosen = ({ kind }: FactShape): boolean => kind === 'flag' || kind === 'choice' || kind === 'choices';

const flags: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** An empty box says that there is none, where there may be none; what is chosen has to be chosen. */
const valueOf = (text: string, shape: FactShape): unknown => {
  if (text === NONE || (text === '' && shape.nullable && !isChosen(shape))) return null;
  switch (shape.kind) {
    case 'flag':
      return flags.get(text);
    case 'number':
      return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
    case 'choices':
    case 'names':
      return severalIn(text);
    default:
      return text === '' ? undefined : text;
  }
};

/** A fact as it was typed; undefined where it is none. */
export const factIn = (path: FactPath, text: string): unknown => {
  const shape = factShapes.get(path);
  if (shape === undefined) return undefined;
  const parsed = factTypes.get(path)?.safeParse(valueOf(text.trim(), shape));
  return parsed?.success === true ? parsed.data : undefined;
};

/** What is said to an answer that is none. */
export const noAnswer = (path: FactPath): Says =>
  factShapes.get(path)?.kind === 'number' ? says('wizard.problem.number') : says('wizard.problem.answer');

export const read = ({ missing }: Telling, filled: Filled, settled: Told): Read<Told> => {
  const known = new Map(Object.entries(settled));
  const answerTo = (path: FactPath): unknown => (known.has(path) ? known.get(path) : factIn(path, filled[path] ?? ''));
  const told = new Map(missing.filter(isFact).map((path) => [path, answerTo(path)]));
  const open = [...told].filter(([, value]) => value === undefined);
  return readAs(Object.fromEntries(open.map(([path]) => [path, noAnswer(path)])), Object.fromEntries(told));
};
