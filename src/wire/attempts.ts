import { setTimeout as sleep } from 'node:timers/promises';
import type { Arrival } from './arrival.ts';
import type { Failure } from './failure.ts';
import type { Line } from './line.ts';
import { isNoAnswer } from './outcome.ts';
import { namedWaitMs } from './retry-after.ts';

/** What shows that we may, or why we may not. */
export type Pass =
  { readonly ok: true; readonly token: { readonly value: string } } | { readonly ok: false; readonly failure: Failure };

export interface Attempts {
  readonly line: Line;
  readonly pass: (fresh: boolean) => Promise<Pass>;
  /** Whether there can be another pass than the one that was refused. */
  readonly isRenewable: boolean;
  /** `answers`: how many of them there have been before. */
  readonly ask: (token: string, answers: number, leftMs: () => number) => Promise<Arrival>;
  readonly isRead: boolean;
  readonly isRepeatable: boolean;
  readonly knowsRequests: boolean;
  /** What comes with one of these statuses has not happened. */
  readonly undone: readonly number[];
}

interface Ended {
  readonly arrival: Arrival;
  /** An earlier attempt may have done it, without telling. */
  readonly inDoubt: boolean;
}

/** Where it may have happened, and nobody has told. */
const leavesDoubt = (arrival: Arrival, { undone }: Attempts): boolean =>
  arrival.kind === 'silent' ||
  arrival.kind === 'cut' ||
  (arrival.kind === 'answered' && isNoAnswer(arrival.status) && !undone.includes(arrival.status));

const mayRepeat = (arrival: Arrival, { isRepeatable, knowsRequests, undone }: Attempts): boolean => {
  switch (arrival.kind) {
    case 'not-sent':
      return true;
    case 'silent':
      return isRepeatable || knowsRequests;
    case 'cut':
      return isRepeatable;
    case 'answered':
      if (arrival.status === 429 || undone.includes(arrival.status)) return true;
      return isRepeatable && (isNoAnswer(arrival.status) || arrival.isWordless === true);
    default:
      return false;
  }
};

/** Twice as long each time, and never all at once. */
const pauseMs = (attempt: number, { firstPauseMs, longestPauseMs }: Line['limits']): number =>
  Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs) * (0.5 + Math.random() / 2);

/** Asks until there is an answer, or no use in asking again. Nothing is repeated that may have happened and would happen twice. */
export const askRepeatedly = async (attempts: Attempts): Promise<Ended> => {
  const { limits, closing } = attempts.line;
  const until = performance.now() + limits.callMs;
  const leftMs = (): number => until - performance.now();
  let answers = 0;
  let isRenewable = attempts.isRenewable;

  /** A pass that is no longer taken is renewed, once. */
  const askWithPass = async (fresh: boolean): Promise<Arrival> => {
    const pass = await attempts.pass(fresh);
    if (!pass.ok) return { kind: 'no-pass', failure: pass.failure };
    const arrival = await attempts.ask(pass.token.value, answers, leftMs);
    if (arrival.kind !== 'answered') return arrival;
    answers += 1;
    if (arrival.status !== 401 || !isRenewable) return arrival;
    isRenewable = false;
    return askWithPass(true);
  };

  /** Whether the rest of the time allows for a pause; what they have named is waited for at the gate. */
  const pausedAfter = async (arrival: Arrival, attempt: number): Promise<boolean> => {
    const pause = pauseMs(attempt, limits);
    if (Math.max(namedWaitMs(arrival, limits), pause) > Math.min(limits.longestWaitMs, leftMs())) return false;
    await sleep(pause, undefined, { signal: closing }).catch(() => null);
    return !closing.aborted;
  };

  let inDoubt = false;
  for (let attempt = 1; ; attempt += 1) {
    const arrival = await askWithPass(false);
    const isLast = attempt >= limits.tries || !mayRepeat(arrival, attempts);
    if (isLast || !(await pausedAfter(arrival, attempt))) return { arrival, inDoubt };
    inDoubt ||= !attempts.isRead && leavesDoubt(arrival, attempts);
  }
};
