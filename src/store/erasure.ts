import { canonical } from '../cases/digest.ts';
import type { SealedEvent } from '../cases/history.ts';
import type { Erasure } from '../ports.ts';
import { caseRow, eventRow } from './changes.ts';
import type { NewRow } from './changes.ts';
import { keys } from './keys.ts';
import type { Rows } from './rows.ts';

/** Has the case gone on since it was read? */
export const isElsewhere = ({ kept }: Erasure, rows: Rows): boolean => {
  const there = rows.read('case', keys.case(kept.case.id));
  return there?.version !== kept.version || there.head !== kept.head;
};

/** Nothing but personal values may be missing, and what is left of them is what was there. */
const isLeftOf = ({ text, hash, personal }: SealedEvent, there: SealedEvent | null): boolean =>
  text === there?.text &&
  hash === there.hash &&
  Object.entries(personal).every(([digest, value]) => canonical(value) === canonical(there.personal[digest] ?? null));

/** The rows of an erasure. Whatever else it would change would be a loss that nobody hears of. */
export const rowsOfErasure = ({ kept, events }: Erasure, rows: Rows): NewRow[] => {
  const { id } = kept.case;
  const isWhole = events.length === kept.version && events.every(({ caseId, seq }, index) => caseId === id && seq === index + 1);
  if (!isWhole) throw new TypeError(`${id}: not its whole history`);
  const other = events.find((event) => !isLeftOf(event, rows.read('event', keys.event(id, event.seq))));
  if (other) throw new TypeError(`${id}: record ${other.seq} is not the one that is there without its people`);
  return [caseRow(kept), ...events.map(eventRow)];
};
