import type { Clock } from '../ports.ts';

interface Kept<T> {
  readonly at: number;
  readonly answer: Promise<T>;
}

const KEPT_MS = 10 * 60_000;
const MOST = 500;

/** What has been answered a moment ago, or is about to be, is answered again in the same way. */
export const createRecent = <T>(clock: Clock) => {
  const kept = new Map<string, Kept<T>>();

  const forgetOld = (now: number): void => {
    for (const [key, { at }] of kept) {
      if (now - at < KEPT_MS && kept.size < MOST) return;
      kept.delete(key);
    }
  };

  /** `forget`: what came of it is nothing to be said twice. */
  return (key: string, make: (forget: () => void) => Promise<T>): Promise<T> => {
    const now = Date.parse(clock.now());
    forgetOld(now);
    const known = kept.get(key);
    if (known !== undefined) return known.answer;
    const answer = make(() => {
      if (kept.get(key)?.answer === answer) kept.delete(key);
    });
    kept.set(key, { at: now, answer });
    return answer;
  };
};
