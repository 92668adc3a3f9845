/**
 * What a durable command costs on a store that has been lived in, what the store takes of that, and what the disk takes for the
 * same bytes; what starting and carrying out cost. Run it with `node store.ts` in this folder; STORE_BENCH_FOLDER names another disk.
 */
import { constants } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { exponent, median, met, quantile, short, tableOf } from './figures.ts';
import type { Row } from './figures.ts';
import { journalIn, nameOf, SIZES, SLOW_MS, WRITERS } from './store/live.ts';
import { fillJournal } from './store/lives.ts';
import { inOwnProcess } from './store/own-process.ts';
import { howMeasured, resultOf, roundByRound } from './store/rounds.ts';

const LARGEST = 100_000;
/** Stock lowdb writes everything each time: seconds for the last of these, and nothing at all beyond. */
const STOCK = [
  { cases: 100, writes: 20 },
  { cases: 1_000, writes: 10 },
  { cases: 10_000, writes: 3 },
];
const STARTED = 10_000;
const START_ROUNDS = 3;

const say = (sentence: string): void => {
  console.error(sentence);
};

const parent = process.env.STORE_BENCH_FOLDER ?? tmpdir();
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(join(parent, 'handshake-bench-'));
const stockIn = (cases: number): string => join(folder, `stock-${cases}`);

const measured = async () => {
  const begun = performance.now();
  for (const cases of SIZES) await fillJournal(journalIn(folder, cases), cases);
  await fillJournal(journalIn(folder, 'slow'), STARTED);
  for (const { cases } of STOCK) inOwnProcess('fillStock', stockIn(cases), cases);
  const sizes = { journal: statSync(journalIn(folder, LARGEST)).size, stock: statSync(stockIn(STARTED)).size };
  say(`Stores of ${SIZES.join(', ')} cases filled in ${short((performance.now() - begun) / 1000)} s.`);
  const starts = Array.from({ length: START_ROUNDS }, () => ({
    journal: inOwnProcess('journal', journalIn(folder, STARTED)).start,
    stock: inOwnProcess('stock', stockIn(STARTED)).start,
  }));
  const stock = STOCK.map(({ cases, writes }) => ({ cases, ...inOwnProcess('stock', stockIn(cases), writes) }));
  say('Starts and stock lowdb measured; now the open stores.');
  return { sizes, starts, stock, live: inOwnProcess('live', folder) };
};

type Measured = Awaited<ReturnType<typeof measured>>;

const kinds = ['asked', 'answered'] as const;
type Kind = (typeof kinds)[number];
const wordsOf: Readonly<Record<Kind, string>> = { asked: 'a question back', answered: 'its answer, judged anew' };

const HEAD = ['what', 'per second', 'p50 ms', 'p99 ms', 'CPU ms', '× bare', 'remark'];

const rowsOfWrites = ({ live: { slices, bytes, outbox }, stock }: Measured): Row[] => {
  const bare = resultOf(slices, nameOf.bare);
  const toBare = (name: string, kind: Kind): number =>
    roundByRound([resultOf(slices, name).p50s(kind), bare.p50s(kind)], ([one = NaN, floor = NaN]) => one / floor);
  const row = (name: string, kind: Kind, what: string, remark = ''): Row => {
    const { latencies, cpuMs } = resultOf(slices, name);
    const times = latencies(kind);
    const perSecond = (times.length * 1000) / times.reduce((sum, time) => sum + time, 0);
    const cost = what === '' ? '' : short(cpuMs);
    return [
      ...[what === '' ? `… ${wordsOf[kind]}` : what, short(perSecond), short(median(times)), short(quantile(times, 0.99))],
      ...[cost, short(toBare(name, kind)), remark],
    ];
  };
  const busy = (name: string): Row => {
    const { perSecond, latencies, cpuMs } = resultOf(slices, name);
    const times = kinds.flatMap(latencies);
    return [name, short(perSecond), short(median(times)), short(quantile(times, 0.99)), short(cpuMs), '', ''];
  };
  const carried = (cases: number, { perSecond, cpuMs }: typeof outbox.large): Row => [
    `outbox, ${cases} effects waiting`,
    ...[short(perSecond), '', '', short(cpuMs), '', 'cards, and letters that report back'],
  ];
  return [
    ...kinds.map((kind) => row(nameOf.bare, kind, `${nameOf.bare}, ${bytes[kind]} bytes`, `the line of ${wordsOf[kind]}`)),
    row(nameOf.paced, 'answered', nameOf.paced, 'the disk of this machine is slower to wake than to go on'),
    ...SIZES.map((records) => row(nameOf.writes(records), 'answered', nameOf.writes(records), 'as many bytes as the answer')),
    ...SIZES.flatMap((cases) => [
      busy(nameOf.commands(cases)),
      ...kinds.map((kind) => row(nameOf.commands(cases), kind, '')),
      row(nameOf.commits(cases), 'answered', nameOf.commits(cases), 'the same rows as the answer, without the road to them'),
    ]),
    ...(['writes', 'commits', 'commands'] as const).flatMap((what) =>
      WRITERS.map((writers) => busy(nameOf.writers(what, writers))),
    ),
    ...[1, 50].map((writers) => busy(nameOf.slow(writers))),
    carried(STARTED, outbox.middle),
    carried(LARGEST, outbox.large),
    ...stock.map(({ cases, latencies }) => {
      const [p50, p99] = [median(latencies), quantile(latencies, 0.99)];
      return [
        `lowdb JSONFile, ${cases} cases`,
        short(1000 / p50),
        short(p50),
        short(p99),
        '',
        short(p50 / median(bare.p50s('asked'))),
        '',
      ];
    }),
  ];
};

const rowsOfStarts = ({ live, starts, sizes }: Measured): Row[] => {
  const row = (what: string, rounds: readonly { ms: number; resident: number; heap: number }[]): Row => {
    const of = (figure: 'ms' | 'resident' | 'heap'): number => median(rounds.map((round) => round[figure]));
    return [what, '', short(of('ms')), '', '', '', `${of('resident').toFixed(0)} MB resident, ${of('heap').toFixed(0)} MB heap`];
  };
  const needed = (sizes.stock * LARGEST) / STARTED;
  const most = constants.MAX_STRING_LENGTH;
  return [
    row(
      `start-up, journal, ${STARTED} cases`,
      starts.map(({ journal }) => journal),
    ),
    row(
      `start-up, lowdb JSONFile, ${STARTED} cases`,
      starts.map(({ stock }) => stock),
    ),
    row(`start-up, journal, ${LARGEST} cases, ${(sizes.journal / 1e9).toFixed(1)} GB`, [live.start]),
    [
      ...[`start-up, lowdb JSONFile, ${LARGEST} cases`, '', '', '', '', ''],
      `${needed > most ? 'cannot be' : 'not measured'}: ${(needed / 1e9).toFixed(1)} GB, and a string holds ${(most / 1e9).toFixed(1)}`,
    ],
  ];
};

const atMost = (value: number, limit: number): string => `≤ ${limit}: ${short(value)}, ${met(value <= limit)}`;
const atLeast = (value: number, limit: number): string => `≥ ${limit}: ${short(value)}, ${met(value >= limit)}`;
const below = (value: number, limit: number): string => `< ${limit}: ${value.toFixed(3)}, ${met(value < limit)}`;

const rowsOfAims = ({ live, starts, stock }: Measured): Row[] => {
  const { slices, start, compaction, quiet } = live;
  const of = (name: string) => resultOf(slices, name);
  const bare = of(nameOf.bare);
  const names = { commands: SIZES.map(nameOf.commands), commits: SIZES.map(nameOf.commits), writes: SIZES.map(nameOf.writes) };
  const paced = of(nameOf.paced);
  const growth = (figures: readonly (readonly number[])[]): number =>
    roundByRound(figures, (round) => exponent(round.map((value, at) => [SIZES[at] ?? NaN, value])));
  const p50s = (all: readonly string[], kind: Kind) => all.map((name) => of(name).p50s(kind));
  const costs = (all: readonly string[]) => all.map((name) => of(name).costs);
  const worst = (all: readonly string[], kind: Kind, to = bare): number =>
    Math.max(...all.map((name) => roundByRound([of(name).p50s(kind), to.p50s(kind)], ([one = NaN, floor = NaN]) => one / floor)));
  const gain = (many: string, one: string): number =>
    roundByRound([of(many).rates, of(one).rates], ([more = NaN, single = NaN]) => more / single);
  /** With the time that the disk takes for one writer, so much of it is left to gain before the processor has no more. */
  const gainOf = (many: string, one: string): string => {
    const most = roundByRound([of(many).costs, of(one).rates], ([cost = NaN, single = NaN]) => 1000 / cost / single);
    return `${atLeast(gain(many, one), 5)} (one processor allows ${short(most)})`;
  };
  const aim = (what: string, remark: string): Row => [what, '', '', '', '', '', remark];
  const started = median(starts.map((round) => round.journal.ms / round.stock.ms));
  const startedLarge = start.ms / ((median(starts.map((round) => round.stock.ms)) * LARGEST) / STARTED);
  const ours = ({ heldMs, busyMs }: { heldMs: number; busyMs: number }): string =>
    `${atMost(heldMs, 50)} (processor time of ours: ${short(busyMs)}; doing nothing: ${short(quiet.heldMs)})`;
  const kept = `${short(compaction.seconds)} s, ${compaction.isDone ? '' : 'NOT '}compacted`;
  return [
    ...kinds.map((kind) =>
      aim(`growth exponent of p50 to ${LARGEST} cases, ${wordsOf[kind]}`, below(growth(p50s(names.commands, kind)), 0.05)),
    ),
    aim('growth exponent of p50, the journal alone', below(growth(p50s(names.writes, 'answered')), 0.05)),
    aim('growth exponent of p50, commits alone', below(growth(p50s(names.commits, 'answered')), 0.05)),
    aim(
      'growth exponent of CPU, commands; commits',
      [names.commands, names.commits].map((all) => growth(costs(all)).toFixed(3)).join('; '),
    ),
    aim(
      'growth exponent of lowdb JSONFile, to 10000 cases',
      exponent(stock.map(({ cases, latencies }) => [cases, median(latencies)])).toFixed(3),
    ),
    ...kinds.map((kind) => aim(`p50 : bare append, worst size, ${wordsOf[kind]}`, atMost(worst(names.commands, kind), 3))),
    aim('p50 : bare append, worst size, the journal alone', atMost(worst(names.writes, 'answered'), 3)),
    aim(
      'p50 : bare append with 0.5 ms of work between two, worst size, commits alone',
      atMost(worst(names.commits, 'answered', paced), 3),
    ),
    aim('p50 : bare append, worst size, commits alone', atMost(worst(names.commits, 'answered'), 3)),
    aim(`50 writers : 1 writer, commands, ${STARTED} cases`, gainOf(nameOf.writers('commands', 50), nameOf.commands(STARTED))),
    aim('50 writers : 1 writer, the journal alone', gainOf(nameOf.writers('writes', 50), nameOf.writes(STARTED))),
    aim('50 writers : 1 writer, commits alone', gainOf(nameOf.writers('commits', 50), nameOf.commits(STARTED))),
    aim(`50 writers : 1 writer, commands, disk of ${SLOW_MS} ms`, gainOf(nameOf.slow(50), nameOf.slow(1))),
    aim(`start-up : lowdb JSONFile, ${STARTED} cases`, atMost(started, 2.5)),
    aim(`start-up at ${LARGEST} cases : ten times lowdb’s at ${STARTED}`, atMost(startedLarge, 2.5)),
    aim(`event loop held while starting, max ms, ${LARGEST} cases`, ours(start)),
    aim(`event loop held, 50 writers and a compaction (${kept}), max ms`, ours(compaction)),
  ];
};

try {
  const all = await measured();
  const { compaction } = all.live;
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}, ${folder}`);
  console.log(`${howMeasured}; each case: 6 events, its answers, an effect that is due\n`);
  console.log(
    tableOf([
      HEAD,
      ...rowsOfWrites(all),
      [
        ...[`50 writers, ${LARGEST} cases, while compacting`, short(compaction.commands / compaction.seconds)],
        ...[short(compaction.p50), short(compaction.p99), '', '', ''],
      ],
      ...rowsOfStarts(all),
      ...rowsOfAims(all),
    ]),
  );
} finally {
  rmSync(folder, { recursive: true });
}
