import { withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';

/** All of one kind, seen together: ten thousand watched relationships cost a page for each three hundred. */
export interface Sightings<T> {
  readonly of: (id: string) => Promise<Sent<T | null>>;
  readonly all: () => Promise<Sent<readonly T[]>>;
  /** Something has changed: the next who asks looks anew. */
  readonly forget: () => void;
}

interface Source<T> {
  readonly all: () => Promise<Sent<readonly T[]>>;
  readonly idOf: (one: T) => string;
  /** Milliseconds for which a look is good enough. */
  readonly goodForMs: number;
  /** Never runs backwards; not the time of day. */
  readonly elapsed: () => number;
}

interface Look<T> {
  readonly at: number;
  readonly seen: Promise<Sent<ReadonlyMap<string, T>>>;
}

const indexed = <T>(sent: Sent<readonly T[]>, idOf: (one: T) => string): Sent<ReadonlyMap<string, T>> =>
  sent.ok ? { ...sent, body: new Map(sent.body.map((one) => [idOf(one), one])) } : sent;

/** Looks once for everybody who asks within a while. What could not be seen is looked for again at once. */
export const createSightings = <T>({ all, idOf, goodForMs, elapsed }: Source<T>): Sightings<T> => {
  let last: Look<T> | null = null;

  const look = (): Look<T> => {
    const begun: Look<T> = { at: elapsed(), seen: all().then((sent) => indexed(sent, idOf)) };
    const forgetThis = (): void => {
      if (last === begun) last = null;
    };
    void begun.seen.then((sent) => {
      if (!sent.ok) forgetThis();
    }, forgetThis);
    return begun;
  };

  const seen = (): Look<T>['seen'] => {
    if (last === null || elapsed() - last.at >= goodForMs) last = look();
    return last.seen;
  };

  return {
    of: async (id) => withBody(await seen(), (all) => all.get(id) ?? null),
    all: async () => withBody(await seen(), (all) => [...all.values()]),
    forget: () => {
      last = null;
    },
  };
};
