/**
 * What a durable write costs with the embedded store, and what it costs with lowdb's own file, and what the disk takes for the
 * same bytes. Run it with `node store.ts` in this folder; STORE_BENCH_FOLDER names another disk.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { Database } from '../src/store/database.ts';
import { commitOf } from '../src/store/journal-lines.ts';
import { pairOf } from '../src/store/table.ts';
import { caseOf, exponent, keyOf, median, quantile } from './store/cases.ts';
import type { Case } from './store/cases.ts';
import { inOwnProcess } from './store/own-process.ts';

const ROUNDS = 7;
const SLICE_MS = 250;
const SIZES = [100, 1_000, 10_000, 100_000];
const WRITERS = [1, 10, 50];
/** Stock lowdb takes seconds for each write beyond these. */
const STOCK_SIZES = SIZES.slice(0, 3);
/** Records a line when a store is filled: what a busy group commit brings. */
const LINE = 50;

const fill = async (store: Database<Case>, size: number): Promise<void> => {
  for (let from = 0; from < size; from += LINE) {
    await store.update((table) => {
      for (let n = from; n < Math.min(size, from + LINE); n++) table.set(keyOf(n), caseOf(n));
    });
  }
};

// ---- The rounds: every candidate gets a slice of each, in an order that rotates.

interface Writer {
  readonly name: string;
  readonly write: () => Promise<void>;
  readonly writers: number;
  /** At most so many writes in a slice. */
  readonly most: number;
}

interface Slice {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

const slice = async ({ write, writers, most }: Writer): Promise<Slice> => {
  const latencies: number[] = [];
  const begun = performance.now();
  const one = async (): Promise<void> => {
    while (latencies.length < most && performance.now() - begun < SLICE_MS) {
      const start = performance.now();
      await write();
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
  return { perSecond: (latencies.length * 1000) / (performance.now() - begun), latencies };
};

const takeTurns = async (candidates: readonly Writer[]): Promise<ReadonlyMap<string, readonly Slice[]>> => {
  const slices = new Map<string, Slice[]>(candidates.map(({ name }) => [name, []]));
  for (const candidate of candidates) await slice(candidate);
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % candidates.length;
    for (const candidate of [...candidates.slice(first), ...candidates.slice(0, first)]) {
      slices.get(candidate.name)?.push(await slice(candidate));
    }
  }
  return slices;
};

const main = async (): Promise<void> => {
  const parent = process.env.STORE_BENCH_FOLDER ?? tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'handshake-bench-'));
  const fileOf = (name: string): string => join(folder, name);
  const journalOf = (size: number): string => `journal, ${size} records`;
  const stockOf = (size: number): string => `lowdb JSONFile, ${size} records`;
  const writersOf = (writers: number): string => `journal, 10000 records, ${writers} writers`;
  const FLOOR = 'append + fdatasync';
  const candidates: Writer[] = [];
  const stores = new Map<number, Database<Case>>();
  let turn = 0;

  const bare = await open(fileOf('bare'), 'a');
  candidates.push({
    name: FLOOR,
    writers: 1,
    most: Infinity,
    write: async () => {
      const next = caseOf(turn++ % 100);
      await bare.appendFile(commitOf([pairOf(keyOf(next.n), next)]));
      await bare.datasync();
    },
  });
  for (const size of SIZES) {
    const store = await Database.open<Case>(fileOf(`journal-${size}`));
    await fill(store, size);
    stores.set(size, store);
    const write = (): Promise<void> => {
      const next = caseOf(turn++ % size);
      return store.update((table) => table.set(keyOf(next.n), next));
    };
    candidates.push({ name: journalOf(size), writers: 1, most: Infinity, write });
    if (size === 10_000) {
      for (const writers of WRITERS) candidates.push({ name: writersOf(writers), writers, most: Infinity, write });
    }
  }
  for (const size of STOCK_SIZES) {
    const stock = new Low<Record<string, Case>>(new JSONFile(fileOf(`stock-${size}`)), {});
    for (let n = 0; n < size; n++) stock.data[keyOf(n)] = caseOf(n);
    await stock.write();
    candidates.push({
      name: stockOf(size),
      writers: 1,
      most: 5,
      write: async () => {
        const next = caseOf(turn++ % size);
        await stock.update((data) => (data[keyOf(next.n)] = next));
      },
    });
  }

  const slices = await takeTurns(candidates);
  const of = (name: string): readonly Slice[] => slices.get(name) ?? [];
  await Promise.all([...stores.values()].map((store) => store.close()));
  stores.clear();
  await bare.close();

  // Once more in order, each in a process of its own; the journal as it was left, not compacted for the occasion.
  const everything = new Low<Record<string, Case>>(new JSONFile(fileOf('stock-100000')), {});
  for (let n = 0; n < 100_000; n++) everything.data[keyOf(n)] = caseOf(n);
  await everything.write();
  everything.data = {};
  const starts = [10_000, 100_000].map((size) => {
    const rounds = Array.from({ length: 3 }, () => ({
      journal: inOwnProcess('startJournal', fileOf(`journal-${size}`)),
      stock: inOwnProcess('startStock', fileOf(`stock-${size}`)),
    }));
    return {
      size,
      journal: {
        ms: median(rounds.map(({ journal }) => journal.ms)),
        megabytes: median(rounds.map((one) => one.journal.megabytes)),
      },
      stock: { ms: median(rounds.map(({ stock }) => stock.ms)), megabytes: median(rounds.map((one) => one.stock.megabytes)) },
      ratio: median(rounds.map(({ journal, stock }) => journal.ms / stock.ms)),
    };
  });
  const held = inOwnProcess('holdLoop', fileOf('journal-100000'));
  rmSync(folder, { recursive: true });

  const met = (isMet: boolean): string => (isMet ? 'met' : 'NOT MET');
  const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
  const p50 = (name: string): number => median(of(name).flatMap(({ latencies }) => latencies));
  const slope = exponent(SIZES.map((size) => [size, p50(journalOf(size))]));
  const stockSlope = exponent(STOCK_SIZES.map((size) => [size, p50(stockOf(size))]));
  const worst = Math.max(...SIZES.map((size) => p50(journalOf(size)) / p50(FLOOR)));
  const one = of(writersOf(1));
  const gain = median(of(writersOf(50)).map(({ perSecond }, round) => perSecond / (one[round]?.perSecond ?? NaN)));
  const startRatio = Math.min(...starts.map((one) => one.ratio));

  const writes = candidates.map(({ name }) => {
    const all = of(name).flatMap(({ latencies }) => latencies);
    const perSecond = median(of(name).map((one) => one.perSecond));
    return [name, short(perSecond), short(median(all)), short(quantile(all, 0.99)), short(p50(name) / p50(FLOOR)), ''];
  });
  const rows: readonly (readonly string[])[] = [
    ['what', 'per second', 'p50 ms', 'p99 ms', '× bare', 'aim'],
    ['---', '---:', '---:', '---:', '---:', '---'],
    ...writes,
    ...starts.flatMap(({ size, journal, stock }) => [
      [`start-up, journal, ${size} records`, '', short(journal.ms), '', '', `${journal.megabytes.toFixed(0)} MB resident`],
      [`start-up, lowdb JSONFile, ${size} records`, '', short(stock.ms), '', '', `${stock.megabytes.toFixed(0)} MB resident`],
    ]),
    [`10 writers, 100000 records, ${held.compactions} compactions`, '', short(held.p50), short(held.p99), '', ''],
    ['growth exponent of p50, 100 to 100000 records', '', '', '', '', `< 0.05: ${slope.toFixed(3)}, ${met(slope < 0.05)}`],
    ['growth exponent of lowdb JSONFile, to 10000', '', '', '', '', stockSlope.toFixed(3)],
    ['p50 : bare append, worst size', '', '', '', '', `≤ 3: ${short(worst)}, ${met(worst <= 3)}`],
    ['50 writers : 1 writer', '', '', '', '', `≥ 5: ${short(gain)}, ${met(gain >= 5)}`],
    [
      'start-up : lowdb JSONFile',
      '',
      '',
      '',
      '',
      `≤ 2.5: ${starts.map((one) => short(one.ratio)).join(', ')}, ${met(startRatio <= 2.5)}`,
    ],
    [
      'event loop held, compaction included, max ms',
      '',
      '',
      '',
      '',
      `≤ 50: ${short(held.heldMs)}, ${met(held.heldMs <= 50)} (processor time of ours: ${short(held.busyMs)}; doing nothing: ${short(held.quietMs)})`,
    ],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const isNumber = (column: number): boolean => column > 0 && column < 5;
  const pad = (cell: string, column: number): string =>
    isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);

  const bytes = commitOf([pairOf(keyOf(1), caseOf(1))]).length;
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}, ${folder}`);
  console.log(
    `${ROUNDS} rounds of ${SLICE_MS} ms for each, ${bytes} bytes a record; start-up and 50 : 1 are medians of the rounds' ratios\n`,
  );
  console.log(rows.map((row) => `| ${row.map(pad).join(' | ')} |`).join('\n'));
};

await main();
