import type { Reply } from '../../../sandbox/exchange.ts';
import type { Instant } from '../../../cases/time.ts';
import type { Asking } from '../faults.ts';
import { tooMany } from './refusals.ts';

type Window = readonly [seconds: number, most: number];

const SAYING: readonly Window[] = [
  [1, 7],
  [2, 8],
  [30, 60],
  [3600, 1800],
];
const ASKING: readonly Window[] = SAYING.map(([seconds, most]) => [seconds, most * 2]);
const ALTOGETHER: readonly Window[] = [[1, 50]];

const LONGEST_MS = 3_600_000;

/** Seconds until one more is allowed; null: it is now. */
const early = (times: readonly number[], windows: readonly Window[], now: number): number | null => {
  const full = windows.find(([seconds, most]) => times.filter((at) => at > now - seconds * 1000).length >= most);
  return full === undefined ? null : full[0];
};

/** What Teams allows one bot in one conversation, and in one tenant. */
export const createLimits = (now: () => Instant): ((what: Asking, conversation: string) => Reply | null) => {
  const taken = new Map<string, number[]>();
  const recent = (key: string, at: number): number[] => {
    const times = (taken.get(key) ?? []).filter((time) => time > at - LONGEST_MS);
    taken.set(key, times);
    return times;
  };
  return (what, conversation) => {
    const at = Date.parse(now());
    const all = recent('', at);
    const here = recent(what === 'members' ? `${conversation} members` : `${conversation} said`, at);
    const seconds = early(here, what === 'members' ? ASKING : SAYING, at) ?? early(all, ALTOGETHER, at);
    if (seconds !== null) return tooMany(seconds);
    all.push(at);
    here.push(at);
    return null;
  };
};
