import * as z from 'zod';
import { Person } from './people.ts';
import { dayOf, Instant, later } from './time.ts';

export const itemOwners = ['we', 'customer', 'other-partner'] as const;

/** One thing that somebody has to do by hand, with what shows that it was done. */
export const Item = z.strictObject({
  code: z.string(),
  owner: z.enum(itemOwners),
  dueOn: z.iso.date(),
  done: z.strictObject({ by: Person, at: Instant, evidence: z.string().min(1).max(2000) }).nullable(),
});
export type Item = z.infer<typeof Item>;

/** An item as it stands in a table of this code: who, and within how many days. */
export type Planned = readonly [code: string, owner: Item['owner'], days: number];

export const checklistFrom = (planned: readonly Planned[], at: Instant): Item[] =>
  planned.map(([code, owner, days]) => ({ code, owner, dueOn: dayOf(later(at, { days })), done: null }));

/** What somebody has shown for the very same proposal is not to be shown again. */
export const withTicks = (items: readonly Item[], former: readonly Item[]): Item[] =>
  items.map((item) => ({ ...item, done: former.find(({ code }) => code === item.code)?.done ?? item.done }));

export const isComplete = (items: readonly Item[]): boolean => items.every(({ done }) => done !== null);

export const ticked = (items: readonly Item[], code: string, done: NonNullable<Item['done']>): Item[] =>
  items.map((item) => (item.code === code ? { ...item, done } : item));
