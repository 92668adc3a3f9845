import type { Operator } from '../ports.ts';

const MOST_DETAILS = 2000;

/** What broke and where, in one line of a log, whoever had a hand in it. */
export const detailsOf = (error: unknown): string => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return words.slice(0, MOST_DETAILS).replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
};

/** Work that goes on while nobody waits for it, and that nobody may cut off when the program ends in peace. */
export const createBackground = (operator: Operator) => {
  const underWay = new Set<Promise<void>>();

  return {
    /** `what` became of it in vain, for whoever runs the bot. */
    goesOn: (work: Promise<void>, what: string): void => {
      const safely: Promise<void> = work
        .catch((error: unknown) => {
          operator.tell(`${what}: ${detailsOf(error)}`);
        })
        .finally(() => underWay.delete(safely));
      underWay.add(safely);
    },

    settled: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};

export type Background = ReturnType<typeof createBackground>;
