import * as z from 'zod';
import { servicesFor } from '../cases/admin-relationship/checklists.ts';
import { wayOf } from '../cases/azure-switch/checklists.ts';
import { TRANSFER_FAILED } from '../cases/azure-switch/effects.ts';
import { apply } from '../cases/case.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import type { Person } from '../cases/people.ts';
import { isOffered } from '../cases/effect.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { isInvolved, isTheirs, notNow } from './rights.ts';

/** Takes a request back, for as long as what was set going can be stopped. */
const shape = byPerson('withdraw-case', { ...ofCase, words: z.string().trim().max(2000).default('') });

/** Nothing is under way that could come to an end without us. */
const isInOurHands = (current: Case): boolean => {
  if (current.status !== 'preparing') return true;
  if (current.kind === 'azure-switch') return !current.isSending;
  return current.invitations.length === 0 && servicesFor(current.proposal).every((service) => !isOffered(service, current.cloud));
};

type Withdrawal = Extract<CaseEvent['type'], 'case-withdrawn' | 'invitation-recalled' | 'cancel-asked' | 'transfer-cancelled'>;

/** What lies with the tool only the tool can give back; what lies on paper we leave there. */
const askedBack = ({ cancelAsked, transferId }: Extract<Case, { status: 'awaiting-other-partner' }>): Withdrawal | Refused => {
  if (cancelAsked) return refused('being-cancelled');
  return transferId === null ? 'transfer-cancelled' : 'cancel-asked';
};

const isPartlyAccepted = ({ invitations }: { invitations: readonly { acceptedAt: unknown }[] }): boolean =>
  invitations.some(({ acceptedAt }) => acceptedAt !== null);

/** A question is simply not asked any more. */
const recalled = (current: Extract<Case, { status: 'awaiting-customer' }>): Withdrawal | Refused => {
  if (current.kind === 'customer-inquiry') return 'case-withdrawn';
  return isPartlyAccepted(current) ? refused('partly-accepted') : 'invitation-recalled';
};

const eventFor = (current: Case): Withdrawal | Refused => {
  switch (current.status) {
    case 'awaiting-approval':
    case 'sent-back':
      return 'case-withdrawn';
    case 'preparing':
      return isInOurHands(current) ? 'case-withdrawn' : refused('being-prepared');
    case 'awaiting-customer':
      return recalled(current);
    case 'awaiting-other-partner':
      return askedBack(current);
    case 'moving':
      // What a transfer moves nobody can stop; what people move they can leave.
      return wayOf(current.proposal) === 'transfer' ? notNow(current) : 'transfer-cancelled';
    default:
      return notNow(current);
  }
};

/** A stuck case is closed only where nothing is open outside; where something is, it goes the way it would go otherwise. */
const eventsForStuck = (current: Extract<Case, { status: 'stuck' }>, words: string, made: Made): Event[] | Refused => {
  const { before, trouble } = current;
  // A transfer that has failed is over: what is left to do is to ask for another one, in another case.
  if (before.status === 'preparing' || trouble.code === TRANSFER_FAILED) {
    return words === '' ? refused('words-needed') : [{ ...made, type: 'case-closed', words }];
  }
  const resumed: Event = { ...made, type: 'case-resumed', words, answered: null };
  const type = eventFor(apply(current, resumed));
  if (typeof type !== 'string') return type.says.key === 'refusal.not-now' ? refused('still-open') : type;
  return [resumed, { ...made, type, words }];
};

type Event = CaseEvent;
type Made = Pick<CaseEvent, 'at'> & { readonly actor: Person };

/** The events by which this person takes it back, or why they cannot. */
export const withdrawal = (current: Case, words: string, made: Made): Event[] | Refused => {
  const { actor } = made;
  // What is stuck may be waiting for somebody who has left: there whoever decides may close it too.
  if (current.status === 'stuck') return isInvolved(actor, current) ? eventsForStuck(current, words, made) : refused('not-yours');
  if (!isTheirs(actor, current)) return refused('not-yours');
  const type = eventFor(current);
  return typeof type === 'string' ? [{ ...made, type, words }] : type;
};

export const withdrawCase = moving({
  shape,
  accept: ({ command: { actor, words }, now }, current) => withdrawal(current, words, { at: now, actor }),
});
