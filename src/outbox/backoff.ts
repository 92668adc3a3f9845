import { instant } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';

/** About a day of tries. After that it is no longer a matter of waiting. */
export const MOST_FAILURES = 30;

const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;
/** Whoever has nothing to tell is not asked more often than this, whatever they say. */
const SHORTEST_LOOK_MS = 60_000;
/** Whoever names a longer wait than this is not believed. */
const LONGEST_NAMED_MS = 24 * LONGEST_MS;

/** Twice as long each time, and never all at once. */
const backoffMs = (failures: number, fraction: number): number =>
  Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS) * (0.5 + fraction / 2);

/** Milliseconds of a moment that somebody else has named; null where it makes no sense. */
const believed = (now: Instant, named: Instant): number | null => {
  const at = Date.parse(named);
  return Number.isNaN(at) ? null : Math.min(at, Date.parse(now) + LONGEST_NAMED_MS);
};

/** When something is looked at again that nothing has happened to: never at once, and never a long time from now. */
export const lookAgainAt = (now: Instant, named: Instant): Instant => {
  const at = believed(now, named) ?? Date.parse(now) + LONGEST_MS;
  return instant(Math.max(at, Date.parse(now) + SHORTEST_LOOK_MS));
};

/** When it is tried again: not before the moment they named, if they named one that makes sense. */
export const tryAgainAt = (now: Instant, failures: number, fraction: number, named?: Instant): Instant => {
  const ours = Date.parse(now) + backoffMs(failures, fraction);
  const theirs = named === undefined ? null : believed(now, named);
  return instant(Math.max(ours, theirs ?? 0));
};

/** When it is looked again whether a case goes on: the longer it has stood still, the later, and within the hour. */
export const waitingWith = (now: Instant, since: Instant): Instant =>
  instant(Date.parse(now) + Math.min(Math.max(Date.parse(now) - Date.parse(since), SHORTEST_LOOK_MS), LONGEST_MS));
