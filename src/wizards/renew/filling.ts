import * as z from 'zod';
import type { Cloud } from '../../policy/index.ts';
import { isSame, nobodyYet, whoShape } from '../customer-page.ts';
import type { Found } from '../customer-page.ts';
import { Running, Stopped } from '../running.ts';
import { nothingTold, tellingShape } from '../telling.ts';
import { atStart, walkOf } from '../walk.ts';

const pages = ['customer', 'nothing', 'which', 'rights', 'told', 'letter', 'review'] as const;

/** How far somebody has come who wants what runs to go on. */
export const Filling = z.strictObject({
  ...walkOf(pages),
  ...whoShape,
  ...tellingShape,
  /** What of theirs could be renewed. */
  running: z.array(Running).max(20),
  of: Running.nullable(),
  stopped: Stopped.nullable(),
});
export type Filling = z.infer<typeof Filling>;

export const begun = (cloud: Cloud | null): Filling => ({
  ...atStart('customer'),
  ...nobodyYet(cloud),
  ...nothingTold,
  running: [],
  of: null,
  stopped: null,
});

/** Somebody else’s rights and facts are none of this customer’s. */
export const taken = (filling: Filling, cloud: Cloud, customer: Found): Filling => ({
  ...filling,
  cloud,
  customer,
  stopped: null,
  ...(!isSame(filling.customer, customer) && {
    ...nothingTold,
    of: null,
    filled: { customer: filling.filled.customer },
  }),
});

/** Another relationship has other rights, and its letter says something else. */
export const chosen = (filling: Filling, of: Running): Filling =>
  filling.of?.id === of.id
    ? { ...filling, of }
    : { ...filling, of, missing: [], filled: { ...filling.filled, rights: {}, told: {}, letter: {} } };
