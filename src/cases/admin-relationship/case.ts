import * as z from 'zod';
import { awaitingCustomer as waitingForCustomer } from '../asking/awaiting-customer.ts';
import { Trouble } from '../asking/events.ts';
import { answers, askingStates, Letter, Told } from '../asking/states.ts';
import { Item } from '../checklist.ts';
import { CaseId } from '../ids.ts';
import { Person } from '../people.ts';
import { Instant } from '../time.ts';

/** Granular admin as it shall be: directory roles, for a time. */
const Gdap = z.strictObject({
  durationDays: z.int().min(1).max(730),
  roles: z.array(z.string().min(1).max(100)).min(1).max(100),
  autoExtend: z.boolean(),
  purpose: z.enum(['azure', 'other']),
});

export const Fellow = z.strictObject({
  name: z.string().min(1).max(200),
  tenant: z.guid().nullable(),
  partnerId: z.string().min(1).max(50).nullable(),
});
export type Fellow = z.infer<typeof Fellow>;

/** The commercial tie; with the historic delegated admin where an edition has it. */
const Reseller = z.strictObject({
  model: z.enum(['direct', 'indirect']),
  includeDap: z.boolean(),
  /** The other partner of an indirect tie: our provider, or the reseller whom we provide for. */
  fellow: Fellow.optional(),
});

const told = Told;
const relationshipId = z.string().min(1).max(200).nullable();

export const Proposal = z.discriminatedUnion('wants', [
  z
    .strictObject({ wants: z.literal('invite'), reseller: Reseller.nullable(), gdap: Gdap.nullable(), letter: Letter, told })
    .refine(({ reseller, gdap }) => reseller !== null || gdap !== null, 'expected a reseller tie, granular admin, or both'),
  /** Anew, as a relationship of its own; or the running one extended. */
  z.strictObject({
    wants: z.literal('renew'),
    of: CaseId,
    how: z.enum(['anew', 'extend']),
    relationshipId,
    /** When the running one ends. */
    endsAt: Instant.nullable(),
    gdap: Gdap,
    letter: Letter,
    told,
  }),
  z.strictObject({
    wants: z.literal('end'),
    of: CaseId.nullable(),
    what: z.enum(['reseller_relationship', 'admin_roles']),
    relationshipId,
    told,
  }),
]);
export type Proposal = z.infer<typeof Proposal>;

/** What a customer is sent, and what became of it. */
export const Invitation = z.strictObject({
  what: z.enum(['reseller', 'gdap']),
  link: z.url().max(2000),
  relationshipId,
  acceptedAt: Instant.nullable(),
  /** As the service has said it at the acceptance. */
  endsAt: Instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

const { state, awaitingApproval, sentBack, declined, withdrawn } = askingStates(z.literal('admin-relationship'), Proposal);

const invitations = z.array(Invitation);
const preparing = { invitations, items: z.array(Item) };
const awaitingCustomer = { invitations, ...waitingForCustomer };
const granting = { invitations, relationshipId: z.string(), endsAt: Instant.nullable(), items: z.array(Item) };
const active = {
  invitations,
  relationshipId,
  activeSince: Instant,
  endsAt: Instant.nullable(),
  extendsItself: z.boolean(),
  announced: z.int().nullable(),
  renewedBy: CaseId.nullable(),
};
const ending = { what: z.enum(['reseller_relationship', 'admin_roles', 'invitation']), relationshipId, items: z.array(Item) };

/** What a stuck case was about to do; it goes on from there. */
const Before = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('preparing'), ...preparing }),
  z.strictObject({ status: z.literal('awaiting-customer'), ...awaitingCustomer }),
  z.strictObject({ status: z.literal('granting'), ...granting }),
  z.strictObject({ status: z.literal('ending'), ...ending }),
]);

export const AdminRelationship = z.discriminatedUnion('status', [
  awaitingApproval,
  sentBack,
  declined,
  withdrawn,
  state('preparing', preparing),
  state('awaiting-customer', awaitingCustomer),
  state('granting', granting),
  state('active', active),
  state('ending', ending),
  state('ended', {
    endedAt: Instant,
    why: z.enum([
      'ended-by-us',
      'ended-by-customer',
      'refused-by-customer',
      'ran-out',
      'renewed',
      'customer-stayed-silent',
      'invitation-withdrawn',
      'withdrawn-when-stuck',
    ]),
    endedBy: Person.nullable(),
  }),
  state('stuck', { before: Before, trouble: Trouble, answers }),
]);
export type AdminRelationship = z.infer<typeof AdminRelationship>;
export type In<S extends AdminRelationship['status']> = Extract<AdminRelationship, { status: S }>;
