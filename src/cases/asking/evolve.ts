import type * as z from 'zod';
import { newest } from '../decided.ts';
import type { Decided, Answered, Approval, Ask } from '../decided.ts';
import { ticked } from '../checklist.ts';
import type { Item } from '../checklist.ts';
import { canonical } from '../digest.ts';
import { ladders, stepsBy } from '../ladders.ts';
import { isPerson } from '../people.ts';
import type { Actor, Person } from '../people.ts';
import type { Instant } from '../time.ts';
import { firstOverdue } from './deadlines.ts';
import { everyCase } from './states.ts';
import type { CustomerTold } from './states.ts';

type EveryCase = z.infer<z.ZodObject<typeof everyCase>>;
type Asking = EveryCase & { kind: unknown; proposal: unknown };
type Bounced = NonNullable<EveryCase['letterBounced']>;

interface Before {
  doneBefore: Item[];
}
interface Made {
  at: Instant;
  actor: Actor;
}

const keys = [...Object.keys(everyCase), 'kind', 'proposal'];

/** What stays when the status changes. The waiting begins anew. */
export const onwards = <C extends Asking>(current: C, at: Instant): EveryCase & Pick<C, 'kind' | 'proposal'> =>
  ({
    ...Object.fromEntries(Object.entries(current).filter(([key]) => keys.includes(key))),
    since: at,
    reminders: 0,
  }) as EveryCase & Pick<C, 'kind' | 'proposal'>;

/** Who did it; a machine where only people do is a bug. */
export const personOf = (actor: Actor): Person => {
  if (!isPerson(actor)) throw new TypeError(`Only a person does this, and it was the ${actor}`);
  return actor;
};

type Opening = Pick<Asking, 'id' | 'cloud' | 'customer' | 'approval' | 'asks' | 'kind' | 'proposal'> & Made;

/** Every case as it begins, however it comes about. */
export const begun = <E extends Opening>(event: E, requester: Person, decisions: Decided[]) => ({
  id: event.id,
  kind: event.kind as E['kind'],
  cloud: event.cloud,
  customer: event.customer,
  requester,
  takenOverBy: [],
  openedAt: event.at,
  since: event.at,
  asks: event.asks,
  decisions,
  answered: null,
  approval: event.approval,
  approvals: [],
  exchanges: [],
  reminders: 0,
  deadlines: [],
  proposal: event.proposal as E['proposal'],
});

/** What is a status's own: what a stuck case keeps, to go on from there. */
export const ownOf = (current: Asking): object => {
  const kept = onwards(current, current.since);
  return Object.fromEntries(Object.entries(current).filter(([key]) => !(key in kept)));
};

export const reminded =
  (ladder: keyof typeof ladders) =>
  <C extends EveryCase>(current: C, { at }: Made): C => ({
    ...current,
    reminders: stepsBy(ladders[ladder], current.since, at),
  });

/** Once something else is the first to be overdue, its owners are reminded from the beginning. */
export const confirmed = (
  { items, reminders }: { items: Item[]; reminders: number },
  { item, evidence, actor, at }: Made & { item: string; evidence: string },
) => {
  const left = ticked(items, item, { by: personOf(actor), at, evidence });
  return { items: left, reminders: firstOverdue(left) === firstOverdue(items) ? reminders : 0 };
};

const approvalGiven = <C extends Asking>(current: C, event: Made & { words: string; answered: Answered | null }): C => ({
  ...current,
  approvals: [...current.approvals, { by: personOf(event.actor), at: event.at, words: event.words }],
  answered: event.answered ?? current.answered,
});

const declined = <C extends Asking>(current: C, event: Made & { words: string }) => ({
  ...onwards(current, event.at),
  status: 'declined' as const,
  declinedBy: personOf(event.actor),
  reason: event.words,
});

const sentBack = <C extends Asking & Before>(current: C, event: Made & { words: string }) => ({
  ...onwards(current, event.at),
  status: 'sent-back' as const,
  question: event.words,
  askedBy: personOf(event.actor),
  doneBefore: current.doneBefore,
  // What was agreed to was the proposal as it stood.
  approvals: [],
  answered: null,
});

const answered = <C extends Asking & Before & { question: string; askedBy: Person }>(
  current: C,
  event: Made & { words: string; proposal: C['proposal']; asks: Ask[]; decisions: Decided[]; approval: Approval },
) => ({
  ...onwards(current, event.at),
  status: 'awaiting-approval' as const,
  escalatedAt: null,
  // What has been shown was shown for what was wanted then.
  doneBefore: canonical(event.proposal) === canonical(current.proposal) ? current.doneBefore : [],
  proposal: event.proposal,
  asks: event.asks,
  decisions: event.decisions,
  approval: event.approval,
  exchanges: [
    ...current.exchanges,
    { question: current.question, askedBy: current.askedBy, answer: event.words, answeredBy: personOf(event.actor) },
  ],
});

const withdrawn = <C extends Asking>(current: C, event: Made & { words: string }) => ({
  ...onwards(current, event.at),
  status: 'withdrawn' as const,
  withdrawnBy: personOf(event.actor),
  reason: event.words,
});

const lapsed = <C extends Asking>(current: C, event: Made) => ({
  ...onwards(current, event.at),
  status: 'withdrawn' as const,
  withdrawnBy: null,
  reason: '',
});

/** A person has to look again: whatever was agreed to is no longer what would be done. What was shown remains true. */
export const backToApproval = <C extends Asking>(
  current: C,
  event: Made & { decisions: Decided[]; approval: Approval },
  items: readonly Item[] = [],
) => ({
  ...onwards(current, event.at),
  status: 'awaiting-approval' as const,
  escalatedAt: null,
  doneBefore: items.filter(({ done }) => done !== null),
  decisions: event.decisions,
  approval: event.approval,
  approvals: [],
  answered: null,
});

/** There is no way back to its approvers: as many people have to answer what is new as have agreed, or more where the house asks for more. */
export const inDoubt = <C extends Asking>(
  current: C,
  { decisions, approval }: { decisions: Decided[]; approval: Approval },
): C => ({
  ...current,
  decisions: newest(current.decisions, decisions),
  approval: { ...current.approval, people: current.approval.people === 2 ? 2 : approval.people },
});

export const askingEvolve = {
  'approval-given': approvalGiven,
  'case-declined': declined,
  'case-sent-back': sentBack,
  'question-answered': answered,
  'customer-answered': <C extends EveryCase>(current: C, { at, told }: Made & { told: CustomerTold }): C => ({
    ...current,
    customerTold: { at, told },
  }),
  'case-withdrawn': withdrawn,
  'request-lapsed': lapsed,
  'approvers-reminded': reminded('approvers'),
  'requester-reminded': reminded('requester'),
  'stuck-reminded': reminded('stuck'),
  'review-answered': <C extends EveryCase & { answers: Answered[] }>(current: C, event: { answered: Answered }): C => ({
    ...current,
    answers: [...current.answers, event.answered],
  }),
  'case-escalated': <C extends EveryCase>(current: C, { at }: Made) => ({ ...current, escalatedAt: at }),
  'case-taken-over': <C extends EveryCase>(current: C, { actor }: Made): C => ({
    ...current,
    takenOverBy: [...current.takenOverBy, personOf(actor)],
  }),
  'decisions-renewed': <C extends EveryCase>(
    current: C,
    { decisions, approval }: Made & { decisions: Decided[]; approval: Approval },
  ): C => ({
    ...current,
    decisions,
    approval,
    approvals: [],
  }),
  'execution-cleared': <C extends EveryCase>(current: C, event: Made & { decisions: Decided[] }): C => ({
    ...current,
    decisions: newest(current.decisions, event.decisions),
  }),
  'letter-bounced': <C extends EveryCase>(current: C, { at, letter, messageId, words }: Made & Bounced): C => ({
    ...current,
    letterBounced: { letter, messageId, at, words },
  }),
  'effect-given-up': <C extends EveryCase>(current: C): C => current,
  'dead-letter-retried': <C extends EveryCase>(current: C): C => current,
  'dead-letter-closed': <C extends EveryCase>(current: C): C => current,
} as const;
