/** What has to be measured in a process of its own: this file is also that process, and prints one line of JSON. */
import { spawnSync } from 'node:child_process';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { live } from './live.ts';
import { stockRows } from './lives.ts';

type Rows = Record<string, unknown>;

const started = async <T>(open: () => Promise<T>) => {
  const begun = performance.now();
  const opened = await open();
  const ms = performance.now() - begun;
  const { rss, heapUsed } = process.memoryUsage();
  return { opened, ms, resident: rss / 1024 / 1024, heap: heapUsed / 1024 / 1024 };
};

const journal = async (path: string) => {
  const { opened, ...start } = await started(() => openLowdbStore(path));
  await opened.close();
  return { start };
};

const fillStock = async (path: string, cases: number) => {
  const low = new Low<Rows>(new JSONFile(path), {});
  low.data = stockRows(cases);
  await low.write();
  return {};
};

/** Starts, and then writes one row again and again. */
const stock = async (path: string, times: number) => {
  const low = new Low<Rows>(new JSONFile(path), {});
  const { ms, resident, heap } = await started(() => low.read());
  const latencies: number[] = [];
  const [[key, row] = ['', null]] = Object.entries(low.data);
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await low.update((data) => (data[key] = row));
    latencies.push(performance.now() - begun);
  }
  return { start: { ms, resident, heap }, latencies };
};

const parts = { live, journal, fillStock, stock };
type Parts = typeof parts;

const isPart = (name: string | undefined): name is keyof Parts => name !== undefined && name in parts;

/** More memory than Node takes by itself on a small machine; how much was used is told. */
const MEMORY = '--max-old-space-size=8192';

export const inOwnProcess = <Part extends keyof Parts>(part: Part, path: string, number = 0): Awaited<ReturnType<Parts[Part]>> => {
  const { stdout, status } = spawnSync(process.execPath, [MEMORY, import.meta.filename, part, path, String(number)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${part}: ended with ${String(status)}`);
  return JSON.parse(stdout) as Awaited<ReturnType<Parts[Part]>>;
};

const [part, path = '', number] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && isPart(part)) {
  const result = await parts[part](path, Number(number));
  process.stdout.write(JSON.stringify(result), () => process.exit());
}
