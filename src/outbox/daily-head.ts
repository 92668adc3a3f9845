import { setImmediate as nextTurn } from 'node:timers/promises';
import { sha256 } from '../cases/digest.ts';
import { unsealedAt } from '../cases/history.ts';
import type { SealedEvent } from '../cases/history.ts';
import type { CaseId } from '../cases/ids.ts';
import { dayOf, later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { DayHead, Store } from '../ports.ts';

const PAGE = 20;

type Histories = Pick<Store, 'cases' | 'history'>;

/** The part of a history that was there when the day ended. */
const until = (history: readonly SealedEvent[], end: Instant): readonly SealedEvent[] =>
  history.filter((sealed) => unsealedAt(sealed) < end);

/**
 * One hash over the last event of every history as it stood at the end of a day. Told to somebody outside, it shows later
 * on that no case is missing, and that no history was cut.
 */
export const headOfDay = async (store: Histories, day: string): Promise<DayHead> => {
  const end = later(`${day}T00:00:00.000Z` as Instant, { days: 1 });
  let hash = sha256('');
  let cases = 0;
  let events = 0;
  let after: CaseId | null = null;
  for (;;) {
    const page = await store.cases(after, PAGE);
    for (const { case: one } of page) {
      const history = until(await store.history(one.id), end);
      const last = history.at(-1);
      after = one.id;
      if (last === undefined) continue;
      cases++;
      events += history.length;
      hash = sha256(`${hash}${one.id} ${last.seq} ${last.hash}`);
    }
    if (page.length < PAGE) return { day, cases, events, hash };
    // A large house has many histories; whoever clicks meanwhile is answered.
    await nextTurn();
  }
};

/** The day whose head is due: yesterday, once it is surely over for everybody who writes. */
export const dayToClose = (now: Instant): string => dayOf(later(now, { days: -1, minutes: -5 }));
