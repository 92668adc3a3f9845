import * as z from 'zod';
import { factsBy } from '../../cases/asking/states.ts';
import type { Cloud } from '../../policy/index.ts';
import { ByCustomer } from '../by-customer.ts';
import { isSame, nobodyYet, whoShape } from '../customer-page.ts';
import type { Found } from '../customer-page.ts';
import { ToldItem } from '../items.ts';
import { nothingTold, tellingShape } from '../telling.ts';
import { atStart, walkOf } from '../walk.ts';
import { kinds } from './things.ts';

const pages = ['customer', 'subscriptions', ...kinds, 'told', 'verdict'] as const;
export type Page = (typeof pages)[number];

export const MOST_ITEMS = 100;

/** Something that a service shows. */
export const Held = z.strictObject({
  id: z.string(),
  name: z.string(),
  facts: factsBy(/^item\./),
  soldBy: z.enum(['us', 'others']).nullable(),
});
export type Held = z.infer<typeof Held>;

/** How far somebody has come: what they have filled in, and what was looked up for them. */
export const Filling = z.strictObject({
  ...walkOf(pages),
  ...whoShape,
  ...tellingShape,
  held: z.array(Held).max(MOST_ITEMS),
  /** Nobody else can have sold anything that we do not see. */
  isWhole: z.boolean(),
  /** What people have said before that the customer has. */
  said: z.array(ToldItem).max(MOST_ITEMS),
  byCustomer: ByCustomer.nullable(),
});
export type Filling = z.infer<typeof Filling>;

export const begun = (cloud: Cloud | null): Filling => ({
  ...atStart('customer'),
  ...nobodyYet(cloud),
  ...nothingTold,
  held: [],
  isWhole: false,
  said: [],
  byCustomer: null,
});

/** What somebody else has bought is none of this customer’s. */
export const taken = (filling: Filling, customer: Found): Filling =>
  isSame(filling.customer, customer)
    ? { ...filling, customer }
    : { ...filling, customer, missing: [], filled: { customer: filling.filled.customer ?? {} } };
