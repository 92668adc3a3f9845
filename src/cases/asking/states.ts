import * as z from 'zod';
import { Cloud } from '../../policy/index.ts';
import { Item } from '../checklist.ts';
import { Deadline } from '../deadline.ts';
import { Answered, Approval, Ask, Decided } from '../decided.ts';
import { canonical } from '../digest.ts';
import { letters } from '../effect.ts';
import { CaseId } from '../ids.ts';
import { Person } from '../people.ts';
import { Instant } from '../time.ts';

/** The company that is served. What only it knows is told, and stands with the proposal. */
export const Customer = z.strictObject({
  name: z.string().min(1).max(200),
  tenant: z.guid().nullable(),
  domain: z.string().min(1).max(253).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  language: z.string().min(2).max(20),
  contact: z.email().max(254).nullable(),
  /** It is not at the customer’s domain, and a person has looked twice. */
  isContactConfirmed: z.literal(true).optional(),
});
export type Customer = z.infer<typeof Customer>;

const LONGEST_FACT = 2000;

/** What was said about facts, by their paths: short, whoever says it. */
export const factsBy = (path: RegExp) =>
  z.record(
    z.string().max(100).regex(path),
    z.unknown().refine((value) => canonical(value ?? null).length <= LONGEST_FACT, 'expected something short'),
  );

export const Told = factsBy(/./);

/** What the customer has answered itself, on the page made for it; nothing is left of it once its people are forgotten. */
export const CustomerTold = z
  .strictObject({
    /** Which subscription or service it is about, in its own words. */
    what: z.string().max(200),
    answers: factsBy(/^(?:item|xfer)\./),
    partner: z.strictObject({ name: z.string().max(200), place: z.string().max(253) }).nullable(),
    /** When it has told its present partner in writing that it wants to move. */
    writtenOn: z.iso.date().nullable(),
  })
  .partial();
export type CustomerTold = z.infer<typeof CustomerTold>;

/** What goes into the letter beside our own words: the asker's paragraph, shown as text. */
export const Letter = z.strictObject({ paragraph: z.string().max(2000) });

/** A person's agreement. */
export const Agreement = z.strictObject({ by: Person, at: Instant, words: z.string().max(2000) });
export type Agreement = z.infer<typeof Agreement>;

/** What an approver has asked before deciding, and what was answered. */
const Exchange = z.strictObject({ question: z.string(), askedBy: Person, answer: z.string(), answeredBy: Person });

/** Of a stuck case: what was answered since to what the rules say anew, each by another person. */
export const answers = z.array(Answered);

/** A letter that has not arrived, as a mail server has told us; the newest of them. */
const LetterBounced = z.strictObject({
  letter: z.enum(letters),
  messageId: z.string().max(998),
  at: Instant,
  words: z.string().max(2000),
});

/** What was ticked off before it went back to its approvers. */
const doneBefore = z.array(Item);

/** What every case has, in every status. */
export const everyCase = {
  id: CaseId,
  cloud: Cloud,
  customer: Customer,
  requester: Person,
  /** Who has taken the case over, the newest last. None of them, and not the requester, may approve it. */
  takenOverBy: z.array(Person),
  openedAt: Instant,
  /** Since when it is in this status. */
  since: Instant,
  asks: z.array(Ask).min(1),
  decisions: z.array(Decided),
  /** Set while nobody's answer to a review is needed any more. */
  answered: Answered.nullable(),
  approval: Approval,
  approvals: z.array(Agreement),
  /** The newest last. */
  exchanges: z.array(Exchange).default([]),
  customerTold: z.strictObject({ at: Instant, told: CustomerTold }).optional(),
  /** How often somebody was reminded in this status. */
  reminders: z.int().min(0),
  deadlines: z.array(Deadline),
  letterBounced: LetterBounced.optional(),
};

/** The part of the road that all cases share: from the request to the agreement, or to its end. */
export const askingStates = <K extends z.ZodType, P extends z.ZodType>(kind: K, proposal: P) => {
  const state = <S extends string, Shape extends z.ZodRawShape>(status: S, shape: Shape) =>
    z.strictObject({ ...everyCase, kind, proposal, status: z.literal(status), ...shape });
  return {
    state,
    awaitingApproval: state('awaiting-approval', { escalatedAt: Instant.nullable(), doneBefore }),
    sentBack: state('sent-back', { question: z.string(), askedBy: Person, doneBefore }),
    declined: state('declined', { declinedBy: Person, reason: z.string() }),
    withdrawn: state('withdrawn', { withdrawnBy: Person.nullable(), reason: z.string() }),
  };
};

export const Status = z.enum([
  'awaiting-approval',
  'sent-back',
  'declined',
  'withdrawn',
  'preparing',
  'awaiting-customer',
  'granting',
  'active',
  'ending',
  'ended',
  'awaiting-other-partner',
  'awaiting-our-decision',
  'moving',
  'handing-over',
  'done',
  'refused',
  'expired',
  'cancelled',
  'stuck',
]);
export type Status = z.infer<typeof Status>;
