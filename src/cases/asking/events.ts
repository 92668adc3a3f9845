import * as z from 'zod';
import { Answered, Approval, Ask, Decided } from '../decided.ts';
import { Actor } from '../people.ts';
import { Instant } from '../time.ts';
import { CustomerTold } from './states.ts';

/** Every event says when, and who or what made it. */
export const event = <T extends string, Shape extends z.ZodRawShape>(type: T, shape: Shape) =>
  z.strictObject({ type: z.literal(type), at: Instant, actor: Actor, ...shape });

/** Why something outside could not be done, as the service that was asked says it. */
export const Trouble = z.strictObject({ effect: z.string(), code: z.string().max(200), words: z.string().max(2000) });
export type Trouble = z.infer<typeof Trouble>;

/** Words of a person: never empty, never endless. */
export const Words = z.string().trim().min(1).max(2000);

/** What may happen to every kind of case, also where nobody has to agree to it. */
export const everyCaseEvents = [
  /** By the customer itself. Nobody here has checked it, and nothing is decided by it until a person takes it over. */
  event('customer-answered', { told: CustomerTold }),
  event('case-withdrawn', { words: z.string().max(2000) }),
  event('case-taken-over', { words: z.string().max(2000) }),
  event('stuck-reminded', { waitingDays: z.int() }),
  event('effect-given-up', { trouble: Trouble }),
  event('case-stuck', { trouble: Trouble }),
  event('dead-letter-retried', { effect: z.string(), words: z.string().max(2000) }),
  event('dead-letter-closed', { effect: z.string(), words: Words }),
  event('case-resumed', { words: z.string().max(2000), answered: Answered.nullable() }),
] as const;

export const askingEvents = <P extends z.ZodType>(proposal: P) =>
  [
    ...everyCaseEvents,
    /** With what the rules said to this very person, as the one who would carry it out. */
    event('approval-given', { words: z.string().max(2000), decisions: z.array(Decided), answered: Answered.nullable() }),
    /** Since it was asked the facts or the rules have changed: whoever decides has to see it as it is now. */
    event('decisions-renewed', { decisions: z.array(Decided), approval: Approval }),
    event('case-approved', {}),
    event('case-declined', { words: Words }),
    event('case-sent-back', { words: Words }),
    event('question-answered', {
      words: Words,
      proposal,
      asks: z.array(Ask).min(1),
      decisions: z.array(Decided),
      approval: Approval,
    }),
    event('approvers-reminded', { waitingDays: z.int() }),
    event('requester-reminded', { waitingDays: z.int() }),
    event('case-escalated', { waitingDays: z.int() }),
    event('request-lapsed', { waitingDays: z.int() }),
    /** The rules were asked once more before something was done outside, and said the same. */
    event('execution-cleared', { effect: z.string(), decisions: z.array(Decided) }),
    /** They said something new: a person has to look again. */
    event('decision-changed', { effect: z.string(), decisions: z.array(Decided), approval: Approval }),
    event('item-confirmed', { item: z.string(), evidence: Words }),
    event('items-reminded', { items: z.array(z.string()) }),
    /** One of those whose answer is needed has answered what the rules say anew; it stays stuck until the others have. */
    event('review-answered', { answered: Answered }),
  ] as const;

export const opened = <P extends z.ZodType, Shape extends z.ZodRawShape>(proposal: P, shape: Shape) =>
  event('case-opened', { proposal, asks: z.array(Ask).min(1), decisions: z.array(Decided), ...shape });
