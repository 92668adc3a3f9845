import { instant } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Clock } from '../ports.ts';

interface Hands {
  /** What the machine says the time is; may be set, by hand or by a server. */
  readonly wall: () => number;
  /** Milliseconds since some moment; runs evenly. */
  readonly even: () => number;
}

/** A step of the wall clock that is not worth a thought: corrections of every day. */
const SMALL_MS = 60_000;
/** For how long a machine has to insist on another time before it is believed. */
const INSISTING_MS = 10 * 60_000;

const system: Hands = { wall: Date.now, even: () => performance.now() };

/**
 * A clock that does not jump. When the machine's clock is set, time goes on evenly until the machine has insisted for a
 * while: so a mistaken setting expires nothing. It never runs backwards; it stands still until the others have caught up.
 * Nor does it after a restart: `notBefore` is the newest instant that is kept.
 */
export const createSteadyClock = (
  tell: (sentence: string) => void,
  notBefore: Instant | null,
  { wall, even }: Hands = system,
): Clock => {
  let last = notBefore === null ? -Infinity : Date.parse(notBefore);
  let offset = Math.max(wall(), last) - even();
  let doubt: { offset: number; since: number } | null = null;

  const consider = (): void => {
    const seen = wall() - even();
    if (Math.abs(seen - offset) < SMALL_MS) {
      offset = seen;
      doubt = null;
    } else if (doubt === null || Math.abs(seen - doubt.offset) >= SMALL_MS) {
      doubt = { offset: seen, since: even() };
      tell(
        `The clock was set by ${Math.round((seen - offset) / 1000)} s. Time goes on evenly until that has held for ten minutes.`,
      );
    } else if (even() - doubt.since >= INSISTING_MS) {
      tell('The clock was set, and stays so: it is followed from now on.');
      offset = seen;
      doubt = null;
    }
  };

  return {
    now: () => {
      consider();
      last = Math.max(last, Math.floor(even() + offset));
      return instant(last);
    },
  };
};
