import type { FactPath } from '../../policy/index.ts';
import { readAs, says, severalIn } from '../filled.ts';
import type { Read } from '../filled.ts';
import type { ToldItem } from '../items.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import { idOf, isKind, thingNames, things } from './things.ts';
import type { Kind } from './things.ts';

export const inputs = ['drop', 'anew', 'more'] as const;

export type ItemFacts = Readonly<Partial<Record<FactPath, unknown>>>;

/** One thing that the customer has, and what is known of it. */
export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** What was read, and what was told before and still stands. */
  readonly facts: ItemFacts;
  /** What was told before; shown where it is asked for again. */
  readonly said: ToldItem | null;
}

const DAY_MS = 86_400_000;

/** How long ago something was grows by itself. */
const aged = ({ facts, on }: ToldItem, today: string): ItemFacts => {
  const days = facts['item.daysSinceTermStart'];
  const since = Math.max(0, Math.round((Date.parse(today) - Date.parse(on)) / DAY_MS));
  return typeof days === 'number' ? { ...facts, 'item.daysSinceTermStart': days + since } : facts;
};

/** What is no longer so. */
export const dropped = (filling: Filling): readonly string[] => severalIn(filledOn(filling, 'subscriptions').drop);

/** All that was told before is asked for again. */
export const isAnew = (filling: Filling): boolean => filledOn(filling, 'subscriptions').anew === 'true';

interface Here {
  readonly today: string;
  readonly filling: Filling;
  readonly said: readonly ToldItem[];
  readonly more: readonly string[];
}

/** What was told of something stands, unless it is named again. */
const standing = ({ today, filling, more }: Here, said: ToldItem | null): ItemFacts =>
  said === null || isAnew(filling) || more.includes(said.id) ? {} : aged(said, today);

const heldOnes = (here: Here): Omit<Subscription, 'kind'>[] =>
  here.filling.held.map(({ id, name, facts }) => {
    const said = here.said.find((one) => one.id === id) ?? null;
    return { id, name, facts: { ...standing(here, said), ...facts }, said };
  });

/** What people have named, of which only the kind is certain. */
const named = (here: Here): Omit<Subscription, 'kind'>[] => {
  const isHeld = (id: string): boolean => here.filling.held.some((one) => one.id === id);
  const before = here.said.filter(({ id }) => !isHeld(id));
  const added = thingNames.filter((thing) => here.more.includes(idOf(thing)) && !before.some(({ id }) => id === idOf(thing)));
  return [
    ...before.map((said) => {
      const { id, name, facts } = said;
      const certain = { 'item.kind': facts['item.kind'], 'item.product': facts['item.product'] };
      return { id, name, facts: { ...certain, ...standing(here, said) }, said };
    }),
    ...added.map((thing) => {
      const { kind, product, name } = things[thing];
      return { id: idOf(thing), name, facts: { 'item.kind': kind, 'item.product': product }, said: null };
    }),
  ];
};

/** All that is looked at in this check. What is not even known to be of some kind cannot be. */
export const subscriptionsOf = (filling: Filling, today: string): readonly Subscription[] => {
  const gone = dropped(filling);
  const here = {
    today,
    filling,
    said: filling.said.filter(({ id }) => !gone.includes(id)),
    more: severalIn(filledOn(filling, 'subscriptions').more),
  };
  return [...heldOnes(here), ...named(here)].flatMap((one) => {
    const kind = one.facts['item.kind'];
    return isKind(kind) ? [{ ...one, kind }] : [];
  });
};

export const read = (filling: Filling, today: string): Read<readonly Subscription[]> => {
  const all = subscriptionsOf(filling, today);
  return readAs(all.length === 0 ? { more: says('check.problem.nothing') } : {}, all);
};
