import { later } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import type { PlayClock } from './clock.ts';

interface Means {
  readonly clock: PlayClock;
  /** Through every instant at which something is due. */
  readonly runForward: (until: Instant, set: (now: Instant) => void) => Promise<void>;
  /** The clock has moved, or its jump begins or ends. */
  readonly moved: () => void;
  readonly tell: (sentence: string) => void;
}

/** Leaps of days, one at a time. */
export const createJump = ({ clock, runForward, moved, tell }: Means) => {
  let until: Instant | null = null;
  const set = (to: Instant): void => {
    clock.set(to);
    moved();
  };
  return {
    /** Where it is going; null: nowhere. */
    until: (): Instant | null => until,
    jump: (days: number): void => {
      if (until !== null) return;
      until = later(clock.now(), { days });
      moved();
      runForward(until, set)
        .catch((error: unknown) => {
          tell(`The jump: ${String(error)}`);
        })
        .finally(() => {
          until = null;
          moved();
        });
    },
  };
};
