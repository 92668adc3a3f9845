import type { Clock } from '../ports.ts';

const WINDOW_MS = 600_000;

interface Means {
  readonly clock: Clock;
  /** So often from one address, and from all of them together, in ten minutes. */
  readonly perAddress?: number;
  readonly overall?: number;
}

const GROUPS = 8;
const NETWORK = 4;

/** Whoever has one address of the newer kind has all of its network. */
const networkOf = (from: string): string => {
  const address = from.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, GROUPS - first.length - rest.length) }, () => '0');
  return [...first, ...zeros, ...rest].slice(0, NETWORK).join(':');
};

/** Counts who comes, so that nobody can try codes for long. */
export const createTurnstile = ({ clock, perAddress = 30, overall = 900 }: Means) => {
  const came = new Map<string, number>();
  let since = 0;
  let all = 0;

  return {
    /** Null: come in. Else so many seconds are to be waited. */
    waitOf: (from: string): number | null => {
      const now = Date.parse(clock.now());
      if (now - since >= WINDOW_MS) {
        since = now;
        all = 0;
        came.clear();
      }
      const network = networkOf(from);
      const often = came.get(network) ?? 0;
      // Who is sent away is not counted for all: one alone must not close the door to everybody.
      if (often >= perAddress || all >= overall) return Math.ceil((since + WINDOW_MS - now) / 1000);
      came.set(network, often + 1);
      all += 1;
      return null;
    },
  };
};

export type Turnstile = ReturnType<typeof createTurnstile>;
