import { answerBy } from '../cases/azure-switch/deadlines.ts';
import type { Case } from '../cases/case.ts';
import { REQUEST_LAPSES_AFTER_DAYS } from '../cases/ladders.ts';
import { dayOf, later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { DayText } from '../policy/index.ts';
import { itemsOf } from './case-items.ts';

/** When it lapses, runs out or ends if nobody does anything. */
const endOf = (current: Case): Instant | null => {
  switch (current.status) {
    case 'awaiting-approval':
    case 'sent-back':
      return later(current.since, { days: REQUEST_LAPSES_AFTER_DAYS });
    case 'awaiting-customer':
      return current.lapsesAt;
    case 'awaiting-other-partner':
    case 'awaiting-our-decision':
      return answerBy(current);
    case 'active':
      return current.extendsItself ? null : current.endsAt;
    default:
      return null;
  }
};

/** The first day that somebody has to keep: what is to be done by hand is due earlier than the whole. */
export const dueOf = (current: Case): DayText | null => {
  const items = itemsOf(current).flatMap(({ done, dueOn }) => (done === null ? [dueOn] : []));
  const end = endOf(current);
  const days = end === null ? items : [...items, dayOf(end)];
  return (days.toSorted()[0] ?? null) as DayText | null;
};
