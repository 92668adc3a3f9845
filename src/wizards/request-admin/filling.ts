import * as z from 'zod';
import { Fellow } from '../../cases/admin-relationship/case.ts';
import type { Cloud } from '../../policy/index.ts';
import { isSame, nobodyYet, whoShape } from '../customer-page.ts';
import type { Found } from '../customer-page.ts';
import { nothingTold, tellingShape } from '../telling.ts';
import { atStart, walkOf } from '../walk.ts';

const pages = ['customer', 'relationship', 'roles', 'told', 'letter', 'review'] as const;
export type Page = (typeof pages)[number];

/** What kind of partner we are in this cloud, and who our fellow partners are there. */
export const Ourselves = z.strictObject({
  type: z.enum(['direct_bill', 'indirect_provider', 'indirect_reseller']).nullable(),
  fellows: z.array(Fellow).max(50),
});
export type Ourselves = z.infer<typeof Ourselves>;

/** How far somebody has come: what they have filled in, and what was looked up for them. */
export const Filling = z.strictObject({
  ...walkOf(pages),
  ...whoShape,
  ...tellingShape,
  ourselves: Ourselves.nullable(),
});
export type Filling = z.infer<typeof Filling>;

export const begun = (cloud: Cloud | null): Filling => ({
  ...atStart('customer'),
  ...nobodyYet(cloud),
  ...nothingTold,
  ourselves: null,
});

/** Somebody else’s facts and address are none of this customer’s. */
export const taken = (filling: Filling, customer: Found): Filling =>
  isSame(filling.customer, customer)
    ? { ...filling, customer }
    : { ...filling, customer, missing: [], before: null, filled: { ...filling.filled, told: {}, letter: {} } };
