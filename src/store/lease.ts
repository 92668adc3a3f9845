/**
 * A lock file, as a courtesy: it gives the second process a clear message. What keeps the data safe is the fence in the
 * journal. The owner touches the file; a stranger takes it over once it has not moved for a while of the stranger's own,
 * monotonic clock, so that no two clocks are compared, or at once when the owner is known to be dead.
 */
import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from './store-error.ts';

export interface LeaseTimes {
  /** How often the owner touches the file. */
  readonly beatMs: number;
  /** How long it has to stand still before a stranger takes it. */
  readonly staleMs: number;
}

export type Release = () => Promise<void>;

interface Seen {
  readonly owner: string;
  readonly touched: number;
}

const USUAL: LeaseTimes = { beatMs: 2000, staleMs: 8000 };
/** What this very process holds; its process number alone would not tell it from a predecessor in the same container. */
const held = new Set<string>();

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const look = async (path: string): Promise<Seen | null> => {
  try {
    return { owner: await readFile(path, 'utf8'), touched: (await stat(path)).mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

const claim = async (path: string, owner: string): Promise<boolean> => {
  const lock = await open(path, 'wx').catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  });
  if (lock === null) return false;
  try {
    await lock.writeFile(owner);
    return true;
  } catch (error) {
    // A lock without a name in it, as a full disk leaves it, would keep the next one waiting.
    await rm(path, { force: true });
    throw error;
  } finally {
    await lock.close();
  }
};

const isKnownDead = (owner: string): boolean => {
  const [host, number = ''] = owner.split(' ');
  if (host !== hostname() || held.has(owner)) return false;
  const pid = Number(number);
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
};

const inUse = (path: string, owner: string): StoreError => {
  const [host = 'unknown', pid = 'unknown'] = owner.split(' ');
  const file = path.replace(/\.lock$/, '');
  return new StoreError(
    'in-use',
    `${file} is in use by process ${pid} on host ${host}. One process at a time: stop that one first, or name another file.`,
  );
};

/** Returns when the lock has stood still for long enough, or is gone; throws as soon as somebody moves it. */
const watch = async (path: string, seen: Seen, { beatMs, staleMs }: LeaseTimes): Promise<void> => {
  if (held.has(seen.owner)) throw inUse(path, seen.owner);
  for (const until = performance.now() + staleMs; performance.now() < until;) {
    await pause(beatMs / 8);
    const now = await look(path);
    if (now === null) return;
    if (now.owner !== seen.owner || now.touched !== seen.touched) throw inUse(path, now.owner);
  }
};

const acquire = async (path: string, owner: string, times: LeaseTimes): Promise<void> => {
  while (!(await claim(path, owner))) {
    const seen = await look(path);
    if (seen === null) continue;
    if (!isKnownDead(seen.owner)) await watch(path, seen, times);
    if ((await look(path))?.owner === seen.owner) await rm(path, { force: true });
  }
};

/** Takes the lock or throws in words. `lost` is called when somebody else has taken it later on. */
export const takeLease = async (path: string, lost: (cause: StoreError) => void, times: LeaseTimes = USUAL): Promise<Release> => {
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  await acquire(path, owner, times);
  held.add(owner);

  const beat = async (): Promise<void> => {
    const seen = await look(path);
    const now = new Date();
    if (seen?.owner === owner) await utimes(path, now, now);
    // Deleted by hand: put back. Empty: somebody is writing a name into it, which the next beat reads.
    else if (seen === null && held.has(owner)) await claim(path, owner);
    else if (seen !== null && seen.owner !== '') lost(inUse(path, seen.owner));
  };
  // A beat that fails is made up for by the next.
  const timer = setInterval(() => void beat().catch(() => undefined), times.beatMs).unref();

  return async () => {
    clearInterval(timer);
    held.delete(owner);
    if ((await look(path).catch(() => null))?.owner === owner) await rm(path, { force: true });
  };
};
