import type { Handle } from '../commands/handle.ts';
import { dayToClose, headOfDay } from './daily-head.ts';
import { later } from '../cases/time.ts';
import type { Deadline } from '../cases/deadline.ts';
import type { Instant } from '../cases/time.ts';
import type { Clock, KeptCase, Operator, Store } from '../ports.ts';

export interface ClockworkPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly operator: Operator;
  readonly handle: Handle;
  /** Carries out what is due, and says how much that was. */
  readonly carryOutDue: () => Promise<number>;
  /** What is due and yet cannot be done is not tried without a pause. */
  readonly shortestSleepMs?: number;
}

const AT_ONCE = 50;
/** Longer than anybody comes back with the same click. */
const ANSWERS_KEPT_DAYS = 7;
const FORGOTTEN_AT_ONCE = 500;
const SHORTEST_SLEEP_MS = 1000;
/** At least this often, whatever is known to be due: another process may have something new. */
const LONGEST_SLEEP_MS = 60_000;

/** Of several that have come meanwhile the newest says the most: whoever was away is told once, and not of every step. */
const mostTelling = ({ case: { deadlines } }: KeptCase, now: Instant): Deadline | undefined =>
  deadlines.filter(({ at }) => at <= now).toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Thinks of everything that is due, so that nobody has to. */
export const createClockwork = (ports: ClockworkPorts) => {
  const { store, clock, operator, handle, carryOutDue, shortestSleepMs = SHORTEST_SLEEP_MS } = ports;

  /** Nobody has let it lapse as long as we could not look whether they have answered. */
  const isUnseen = async ({ case: { id } }: KeptCase, { what }: Deadline): Promise<boolean> => {
    if (what !== 'invitation-lapses' && what !== 'transfer-expires') return false;
    return (await store.effectsOf(id)).some(
      ({ lane, failures, state }) => lane.startsWith('watch') && state !== 'given-up' && (failures > 0 || state === 'claimed'),
    );
  };

  const passed = async (kept: KeptCase): Promise<boolean> => {
    const deadline = mostTelling(kept, clock.now());
    if (deadline === undefined) return false;
    const { id } = kept.case;
    const key = `${id} ${deadline.what} ${deadline.at}`;
    try {
      if (await isUnseen(kept, deadline)) return false;
      const handled = await handle({ name: 'pass-deadline', key, actor: 'clock', caseId: id, deadline });
      return handled.kind === 'done';
    } catch (error) {
      operator.tell(`${key}: ${wordsOf(error)}`);
      return false;
    }
  };

  /** All deadlines that have come. A case that cannot go on holds up no other. */
  const passDeadlines = async (): Promise<number> => {
    const heldUp = new Set<string>();
    for (let count = 0; ;) {
      const due = await store.dueCases(clock.now(), AT_ONCE + heldUp.size);
      const next = due.filter(({ case: { id } }) => !heldUp.has(id));
      if (next.length === 0) return count;
      const results = await Promise.all(next.map(passed));
      count += results.filter(Boolean).length;
      for (const [index, { case: current }] of next.entries()) if (!results[index]) heldUp.add(current.id);
    }
  };

  const closeDay = async (): Promise<void> => {
    const day = dayToClose(clock.now());
    const heads = await store.heads();
    if (heads.some((head) => head.day >= day)) return;
    const head = await headOfDay(store, day);
    if ((await store.commit({ head })) !== 'kept') return;
    operator.tell(`Head of ${day}: ${head.hash} (${head.cases} cases, ${head.events} events). Keep this line somewhere else.`);
  };

  const forget = async (): Promise<void> => {
    const before = later(clock.now(), { days: -ANSWERS_KEPT_DAYS });
    while ((await store.forgetAnswers(before, FORGOTTEN_AT_ONCE)) === FORGOTTEN_AT_ONCE);
  };

  /**
   * All that is due by now, and what follows from it. What others have done meanwhile is looked at first: a customer who
   * accepted while we were away has not stayed silent.
   */
  const tick = async (): Promise<void> => {
    for (;;) {
      const carried = await carryOutDue();
      const passed = await passDeadlines();
      if (carried + passed === 0) break;
    }
    await closeDay();
    await forget();
  };

  /** A deliberate jump: through every instant at which something is due on the way, one after another. */
  const runForward = async (until: Instant, set: (now: Instant) => void): Promise<void> => {
    // What cannot be done even when it is due is passed over: its time is no reason to leap over that of others.
    for (let heldUp: Instant | null = null; ;) {
      const next = await store.nextDue(heldUp);
      if (next === null || next > until) break;
      if (next > clock.now()) set(next);
      await tick();
      heldUp = (await store.nextDue(heldUp)) === next ? next : null;
    }
    set(until);
    await tick();
  };

  let wake: (() => void) | null = null;
  let isPoked = false;
  let isStopped = false;

  const sleep = async (): Promise<void> => {
    const next = await store.nextDue();
    const wait = next === null ? LONGEST_SLEEP_MS : Date.parse(next) - Date.parse(clock.now());
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.max(wait, shortestSleepMs), LONGEST_SLEEP_MS));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (isPoked || isStopped) wake();
    });
    wake = null;
  };

  /** Until it is stopped. A tick that fails is told, and tried again after the next sleep. */
  const run = async (): Promise<void> => {
    while (!isStopped) {
      isPoked = false;
      try {
        await tick();
        await sleep();
      } catch (error) {
        operator.tell(`The clockwork: ${wordsOf(error)}`);
        await new Promise((resolve) => setTimeout(resolve, shortestSleepMs));
      }
    }
  };

  return {
    tick,
    runForward,
    run,
    /** Something new is due: do not sleep on. */
    poke: () => {
      isPoked = true;
      wake?.();
    },
    stop: () => {
      isStopped = true;
      wake?.();
    },
  };
};
