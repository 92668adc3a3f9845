import {
  dueAt,
  whileAwaitingApproval,
  whileAwaitingCustomer,
  whileItemsAreOpen,
  whileSentBack,
  whileStuck,
} from '../asking/deadlines.ts';
import type { Deadline } from '../deadline.ts';
import { ANNOUNCE_DAYS } from '../ladders.ts';
import { later } from '../time.ts';
import type { Instant } from '../time.ts';
import type { AdminRelationship, In } from './case.ts';

/** The announcement that has come closest by an instant; null when it is too early for any. */
export const announcedBy = (endsAt: Instant, at: Instant): number | null =>
  ANNOUNCE_DAYS.findLast((days) => later(endsAt, { days: -days }) <= at) ?? null;

const whileActive = ({ endsAt, extendsItself, announced, renewedBy }: In<'active'>): Deadline[] => {
  if (endsAt === null || extendsItself) return [];
  const next = ANNOUNCE_DAYS.find((days) => announced === null || days < announced);
  const isAnnounced = renewedBy === null && next !== undefined;
  return [...dueAt('announce-end', isAnnounced ? later(endsAt, { days: -next }) : null), ...dueAt('end-reached', endsAt)];
};

/** All that somebody has to think of while the case stands as it does. */
export const deadlinesOf = (current: AdminRelationship): Deadline[] => {
  switch (current.status) {
    case 'awaiting-approval':
      return whileAwaitingApproval(current);
    case 'sent-back':
      return whileSentBack(current);
    case 'preparing':
    case 'granting':
    case 'ending':
      return whileItemsAreOpen(current);
    case 'awaiting-customer':
      return whileAwaitingCustomer(current);
    case 'active':
      return whileActive(current);
    case 'stuck':
      return whileStuck(current);
    default:
      return [];
  }
};
