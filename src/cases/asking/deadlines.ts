import type { Deadline } from '../deadline.ts';
import { ESCALATE_AFTER_DAYS, ladders, nextStep, REQUEST_LAPSES_AFTER_DAYS } from '../ladders.ts';
import { isComplete } from '../checklist.ts';
import type { Item } from '../checklist.ts';
import { later } from '../time.ts';
import type { Instant } from '../time.ts';
import { followUpAt, nextLapseWarning } from './follow-ups.ts';
import type { Awaited } from './follow-ups.ts';
import { workingTime } from '../office-hours.ts';

/** A line of deadlines: what is thought of next, or nothing when its ladder has come to its end. */
export const dueAt = (what: Deadline['what'], at: Instant | null): Deadline[] => (at === null ? [] : [{ what, at }]);

interface Waiting {
  readonly since: Instant;
  readonly reminders: number;
}

export const whileAwaitingApproval = (current: Waiting & { escalatedAt: Instant | null }): Deadline[] => [
  ...dueAt('remind-approvers', nextStep(ladders.approvers, current.since, current.reminders)),
  ...dueAt('escalate', current.escalatedAt === null ? later(current.since, { days: ESCALATE_AFTER_DAYS }) : null),
  ...dueAt('request-lapses', later(current.since, { days: REQUEST_LAPSES_AFTER_DAYS })),
];

export const whileSentBack = (current: Waiting): Deadline[] => [
  ...dueAt('remind-requester', nextStep(ladders.requester, current.since, current.reminders)),
  ...dueAt('request-lapses', later(current.since, { days: REQUEST_LAPSES_AFTER_DAYS })),
];

interface AwaitedCustomer extends Waiting, Awaited {
  readonly pausedUntil: Instant | null;
  readonly lapseAnnounced: number | null;
}

/** The customer is left alone, and we are to know all the same that it lapses. */
const whilePaused = (current: AwaitedCustomer, until: Instant): Deadline[] => {
  const ends = workingTime(current.customer.country, until);
  const warning = nextLapseWarning(current, current.lapseAnnounced);
  return [
    ...dueAt('pause-ends', ends < current.lapsesAt ? ends : null),
    ...dueAt('lapse-near', warning !== null && warning < ends ? warning : null),
  ];
};

/** A customer is written to again, in its working hours, until it answers or its time is over. */
export const whileAwaitingCustomer = (current: AwaitedCustomer): Deadline[] => [
  ...(current.pausedUntil === null
    ? dueAt('follow-up-customer', followUpAt(current, current.reminders))
    : whilePaused(current, current.pausedUntil)),
  ...dueAt('invitation-lapses', current.lapsesAt),
];

export const whileStuck = (current: Waiting): Deadline[] =>
  dueAt('remind-stuck', nextStep(ladders.stuck, current.since, current.reminders));

/** Counted from the first day on which something that is still open is overdue. */
export const whileItemsAreOpen = ({ items, reminders }: { items: readonly Item[]; reminders: number }): Deadline[] => {
  const overdue = firstOverdue(items);
  return overdue === null ? [] : dueAt('remind-item-owners', nextStep(ladders.itemOwners, overdue, reminders));
};

export const firstOverdue = (items: readonly Item[]): Instant | null => {
  if (isComplete(items)) return null;
  const [first] = items
    .filter(({ done }) => done === null)
    .map(({ dueOn }) => dueOn)
    .sort();
  return first === undefined ? null : later(`${first}T00:00:00.000Z` as Instant, { days: 1 });
};
