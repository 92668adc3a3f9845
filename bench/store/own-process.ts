/** What has to be measured in a process of its own: this file is also that process, and prints one line of JSON. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { Database } from '../../src/store/database.ts';
import { caseOf, keyOf, median, quantile } from './cases.ts';
import type { Case } from './cases.ts';

const MEGABYTE = 1024 * 1024;

interface Start {
  readonly ms: number;
  readonly megabytes: number;
}

const start = async (read: () => Promise<unknown>): Promise<Start> => {
  const begun = performance.now();
  const kept = await read();
  const ms = performance.now() - begun;
  return { ms: kept === undefined ? NaN : ms, megabytes: process.memoryUsage().rss / MEGABYTE };
};

const startJournal = (path: string): Promise<Start> => start(() => Database.open<Case>(path));

const startStock = (path: string): Promise<Start> =>
  start(async () => {
    const stock = new Low<Record<string, Case>>(new JSONFile(path), {});
    await stock.read();
    return stock.data;
  });

interface Held {
  readonly quietMs: number;
  readonly heldMs: number;
  /** The most processor time of this thread, collector included, between two turns: what of it is our own doing. */
  readonly busyMs: number;
  readonly compactions: number;
  readonly p50: number;
  readonly p99: number;
}

/** Ten writers on a large store that is compacted again and again. The delay of an idle process is what the machine adds. */
const holdLoop = async (path: string): Promise<Held> => {
  const cpu = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const watch = async (work: () => Promise<unknown>): Promise<{ held: number; busy: number }> => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let busy = 0;
    let last = cpu();
    const turns = setInterval(() => {
      const now = cpu();
      busy = Math.max(busy, now - last);
      last = now;
    }, 1);
    delay.enable();
    await work();
    delay.disable();
    clearInterval(turns);
    return { held: delay.max / 1e6 - 1, busy };
  };
  const quiet = await watch(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  // Less than nothing to spare: compaction begins anew as soon as it has ended.
  const store = await Database.open<Case>(path, { slack: -2e9 });
  const latencies: number[] = [];
  let compactions = 0;
  let id = statSync(path).ino;
  const end = performance.now() + 10_000;
  const writer = async (who: number): Promise<void> => {
    for (let n = who; performance.now() < end; n += 10) {
      const next = caseOf(n % store.data.size);
      const begun = performance.now();
      await store.update((table) => table.set(keyOf(next.n), next));
      latencies.push(performance.now() - begun);
      const now = statSync(path).ino;
      if (now !== id) compactions++;
      id = now;
    }
  };
  const { held, busy } = await watch(() => Promise.all(Array.from({ length: 10 }, (_, who) => writer(who))));
  await store.close();
  return { quietMs: quiet.held, heldMs: held, busyMs: busy, compactions, p50: median(latencies), p99: quantile(latencies, 0.99) };
};

const parts = { startJournal, startStock, holdLoop };
const isPart = (name: string | undefined): name is keyof typeof parts => name !== undefined && name in parts;

export const inOwnProcess = <Part extends keyof typeof parts>(
  part: Part,
  path: string,
): Awaited<ReturnType<(typeof parts)[Part]>> => {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, part, path], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Awaited<ReturnType<(typeof parts)[Part]>>;
};

const [part, path = ''] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && isPart(part)) {
  console.log(JSON.stringify(await parts[part](path)));
  process.exit();
}
