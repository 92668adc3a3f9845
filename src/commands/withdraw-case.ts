import * as z from 'zod';
import { servicesFor } from '../cases/admin-relationship/checklists.ts';
import { wayOf } from '../cases/azure-switch/checklists.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import { isOffered } from '../cases/effect.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { isInvolved, isTheirs, notNow } from './rights.ts';

/** Takes a request back, for as long as what was set going can be stopped. */
const shape = byPerson('withdraw-case', { ...ofCase, words: z.string().trim().max(2000).default('') });
type WithdrawCase = z.infer<typeof shape>;

/** Nothing is under way that could come to an end without us. */
const isInOurHands = (current: Case): boolean => {
  if (current.status !== 'preparing') return true;
  if (current.kind === 'azure-switch') return !current.isSending;
  return current.invitations.length === 0 && servicesFor(current.proposal).every((service) => !isOffered(service, current.cloud));
};

type Withdrawal = Extract<
  CaseEvent['type'],
  'case-withdrawn' | 'invitation-recalled' | 'cancel-asked' | 'transfer-cancelled' | 'case-closed'
>;

/** What lies with the tool only the tool can give back; what lies on paper we leave there. */
const askedBack = ({ cancelAsked, transferId }: Extract<Case, { status: 'awaiting-other-partner' }>): Withdrawal | Refused => {
  if (cancelAsked) return refused('being-cancelled');
  return transferId === null ? 'transfer-cancelled' : 'cancel-asked';
};

const eventFor = (current: Case): Withdrawal | Refused => {
  switch (current.status) {
    case 'awaiting-approval':
    case 'sent-back':
      return 'case-withdrawn';
    case 'preparing':
      return isInOurHands(current) ? 'case-withdrawn' : refused('being-prepared');
    case 'awaiting-customer':
      return current.invitations.some(({ acceptedAt }) => acceptedAt !== null) ? refused('partly-accepted') : 'invitation-recalled';
    case 'awaiting-other-partner':
      return askedBack(current);
    case 'moving':
      // What a transfer moves nobody can stop; what people move they can leave.
      return wayOf(current.proposal) === 'transfer' ? notNow(current) : 'transfer-cancelled';
    case 'stuck':
      return 'case-closed';
    default:
      return notNow(current);
  }
};

export const withdrawCase = moving({
  shape,
  accept: ({ command: { actor, words }, now }: { command: WithdrawCase; now: CaseEvent['at'] }, current) => {
    // What is stuck may be waiting for somebody who has left: there whoever decides may close it too.
    const isTheirTurn = current.status === 'stuck' ? isInvolved(actor, current) : isTheirs(actor, current);
    if (!isTheirTurn) return refused('not-yours');
    const type = eventFor(current);
    if (typeof type !== 'string') return type;
    if (type !== 'case-closed') return [{ type, at: now, actor, words }];
    return words === '' ? refused('unreadable', { paths: 'words' }) : [{ type, at: now, actor, words }];
  },
});
