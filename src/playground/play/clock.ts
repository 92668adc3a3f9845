import { instant } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';

/** The machine’s clock, and how far this world is ahead of it. */
export const createPlayClock = (aheadMs = 0) => {
  let ahead = aheadMs;
  return {
    now: (): Instant => instant(Date.now() + ahead),
    /** From then on time passes as usual. Nothing is ever earlier than it was. */
    set: (to: Instant): void => {
      ahead = Math.max(ahead, Date.parse(to) - Date.now());
    },
    aheadMs: (): number => ahead,
  };
};

export type PlayClock = ReturnType<typeof createPlayClock>;
