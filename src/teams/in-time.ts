import { setTimeout as sleep } from 'node:timers/promises';

export const LATE: unique symbol = Symbol('late');

/** What comes of it, or that it takes longer than somebody waits. The work goes on. */
export const inTime = async <T>(work: Promise<T>, patienceMs: number): Promise<T | typeof LATE> => {
  const isOver = new AbortController();
  const late = sleep<typeof LATE>(patienceMs, LATE, { signal: isOver.signal }).catch((): typeof LATE => LATE);
  try {
    return await Promise.race([work, late]);
  } finally {
    isOver.abort();
  }
};
