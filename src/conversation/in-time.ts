/** How long somebody who pressed a button may wait; what takes longer goes on behind. */
export const PATIENCE_MS = 1_800;

const late = Symbol('late');

/** What comes of some work, or null when it takes longer; the work goes on all the same. */
export const inTime = async <T>(work: Promise<T>, patienceMs: number): Promise<{ readonly came: T } | null> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => {
      resolve(late);
    }, patienceMs);
  });
  try {
    const first = await Promise.race([work, over]);
    return first === late ? null : { came: first };
  } finally {
    clearTimeout(timer);
  }
};
