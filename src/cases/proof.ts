import { replay } from './case.ts';
import type { Case } from './case.ts';
import type { Deadline } from './deadline.ts';
import { canonical } from './digest.ts';
import { flawOf, NO_EVENT, unseal } from './history.ts';
import type { SealedEvent } from './history.ts';
import type { CaseId } from './ids.ts';

export interface Flaw {
  readonly caseId: CaseId;
  /** The first record that cannot be believed; null when it is the case itself. */
  readonly seq: number | null;
  readonly why: string;
}

/** What a history is held against: the case as it is kept, with the number and the hash of its last event. */
export interface Held {
  readonly case: Case;
  readonly version: number;
  readonly head: string;
}

const flawInChain = (caseId: CaseId, history: readonly SealedEvent[]): Flaw | null => {
  let previous = NO_EVENT;
  for (const [index, sealed] of history.entries()) {
    const seq = index + 1;
    const why = flawOf(sealed, { caseId, seq, previous });
    if (why !== null) return { caseId, seq, why };
    previous = sealed.hash;
  }
  return null;
};

const replayed = (history: readonly SealedEvent[]): Case | string | null => {
  try {
    return replay(history.map(unseal));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Where a customer's clocks are is looked up when something happens to its case, and may be known otherwise by now. */
const byTheirClock: readonly Deadline['what'][] = ['follow-up-customer', 'remind-other-partner', 'pause-ends', 'lapse-near'];

const isWaitedFor = ({ status }: Case): boolean => status === 'awaiting-customer' || status === 'awaiting-other-partner';

/** A case without what hangs on the clocks of its customer. */
const provable = (current: Case): string => {
  const deadlines = current.deadlines.filter(({ what }) => !byTheirClock.includes(what));
  return canonical({ ...current, deadlines, ...(isWaitedFor(current) && { reminders: 0 }) });
};

/** The first thing in a history that is not as it was written; null when all of it is. */
export const flawIn = (held: Held, history: readonly SealedEvent[]): Flaw | null => {
  const caseId = held.case.id;
  const broken = flawInChain(caseId, history);
  if (broken) return broken;
  const last = history.at(-1);
  if (last?.seq !== held.version || last.hash !== held.head) {
    return { caseId, seq: history.length, why: `the case goes on to record ${held.version}, and the history ends here` };
  }
  const again = replayed(history);
  if (typeof again === 'string') return { caseId, seq: null, why: `its history leads nowhere: ${again}` };
  if (again === null) return { caseId, seq: null, why: 'there is no history' };
  return provable(again) === provable(held.case) ? null : { caseId, seq: null, why: 'it is not what its history makes of it' };
};
