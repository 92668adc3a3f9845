/** So many at once ask a server, each as soon as it has been answered. */
import { Pool } from 'undici';

export interface Slice {
  readonly count: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
}

/** The next activity; null: there is none any more. */
type Next = () => string | null;

export const askedBy = (url: string, atOnce: number) => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: atOnce });

  const once = async (body: string, isRight: (answer: string) => boolean): Promise<void> => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const answer = await pool.request({ method: 'POST', path: pathname, headers, body });
    const text = await answer.body.text();
    if (answer.statusCode >= 300 || !isRight(text)) throw new Error(`${url}: ${answer.statusCode} ${text.slice(0, 2000)}`);
  };

  return {
    during: async (next: Next, isRight: (answer: string) => boolean): Promise<Slice> => {
      const latencies: number[] = [];
      const begun = performance.now();
      const one = async (): Promise<void> => {
        for (let body = next(); body !== null; body = next()) {
          const since = performance.now();
          await once(body, isRight);
          latencies.push(performance.now() - since);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      return { count: latencies.length, seconds: (performance.now() - begun) / 1000, latencies };
    },
    close: () => pool.close(),
  };
};

/** No two activities of a run have the same number. */
let numbered = 0;

/** Activities for so long. */
export const forMs = (ms: number, make: (number: number) => string): Next => {
  const until = performance.now() + ms;
  return () => (performance.now() < until ? make(numbered++) : null);
};

/** One activity for each of these. */
export const oneFor = <T>(all: readonly T[], make: (one: T, number: number) => string): Next => {
  const left = [...all];
  return () => {
    const one = left.pop();
    return one === undefined ? null : make(one, numbered++);
  };
};
