import type { Arrival } from './arrival.ts';
import type { Limits } from './limits.ts';

const SECONDS = /^\s*\d+(?:\.\d+)?\s*$/;

const milliseconds = (said: string, now: number): number =>
  SECONDS.test(said) ? Number(said) * 1000 : Math.max(0, Date.parse(said) - now);

/**
 * For how long an answer wants to be left alone, in seconds or until a date; null where it says nothing that makes sense.
 * A date is read by the clock of whoever says it, if they tell the time.
 */
export const retryAfterMs = (headers: Readonly<Record<string, string>>, longestMs: number): number | null => {
  const said = headers['retry-after'];
  if (said === undefined || /^\s*[-+]/.test(said)) return null;
  const theirs = Date.parse(headers.date ?? '');
  const named = milliseconds(said, Number.isNaN(theirs) ? Date.now() : theirs);
  return Number.isNaN(named) ? null : Math.min(named, longestMs);
};

/** Others name a time as well, and mean something else by it: when to look whether it is done. */
const isTired = (status: number): boolean => status === 429 || status === 503;

/** For how long whoever has answered wants to be left alone: not at all, where they do not say. */
export const namedWaitMs = (arrival: Arrival, { longestNamedMs }: Limits): number =>
  arrival.kind === 'answered' && isTired(arrival.status) ? (retryAfterMs(arrival.headers, longestNamedMs) ?? 0) : 0;
