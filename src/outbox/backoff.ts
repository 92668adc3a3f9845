import { instant } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';

/** About a day of tries. After that it is no longer a matter of waiting. */
export const MOST_FAILURES = 30;

const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;
/** Whoever names a longer wait than this is not believed. */
const LONGEST_NAMED_MS = 24 * LONGEST_MS;

/** Twice as long each time, and never all at once. */
const backoffMs = (failures: number, fraction: number): number =>
  Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS) * (0.5 + fraction / 2);

/** When it is tried again: not before the moment they named, if they named one that makes sense. */
export const tryAgainAt = (now: Instant, failures: number, fraction: number, named?: Instant): Instant => {
  const ours = Date.parse(now) + backoffMs(failures, fraction);
  const theirs = named === undefined ? 0 : Math.min(Date.parse(named), Date.parse(now) + LONGEST_NAMED_MS);
  return instant(Math.max(ours, theirs));
};
