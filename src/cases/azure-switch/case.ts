import * as z from 'zod';
import { Trouble } from '../asking/events.ts';
import { answers, askingStates, factsBy, Letter, Told } from '../asking/states.ts';
import { Item } from '../checklist.ts';
import { Person } from '../people.ts';
import { Instant } from '../time.ts';

export const Procedure = z.enum(['new-subscription', 'manual-switch', 'azure-plan-transfer', 'licence-transfer', 'ea-to-csp']);
export type Procedure = z.infer<typeof Procedure>;

const OtherPartner = z.strictObject({
  name: z.string().min(1).max(200),
  tenant: z.guid().nullable(),
  domain: z.string().min(1).max(253).nullable(),
});

/** What is to move, with what only this item is: its kind, its term, where it was bought. */
const Subject = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  facts: factsBy(/^item\./),
});

const subjects = z.array(Subject).min(1).max(100);
const told = Told;

export const Proposal = z.discriminatedUnion('wants', [
  z.strictObject({
    wants: z.literal('switch'),
    procedure: Procedure,
    /** Whom it comes from; null where it was bought from nobody who is a partner. */
    otherPartner: OtherPartner.nullable(),
    subjects,
    reservations: z.boolean(),
    marketplace: z.boolean(),
    letter: Letter,
    told,
  }),
  /** Another partner asks for what is ours: opened by the system, decided by a person, always. */
  z.strictObject({
    wants: z.literal('hand-out'),
    procedure: Procedure.extract(['azure-plan-transfer', 'licence-transfer']),
    otherPartner: OtherPartner,
    transferId: z.string().min(1).max(200),
    subjects,
    told,
  }),
]);
export type Proposal = z.infer<typeof Proposal>;

const { state, awaitingApproval, sentBack, declined, withdrawn } = askingStates(z.literal('azure-switch'), Proposal);

const items = z.array(Item);
const transferId = z.string().min(1).max(200).nullable();
const preparing = { items, isSending: z.boolean() };
/** `cancelAsked`: we want it back; until the service has said so it may still be accepted. */
const awaitingOtherPartner = { items, transferId, expiresAt: Instant, cancelAsked: z.boolean() };
const moving = { items, transferId, phase: z.enum(['usual', 'slow', 'with-microsoft']) };

/** The names of what was to move and has stayed where it was; left out: nothing, or nobody can tell. */
const left = z.array(z.string()).optional();

const Before = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('preparing'), ...preparing }),
  z.strictObject({ status: z.literal('awaiting-other-partner'), ...awaitingOtherPartner }),
  z.strictObject({ status: z.literal('moving'), ...moving }),
]);

export const AzureSwitch = z.discriminatedUnion('status', [
  awaitingApproval,
  sentBack,
  declined,
  withdrawn,
  state('preparing', preparing),
  state('awaiting-other-partner', awaitingOtherPartner),
  state('awaiting-our-decision', { transferId: z.string(), expiresAt: Instant }),
  state('moving', moving),
  state('handing-over', { items, movedAt: Instant, left }),
  state('done', { doneAt: Instant, items, left }),
  state('refused', { refusedBy: z.union([Person, z.enum(['other-partner', 'outside'])]), reason: z.string() }),
  state('expired', { expiredAt: Instant }),
  state('cancelled', { cancelledBy: Person.nullable(), reason: z.string() }),
  state('stuck', { before: Before, trouble: Trouble, answers }),
]);
export type AzureSwitch = z.infer<typeof AzureSwitch>;
export type In<S extends AzureSwitch['status']> = Extract<AzureSwitch, { status: S }>;
