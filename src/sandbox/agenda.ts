import { instant } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';

interface Entry {
  readonly at: number;
  readonly happens: () => void;
}

export interface Agenda {
  /** The moment of what is just happening; between the happenings, what the outer clock says. */
  readonly now: () => Instant;
  readonly inSeconds: (seconds: number, happens: () => void) => void;
  readonly settle: () => void;
  /** Forgets what was going to happen; what is set going instead counts from that moment, unless that is still to come. */
  readonly startOver: (from: Instant, setGoing: () => void) => void;
}

/** What is going to happen by itself. Nobody has to be there: it happens, at its own time, when somebody looks. */
export const createAgenda = (outer: () => Instant, tell: (sentence: string) => void): Agenda => {
  const entries: Entry[] = [];
  let happening: number | null = null;

  const now = (): Instant => (happening === null ? outer() : instant(happening));

  const put = (entry: Entry): void => {
    const before = entries.findLastIndex(({ at }) => at <= entry.at);
    entries.splice(before + 1, 0, entry);
  };

  const run = ({ at, happens }: Entry): void => {
    happening = at;
    try {
      happens();
    } catch (problem) {
      tell(`Something failed to happen at ${instant(at)}: ${String(problem)}`);
    }
  };

  const settle = (): void => {
    if (happening !== null) return;
    const until = Date.parse(outer());
    try {
      for (let next = entries[0]; next !== undefined && next.at <= until; next = entries[0]) {
        entries.shift();
        run(next);
      }
    } finally {
      happening = null;
    }
  };

  const startOver = (from: Instant, setGoing: () => void): void => {
    entries.length = 0;
    happening = Math.min(Date.parse(from), Date.parse(outer()));
    try {
      setGoing();
    } finally {
      happening = null;
    }
  };

  return {
    now,
    inSeconds: (seconds, happens) => {
      put({ at: Math.round(Date.parse(now()) + Math.max(0, seconds) * 1000), happens });
    },
    settle,
    startOver,
  };
};
