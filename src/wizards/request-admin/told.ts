import { factShapes, factTypes } from '../../policy/index.ts';
import type { FactPath, FactShape } from '../../policy/index.ts';
import { readAs, says, severalIn } from '../filled.ts';
import type { Read } from '../filled.ts';
import { filledOn } from './filling.ts';
import type { Filling } from './filling.ts';
import { isForAzure } from './roles.ts';

type Told = Readonly<Record<string, unknown>>;

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

/** What follows from other answers is nobody asked again: without Azure no group has to be nested, and whoever sells directly has nobody beside them. */
const settled = (filling: Filling): Told => ({
  ...(!isForAzure(filledOn(filling, 'roles')) && { 'gdap.azureGroupNested': null }),
  ...(filling.ourselves?.type === 'direct_bill' && { providerResellerSameRegion: null }),
});

/** What has to be asked of all that no service tells. */
export const askedOf = (filling: Filling): readonly FactPath[] => {
  const known = settled(filling);
  return filling.missing.filter(isFact).filter((path) => !Object.hasOwn(known, path));
};

const written = (value: unknown): string => {
  if (value === undefined) return '';
  if (value === null) return NONE;
  if (Array.isArray(value)) return value.map(String).join(',');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** What stands in a question before anybody has answered it here. */
export const shownFirst = ({ before }: Filling, path: FactPath): string => {
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
const factIn = (path: FactPath, text: string): unknown => {
  const shape = factShapes.get(path);
  if (shape === undefined) return undefined;
  const parsed = factTypes.get(path)?.safeParse(valueOf(text.trim(), shape));
  return parsed?.success === true ? parsed.data : undefined;
};

export const read = (filling: Filling): Read<Told> => {
  const filled = filledOn(filling, 'told');
  const known = new Map(Object.entries(settled(filling)));
  const answerTo = (path: FactPath): unknown => (known.has(path) ? known.get(path) : factIn(path, filled[path] ?? ''));
  const told = new Map(filling.missing.filter(isFact).map((path) => [path, answerTo(path)]));
  const open = [...told].filter(([, value]) => value === undefined);
  return readAs(
    Object.fromEntries(
      open.map(([path]) => [
        path,
        factShapes.get(path)?.kind === 'number' ? says('wizard.problem.number') : says('wizard.problem.answer'),
      ]),
    ),
    Object.fromEntries(told),
  );
};
