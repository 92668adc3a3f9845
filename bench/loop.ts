import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Watched {
  /** The longest that the loop was held, by whomever. */
  readonly heldMs: number;
  /** The most processor time of this thread, collector included, between two turns: what of it is our own doing. */
  readonly busyMs: number;
}

const threadMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** A machine that does other work holds the loop as well, by letting us wait: hence the two figures. */
export const watched = async <T>(work: () => Promise<T>): Promise<Watched & { readonly result: T }> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let busyMs = 0;
  let last = threadMs();
  const turns = setInterval(() => {
    const now = threadMs();
    busyMs = Math.max(busyMs, now - last);
    last = now;
  }, 1);
  delay.enable();
  const result = await work();
  delay.disable();
  clearInterval(turns);
  return { heldMs: delay.max / 1e6 - 1, busyMs, result };
};
