export interface Watch {
  /** Something has changed. */
  readonly happened: () => void;
  /** What is looked for, as soon as it is there. Says so when it does not come. */
  readonly waitFor: <T>(look: () => T | null | undefined | false, ms?: number) => Promise<T>;
  /** Counts as going on until it is over. */
  readonly during: <T>(doing: Promise<T>) => Promise<T>;
  /** Nothing goes on, and nothing has happened for so long. */
  readonly settled: (ms?: number) => Promise<void>;
}

const PATIENCE_MS = 5000;
const QUIET_MS = 30;

/** Waiting for what happens, without looking at a clock. */
export const createWatch = (latest: () => string): Watch => {
  const looking = new Set<() => void>();
  let goingOn = 0;
  const happened = (): void => {
    for (const look of [...looking]) look();
  };

  const waitFor: Watch['waitFor'] = (look, ms = PATIENCE_MS) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        looking.delete(once);
      };
      const once = (): void => {
        const found = look();
        if (found === null || found === undefined || found === false) return;
        stop();
        resolve(found);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`What was waited for did not happen. Last: ${latest()}`));
      }, ms);
      looking.add(once);
      once();
    });

  const settled = (ms = QUIET_MS): Promise<void> =>
    new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const again = (): void => {
        clearTimeout(timer);
        if (goingOn > 0) return;
        timer = setTimeout(() => {
          looking.delete(again);
          resolve();
        }, ms);
      };
      looking.add(again);
      again();
    });

  const during: Watch['during'] = async (doing) => {
    goingOn += 1;
    happened();
    try {
      return await doing;
    } finally {
      goingOn -= 1;
      happened();
    }
  };

  return { happened, waitFor, during, settled };
};
