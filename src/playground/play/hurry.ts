import type { Store } from '../../ports.ts';
import { instant } from '../../cases/time.ts';
import type { PlayClock } from './clock.ts';

/** Whoever has done something looks on for so long. */
const LOOKS_ON_MS = 15_000;
/** Such a wait is skipped meanwhile. */
const SHORT_MS = 90_000;

interface Means {
  readonly clock: PlayClock;
  readonly store: Pick<Store, 'nextDue'>;
  readonly isJumping: () => boolean;
}

/** Microsoft takes a minute for this and that. Who plays does not want to wait for it: time leaps over what is short. */
export const createHurry = ({ clock, store, isJumping }: Means) => {
  let last = -Infinity;
  return {
    somebodyActed: (): void => {
      last = performance.now();
    },
    /** Leaps to what is due soon; says whether it did. */
    on: async (): Promise<boolean> => {
      if (isJumping() || performance.now() - last > LOOKS_ON_MS) return false;
      const next = await store.nextDue();
      const wait = next === null ? Infinity : Date.parse(next) - Date.parse(clock.now());
      if (wait <= 0 || wait > SHORT_MS) return false;
      clock.set(instant(Date.parse(clock.now()) + wait));
      return true;
    },
  };
};
