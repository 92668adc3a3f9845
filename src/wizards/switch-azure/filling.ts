import * as z from 'zod';
import { Procedure } from '../../cases/azure-switch/case.ts';
import type { Cloud } from '../../policy/index.ts';
import { ByCustomer } from '../by-customer.ts';
import { isSame, nobodyYet, whoShape } from '../customer-page.ts';
import type { Found } from '../customer-page.ts';
import { ItemSaid } from '../items.ts';
import { Ourselves } from '../request-admin/filling.ts';
import { nothingTold, tellingShape } from '../telling.ts';
import { atStart, walkOf } from '../walk.ts';

/** Each procedure has a page of its own, under its own name. */
const pages = [
  'customer',
  'origin',
  'subscriptions',
  'moves',
  'procedure',
  ...Procedure.options,
  'told',
  'before',
  'letter',
  'review',
] as const;
export type Page = (typeof pages)[number];

/** What the customer has, as far as it was read at services or told by people. */
const KnownItem = ItemSaid.extend({
  /** Who has told it, and when; or the service that shows it. */
  told: z.strictObject({ by: z.string(), on: z.string() }).nullable(),
});
export type KnownItem = z.infer<typeof KnownItem>;

/** The partner from whom it comes, as far as they could be found. */
const OtherPartner = z.strictObject({
  name: z.string(),
  tenant: z.string().nullable(),
  domain: z.string().nullable(),
  isUs: z.boolean(),
});
export type OtherPartner = z.infer<typeof OtherPartner>;

/** How far somebody has come: what they have filled in, and what was looked up for them. */
export const Filling = z.strictObject({
  ...walkOf(pages),
  ...whoShape,
  ...tellingShape,
  ourselves: Ourselves.nullable(),
  known: z.array(KnownItem),
  /** The service that could not tell what the customer has. */
  unread: z.string().nullable(),
  partner: OtherPartner.nullable(),
  byCustomer: ByCustomer.nullable(),
  /** Which procedures the policy leaves for what is to move. */
  ways: z.array(Procedure),
});
export type Filling = z.infer<typeof Filling>;

export const begun = (cloud: Cloud | null): Filling => ({
  ...atStart('customer'),
  ...nobodyYet(cloud),
  ...nothingTold,
  ourselves: null,
  known: [],
  unread: null,
  partner: null,
  byCustomer: null,
  ways: [],
});

/** What somebody else has, and is to be asked, is none of this customer’s. */
export const taken = (filling: Filling, customer: Found): Filling =>
  isSame(filling.customer, customer)
    ? { ...filling, customer }
    : { ...begun(filling.cloud), ...walked(filling), customer, filled: { customer: filling.filled.customer ?? {} } };

const walked = ({ page, path, turns, cloud, searched, found }: Filling) => ({ page, path, turns, cloud, searched, found });
