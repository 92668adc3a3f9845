import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import type { Arrival } from './arrival.ts';
import type { Limits } from './limits.ts';

const late: Arrival = { kind: 'not-sent', words: 'its time was over before its turn' };

/** So many at once, and so many who wait, nobody for longer than they have time. Whose time is over never has its turn. */
export const createTurns = ({ atOnce, waiting, longestPauseMs }: Limits) => {
  const turns = bulkhead(atOnce, waiting);

  const crowded = (error: unknown): Arrival => {
    if (error instanceof BulkheadRejectedError) return { kind: 'held', afterMs: longestPauseMs };
    throw error;
  };

  return <T>(act: () => Promise<T>, leftMs: () => number): Promise<T | Arrival> =>
    new Promise((resolve, reject) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        resolve(late);
      }, leftMs());
      const turn = turns.execute(async () => {
        clearTimeout(timer);
        return isLate || leftMs() <= 0 ? late : act();
      });
      turn
        .catch(crowded)
        .finally(() => {
          clearTimeout(timer);
        })
        .then(resolve, reject);
    });
};
