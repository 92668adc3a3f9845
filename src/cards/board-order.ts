import { isOver } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import type { Offer } from '../cases/offer.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { dueOf } from './case-due.ts';
import type { Viewer } from './viewer.ts';

export interface Row {
  readonly current: Case;
  readonly viewer: Viewer;
}

/** What keeps a case from going on as long as nobody does it. */
const waiting: readonly Offer[] = ['approve', 'answer', 'tick', 'resume'];

export const waitsForViewer = ({ viewer: { may } }: Row): boolean => waiting.some((offer) => may.has(offer));

const isOverdue = (current: Case, now: Instant): boolean => {
  const due = dueOf(current);
  return !isOver(current) && due !== null && due < dayOf(now);
};

const OVER = 3;

/** First what waits for the viewer, then what is under way, then what runs, then what is over. */
const rank = (row: Row): number => {
  if (waitsForViewer(row)) return 0;
  if (isOver(row.current)) return OVER;
  return row.current.status === 'active' ? 2 : 1;
};

/** What is late comes first; of what is open the oldest first, of what is over the newest. */
export const inOrder = (rows: readonly Row[], now: Instant): readonly Row[] =>
  rows
    .map((row) => ({ row, rank: rank(row), isLate: isOverdue(row.current, now) }))
    .toSorted((one, other) => {
      if (one.rank !== other.rank) return one.rank - other.rank;
      if (one.isLate !== other.isLate) return one.isLate ? -1 : 1;
      const bySince = one.row.current.since.localeCompare(other.row.current.since);
      return one.rank === OVER ? -bySince : bySince;
    })
    .map(({ row }) => row);
