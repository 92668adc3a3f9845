import type * as z from 'zod';
import type { Case, CaseEvent } from '../cases/case.ts';
import { Deadline } from '../cases/deadline.ts';
import { dayOf, wholeDaysBetween } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { notNow } from './rights.ts';

/** A deadline has come. */
const shape = byMachine('pass-deadline', { ...ofCase, deadline: Deadline });

type Made = Pick<CaseEvent, 'at' | 'actor'> & { readonly actor: 'clock' | 'outbox' | 'watch' };

const overdueItems = (current: Case, now: Instant): string[] =>
  'items' in current ? current.items.filter(({ done, dueOn }) => done === null && dueOn < dayOf(now)).map(({ code }) => code) : [];

/** When access, or the waiting for a customer, comes to its end. */
const endOf = (current: Case): Instant | null => {
  if ('lapsesAt' in current) return current.lapsesAt;
  return 'endsAt' in current ? current.endsAt : null;
};

const daysLeft = (current: Case, now: Instant): number => {
  const end = endOf(current);
  return end === null ? 0 : Math.ceil((Date.parse(end) - Date.parse(now)) / 86_400_000);
};

/** What each deadline does to a case when it comes. */
const eventFor: Readonly<Record<Deadline['what'], (made: Made, current: Case) => CaseEvent>> = {
  'remind-approvers': (made, { since }) => ({ ...made, type: 'approvers-reminded', waitingDays: wholeDaysBetween(since, made.at) }),
  'remind-requester': (made, { since }) => ({ ...made, type: 'requester-reminded', waitingDays: wholeDaysBetween(since, made.at) }),
  escalate: (made, { since }) => ({ ...made, type: 'case-escalated', waitingDays: wholeDaysBetween(since, made.at) }),
  'request-lapses': (made, { since }) => ({ ...made, type: 'request-lapsed', waitingDays: wholeDaysBetween(since, made.at) }),
  'follow-up-customer': (made, { since }) => ({
    ...made,
    type: 'customer-reminded',
    waitingDays: wholeDaysBetween(since, made.at),
  }),
  'invitation-lapses': (made, { since }) => ({
    ...made,
    type: 'customer-stayed-silent',
    waitingDays: wholeDaysBetween(since, made.at),
  }),
  'lapse-near': (made, current) => ({ ...made, type: 'lapse-announced', daysLeft: daysLeft(current, made.at) }),
  'pause-ends': (made) => ({ ...made, type: 'follow-ups-resumed' }),
  'announce-end': (made, current) => ({ ...made, type: 'end-announced', daysLeft: daysLeft(current, made.at) }),
  'end-reached': (made) => ({ ...made, type: 'end-reached' }),
  'remind-other-partner': (made, { since }) => ({
    ...made,
    type: 'other-partner-reminded',
    waitingDays: wholeDaysBetween(since, made.at),
  }),
  'transfer-expires': (made) => ({ ...made, type: 'transfer-expired' }),
  'move-is-slow': (made) => ({ ...made, type: 'move-slowed' }),
  'ask-microsoft': (made) => ({ ...made, type: 'microsoft-asked' }),
  'remind-move': (made, { since }) => ({ ...made, type: 'move-reminded', waitingDays: wholeDaysBetween(since, made.at) }),
  'remind-stuck': (made, { since }) => ({ ...made, type: 'stuck-reminded', waitingDays: wholeDaysBetween(since, made.at) }),
  'remind-item-owners': (made, current) => ({ ...made, type: 'items-reminded', items: overdueItems(current, made.at) }),
};

const isStill = (current: Case, { what, at }: z.infer<typeof Deadline>, now: Instant): boolean =>
  at <= now && current.deadlines.some((one) => one.what === what && one.at === at);

export const passDeadline = moving({
  shape,
  accept: ({ command: { actor, deadline }, now }, current) =>
    isStill(current, deadline, now) ? [eventFor[deadline.what]({ at: now, actor }, current)] : notNow(current),
});
