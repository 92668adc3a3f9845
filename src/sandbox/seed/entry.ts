import * as z from 'zod';
import { Cloud } from '../../policy/index.ts';

/** Partners are called by the first word of their domain. */
const PartnerName = z.string().min(1);

const Direct = z.enum(['direct', 'ea', 'mca-e', 'open', 'advisor', 'web', 'syndication', 'third-party']);

const State = z.enum(['active', 'suspended', 'grace', 'ended', 'cancelled']);

const Licence = z.strictObject({
  id: z.guid().optional(),
  offer: z.string(),
  from: z.union([Direct, PartnerName]),
  seats: z.int().min(1),
  state: State.default('active'),
  legacy: z.boolean().default(false),
  autoRenew: z.boolean().default(true),
  endsInDays: z.int().optional(),
  partnerOnRecord: z.string().optional(),
});
export type Licence = z.output<typeof Licence>;

const Azure = z.strictObject({
  id: z.guid().optional(),
  name: z.string(),
  status: z.enum(['active', 'inactive']).default('active'),
  from: z.union([Direct, PartnerName]),
  legacy: z.boolean().default(false),
  planId: z.guid().optional(),
  reservations: z.array(z.tuple([z.enum(['monthly', 'upfront']), z.string().length(3)])).default([]),
  /** Whose groups have access besides the seller's. */
  heldBy: z.array(PartnerName).default([]),
});
export type Azure = z.output<typeof Azure>;

const AdminRights = z.strictObject({
  id: z.string().optional(),
  to: PartnerName,
  name: z.string().max(50),
  status: z.enum(['approvalPending', 'active']),
  endsInDays: z.int().default(500),
  extends: z.boolean().default(false),
  /** As they are called in this world. */
  roles: z.array(z.string()).min(1),
});
export type AdminRights = z.output<typeof AdminRights>;

const Tie = z.strictObject({ to: PartnerName, dap: z.boolean().default(false), daysAgo: z.int().default(300) });

const Request = z.strictObject({ by: PartnerName, from: PartnerName });
export type Request = z.output<typeof Request>;

/** A customer as it is written down; what it stands for, it shows. */
export const Entry = z.strictObject({
  number: z.int().min(1).max(99),
  name: z.string(),
  domain: z.string(),
  cloud: Cloud.default('global'),
  country: z.string().length(2).default('NO'),
  culture: z.string().default('nb-NO'),
  /** Street, city, postal code. */
  address: z.tuple([z.string(), z.string(), z.string()]),
  admin: z.tuple([z.string(), z.string()]),
  kind: z.enum(['end-customer', 'csp-transaction-tenant', 'csp-corporate-tenant']).default('end-customer'),
  agreement: z.enum(['none', 'attested', 'signed-directly']).default('none'),
  validation: z.enum(['Unknown', 'UnderReview', 'Allowed', 'NotAllowed', 'Not Ready']).nullable().default('Allowed'),
  qualifications: z.array(z.tuple([z.string(), z.string()])).default([]),
  ties: z.array(Tie).default([]),
  licences: z.array(Licence).default([]),
  azure: z.array(Azure).default([]),
  /** Plans without anything below them yet. */
  plans: z.array(PartnerName).default([]),
  adminRights: z.array(AdminRights).default([]),
  /** Partners whose applications may work in its tenant, for people who get in there. */
  letsIn: z.array(PartnerName).default([]),
  /** Who has asked whom to let everything go, and waits for an answer. */
  asked: z.array(Request).default([]),
  shows: z.array(z.string()).min(1),
});
export type Entry = z.output<typeof Entry>;
