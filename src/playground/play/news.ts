import type { Happening } from '../teams/transcript.ts';

/** Grows from start to start: what a page has seen of the last one is never newer than what there is now. */
const firstStamp = (): number => Date.now();

/** What has changed, so that a page knows what to look at, and when. */
export const createNews = () => {
  let version = firstStamp();
  const first = version;
  const stamps = new Map<string, number>();
  const waiting = new Set<() => void>();

  const changed = (): void => {
    version += 1;
    for (const look of [...waiting]) look();
  };

  const count = (key: string): void => void stamps.set(key, (stamps.get(key) ?? 0) + 1);

  return {
    begun: first,
    version: (): number => version,
    changed,
    /** Something happened in a chat, for everybody there or for one of them. */
    heard: ({ chat, onlyFor }: Happening): void => {
      count(onlyFor === null ? chat.id : `${chat.id} ${onlyFor}`);
      changed();
    },
    stampOf: (chat: string, person: string): number => first + (stamps.get(chat) ?? 0) + (stamps.get(`${chat} ${person}`) ?? 0),
    /** Until there is something newer, or the time is up. */
    newerThan: (seen: number, ms: number): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (version > seen) done();
        };
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        // Whoever waits keeps no process from ending.
        const timer = setTimeout(done, ms).unref();
        waiting.add(look);
        look();
      }),
  };
};

export type News = ReturnType<typeof createNews>;
