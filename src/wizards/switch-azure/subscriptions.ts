import { PAGE, readAs, says, severalIn } from '../filled.ts';
import type { Problems, Read } from '../filled.ts';
import type { ItemSaid } from '../items.ts';
import { filledOn } from '../walk.ts';
import type { Filling, KnownItem } from './filling.ts';
import { asItIs, asKind, isUnclear, kindsFrom } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { read as readOrigin } from './origin.ts';

export const inputs = ['chosen', 'typed', 'what'] as const;

export const MOST_TYPED = 20;
const MOST = 100;
const LONGEST = 200;

const movable = (facts: KnownItem['facts']): boolean => (facts['item.status'] ?? 'active') === 'active';

const originOf = (filling: Filling): string | null => {
  const origin = readOrigin(filling);
  return 'problems' in origin ? null : origin.answer.boughtFrom;
};

const fromThere = (filling: Filling): readonly KnownItem[] => {
  const origin = originOf(filling);
  return filling.known.filter(({ facts }) => [origin, null].includes((facts['item.boughtFrom'] as string | null) ?? null));
};

/** Of what is known: what was bought there, or of which nobody knows where. */
export const choosable = (filling: Filling): readonly KnownItem[] => fromThere(filling).filter(({ facts }) => movable(facts));

/** What is suspended or has ended is left out: it cannot move as it is. */
export const leftOut = (filling: Filling): readonly KnownItem[] => fromThere(filling).filter(({ facts }) => !movable(facts));

/** By its number in what is known: an id that others gave may have commas in it. */
export const keyOf = (filling: Filling, item: KnownItem): string => String(filling.known.indexOf(item));

/** As the page is shown at first: all that is known to be from there; licences, which go another way, only where there is no Azure. */
const chosenAtFirst = (filling: Filling): readonly KnownItem[] => {
  const known = choosable(filling).filter(({ facts }) => (facts['item.boughtFrom'] ?? null) !== null);
  const usage = known.filter(({ facts }) => facts['item.kind'] === 'usage');
  return usage.length > 0 ? usage : known;
};

export const chosenOn = (filling: Filling): readonly KnownItem[] => {
  const { chosen } = filledOn(filling, 'subscriptions');
  if (chosen === undefined) return chosenAtFirst(filling);
  const keys = severalIn(chosen);
  return choosable(filling).filter((item) => keys.includes(keyOf(filling, item)));
};

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One on each line: a name, and an id behind a semicolon where it is known. */
const namedIn = (typed: string): readonly Named[] =>
  typed.split('\n').flatMap((line) => {
    const [name = '', id = ''] = line.split(/[;；]/).map((part) => part.trim());
    const either = name || id;
    return either === '' ? [] : [{ name: either, id: id || either }];
  });

const problemWith = (typed: readonly Named[]): Problems => {
  if (typed.length > MOST_TYPED) return { typed: says('wizard.problem.tooMany', { most: MOST_TYPED }) };
  return typed.some(({ name, id }) => name.length > LONGEST || id.length > LONGEST)
    ? { typed: says('wizard.problem.tooLong', { most: LONGEST }) }
    : {};
};

const distinct = (items: readonly ItemSaid[]): ItemSaid[] =>
  items.filter(({ id }, at) => items.findIndex((one) => one.id === id) === at);

const clear = (item: ItemSaid, boughtFrom: string, what: Kind | undefined): ItemSaid | null => {
  const from = { ...item.facts, 'item.boughtFrom': boughtFrom };
  if (!isUnclear(from, boughtFrom)) return { ...item, facts: { ...asItIs(from) } };
  const facts = what && asKind(from, what);
  return facts ? { ...item, facts: { ...facts } } : null;
};

/** What is to move, each with what is known of it or was said of all. */
export const read = (filling: Filling): Read<readonly ItemSaid[]> => {
  const boughtFrom = originOf(filling);
  const { typed = '', what = '' } = filledOn(filling, 'subscriptions');
  const lines = namedIn(typed);
  const wanted = distinct([
    ...chosenOn(filling).map(({ id, name, facts }) => ({ id, name, facts })),
    ...lines.map((one) => ({ ...one, facts: {} })),
  ]);
  if (boughtFrom === null || wanted.length === 0) return { problems: { [PAGE]: says('wizard.problem.subscriptions') } };
  const kind = kindsFrom(boughtFrom).find((one) => one === what);
  const said = wanted.map((item) => clear(item, boughtFrom, kind));
  const subjects = said.flatMap((one) => one ?? []);
  const problems: Problems = {
    ...problemWith(lines),
    ...(wanted.length > MOST && { [PAGE]: says('wizard.problem.tooMany', { most: MOST }) }),
    ...(subjects.length < said.length && { what: says(kind === undefined ? 'wizard.problem.what' : 'wizard.problem.otherKind') }),
  };
  return readAs(problems, subjects);
};
