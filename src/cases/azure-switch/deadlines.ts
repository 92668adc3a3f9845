import { dueAt, whileAwaitingApproval, whileItemsAreOpen, whileSentBack, whileStuck } from '../asking/deadlines.ts';
import { inWorkingTime } from '../asking/follow-ups.ts';
import type { Deadline } from '../deadline.ts';
import {
  ASK_MICROSOFT_AFTER_DAYS,
  ladders,
  MOVE_IS_SLOW_AFTER_MINUTES,
  nextStep,
  TRANSFER_EXPIRES_AFTER_DAYS,
} from '../ladders.ts';
import { later } from '../time.ts';
import type { Instant } from '../time.ts';
import { wayOf } from './checklists.ts';
import type { AzureSwitch, In } from './case.ts';

/** A transfer is quick, or slow for up to three days, or a matter for Microsoft. What people move has no such clock. */
const whileMoving = (current: In<'moving'>): Deadline[] => {
  if (wayOf(current.proposal) !== 'transfer') return whileItemsAreOpen(current);
  switch (current.phase) {
    case 'usual':
      return dueAt('move-is-slow', later(current.since, { minutes: MOVE_IS_SLOW_AFTER_MINUTES }));
    case 'slow':
      return dueAt('ask-microsoft', later(current.since, { days: ASK_MICROSOFT_AFTER_DAYS }));
    case 'with-microsoft':
      // Somebody at Microsoft has it in hand, and somebody here has to keep asking.
      return dueAt('remind-move', nextStep(ladders.stuck, current.since, current.reminders));
  }
};

type Silent = Pick<In<'awaiting-other-partner'>, 'since' | 'expiresAt' | 'customer'>;

/** The customer is written to as well, so that it is in its working hours. */
export const otherPartnerReminderAt = ({ since, expiresAt, customer }: Silent, taken: number): Instant | null => {
  const at = nextStep(ladders.otherPartner, since, taken);
  return at === null || at >= expiresAt ? null : inWorkingTime(customer.country, at, expiresAt);
};

const whileOtherPartnerActs = (current: In<'awaiting-other-partner'>): Deadline[] => [
  ...(wayOf(current.proposal) === 'paper'
    ? whileItemsAreOpen(current)
    : dueAt('remind-other-partner', otherPartnerReminderAt(current, current.reminders))),
  ...dueAt('transfer-expires', current.expiresAt),
];

type Asked = Pick<In<'awaiting-other-partner'>, 'since' | 'expiresAt' | 'transferId'>;

/** Until when a request can be answered. Microsoft shows a day more than it gives. */
export const answerBy = ({ since, expiresAt, transferId }: Asked): Instant => {
  const given = later(since, { days: TRANSFER_EXPIRES_AFTER_DAYS });
  return transferId !== null && given < expiresAt ? given : expiresAt;
};

/** All that somebody has to think of while the case stands as it does. */
export const deadlinesOf = (current: AzureSwitch): Deadline[] => {
  switch (current.status) {
    case 'awaiting-approval':
      return whileAwaitingApproval(current);
    case 'sent-back':
      return whileSentBack(current);
    case 'preparing':
    case 'handing-over':
      return whileItemsAreOpen(current);
    case 'awaiting-other-partner':
      return whileOtherPartnerActs(current);
    case 'awaiting-our-decision':
      return [
        ...dueAt('remind-approvers', nextStep(ladders.approvers, current.since, current.reminders)),
        ...dueAt('transfer-expires', current.expiresAt),
      ];
    case 'moving':
      return whileMoving(current);
    case 'stuck':
      return whileStuck(current);
    default:
      return [];
  }
};
