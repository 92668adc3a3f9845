import * as z from 'zod';
import { Fellow } from '../../cases/admin-relationship/case.ts';
import { Cloud } from '../../policy/index.ts';
import { Filled } from '../filled.ts';

export const Page = z.enum(['customer', 'relationship', 'roles', 'told', 'letter', 'review']);
export type Page = z.infer<typeof Page>;

/** A company as it was found. */
export const Found = z.strictObject({
  name: z.string(),
  tenant: z.string().nullable(),
  domain: z.string().nullable(),
  country: z.string().nullable(),
  isOurs: z.boolean(),
});
export type Found = z.infer<typeof Found>;

/** What kind of partner we are in this cloud, and who our fellow partners are there. */
const Ourselves = z.strictObject({
  type: z.enum(['direct_bill', 'indirect_provider', 'indirect_reseller']).nullable(),
  fellows: z.array(Fellow).max(50),
});
export type Ourselves = z.infer<typeof Ourselves>;

/** Who has told before what no service tells, and when. */
export const ToldBefore = z.strictObject({
  facts: z.record(z.string(), z.unknown()),
  by: z.string(),
  on: z.string(),
});
export type ToldBefore = z.infer<typeof ToldBefore>;

/** How far somebody has come: what they have filled in, and what was looked up for them. */
export const Filling = z.strictObject({
  page: Page,
  /** The pages that were answered on the way here. */
  path: z.array(Page),
  /** Grows with every turn of a page: a card of before shows an older one. */
  turns: z.int(),
  filled: z.partialRecord(Page, Filled),
  /** What somebody was warned about, by page: with the same words they may go on. */
  warned: z.partialRecord(Page, z.string()),
  cloud: Cloud.nullable(),
  searched: z.string().nullable(),
  found: z.array(Found).max(15),
  customer: Found.nullable(),
  ourselves: Ourselves.nullable(),
  /** Facts that only people can tell. */
  missing: z.array(z.string()),
  before: ToldBefore.nullable(),
});
export type Filling = z.infer<typeof Filling>;

export const begun = (cloud: Cloud | null): Filling => ({
  page: 'customer',
  path: [],
  turns: 0,
  filled: {},
  warned: {},
  cloud,
  searched: null,
  found: [],
  customer: null,
  ourselves: null,
  missing: [],
  before: null,
});

export const filledOn = ({ filled }: Filling, page: Page): Filled => filled[page] ?? {};

export const turnedTo = (filling: Filling, page: Page): Filling => ({
  ...filling,
  page,
  path: [...filling.path, filling.page],
  turns: filling.turns + 1,
});

/** Back along the path that was taken; what was filled in stays. */
export const turnedBack = (filling: Filling): Filling => {
  const page = filling.path.at(-1);
  return page === undefined ? filling : { ...filling, page, path: filling.path.slice(0, -1), turns: filling.turns + 1 };
};

/** Somebody else’s facts and address are none of this customer’s. */
export const taken = (filling: Filling, customer: Found): Filling => {
  const before = filling.customer;
  const isSame = before !== null && before.tenant === customer.tenant && before.domain === customer.domain;
  return isSame
    ? { ...filling, customer }
    : { ...filling, customer, missing: [], before: null, filled: { ...filling.filled, told: {}, letter: {} } };
};
