/** All that is measured on stores that are open: commands, commits, writers, outbox, and the loop while a large one is compacted. */
import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { setTimeout as pause, setImmediate as nextTurn } from 'node:timers/promises';
import type { Change, Store } from '../../src/ports.ts';
import { Database } from '../../src/store/database.ts';
import { disk } from '../../src/store/disk.ts';
import type { Disk, DiskFile } from '../../src/store/disk.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { median, quantile } from '../figures.ts';
import { askingCase, customersCase, sent } from './lives.ts';
import { watched } from '../loop.ts';
import { answerBack, partnerOver, sendBack } from './partner.ts';
import { takeTurns } from './rounds.ts';
import type { Candidate } from './rounds.ts';

export const SIZES = [100, 1_000, 10_000, 100_000];
export const WRITERS = [10, 50];
const MIDDLE = 10_000;
const LARGEST = 100_000;
const OUTBOX_MS = 3_000;
const MOST_MS = 90_000;
/** As long as a disk may take that says the truth about what it has kept. */
export const SLOW_MS = 5;

export const nameOf = {
  bare: 'append + fdatasync',
  paced: 'append + fdatasync, 0.5 ms of work between two',
  writes: (records: number): string => `the journal alone, ${records} records`,
  commands: (cases: number): string => `commands, ${cases} cases`,
  commits: (cases: number): string => `commits, ${cases} cases`,
  writers: (what: 'commands' | 'commits' | 'writes', writers: number): string => `${what}, ${MIDDLE} cases, ${writers} writers`,
  slow: (writers: number): string =>
    `commands, ${MIDDLE} cases, disk of ${SLOW_MS} ms, ${writers === 1 ? '1 writer' : `${writers} writers`}`,
};

export const journalIn = (folder: string, cases: number | string): string => `${folder}/journal-${cases}`;

let turn = 0;
const keyNow = (): string => `bench-click-${++turn}`;

/** A question and its answer: the case is then as it was, but for a longer history. Both keep what was answered. */
const commandsOver = (store: Store, cases: number, arrived?: () => Promise<unknown>): Candidate['work'] => {
  const { handle } = partnerOver(store);
  let place = 0;
  return async (note) => {
    const id = askingCase(place++ % (cases / 2));
    for (const [kind, command] of [
      ['asked', sendBack],
      ['answered', answerBack],
    ] as const) {
      await arrived?.();
      const begun = performance.now();
      await sent(handle, command(id, keyNow()));
      note(kind, begun);
    }
  };
};

/** What the answer above keeps. */
const changeOfAnswer = async (store: Store): Promise<Required<Pick<Change, 'events' | 'effects' | 'answer'>>> => {
  const changes: Change[] = [];
  const { handle } = partnerOver({
    ...store,
    commit: (change) => {
      changes.push(change);
      return store.commit(change);
    },
  });
  for (const command of [sendBack, answerBack]) await sent(handle, command(askingCase(0), keyNow()));
  const { events = [], effects = [], answer } = changes[1] ?? {};
  if (answer === undefined) throw new Error('No answer was kept');
  return { events, effects, answer };
};

/** The same rows, without anybody having thought about them. */
const commitsOver = async (store: Store, cases: number): Promise<Candidate['work']> => {
  const { events, effects, answer } = await changeOfAnswer(store);
  let place = 0;
  return async (note) => {
    const id = customersCase(place++ % (cases / 2));
    const kept = await store.case(id);
    if (kept === null) throw new Error(`No case ${id}`);
    const version = kept.version + 1;
    const begun = performance.now();
    const committed = await store.commit({
      next: { kept: { ...kept, version }, expected: kept.version },
      events: events.map((event) => ({ ...event, caseId: id, seq: version })),
      effects: effects.map((effect, index) => ({ ...effect, id: `${id}/${version}.${index}`, caseId: id })),
      answer: { ...answer, key: keyNow() },
    });
    if (committed !== 'kept') throw new Error(committed);
    note('answered', begun);
  };
};

/** The very lines that the two commands write. */
const linesOfCommands = async (store: Store, path: string): Promise<Readonly<Record<'asked' | 'answered', Buffer>>> => {
  const { handle } = partnerOver(store);
  const lineOf = async (command: unknown): Promise<Buffer> => {
    const before = statSync(path).size;
    await sent(handle, command);
    return (await readFile(path)).subarray(before);
  };
  const asked = await lineOf(sendBack(askingCase(0), keyNow()));
  return { asked, answered: await lineOf(answerBack(askingCase(0), keyNow())) };
};

const WORK_MS = 0.5;

const bareWrites =
  (file: FileHandle, lines: Readonly<Record<'asked' | 'answered', Buffer>>, workMs: number): Candidate['work'] =>
  async (note) => {
    for (const kind of ['asked', 'answered'] as const) {
      for (const since = performance.now(); performance.now() - since < workMs;);
      const begun = performance.now();
      await file.appendFile(lines[kind]);
      await file.datasync();
      note(kind, begun);
    }
  };

/** What lowdb over the journal takes for as many bytes, without anything that makes rows of them. */
const writesOver = (journal: Database<unknown>, records: number, bytes: number): Candidate['work'] => {
  const text = 'x'.repeat(bytes);
  let place = 0;
  return async (note) => {
    const begun = performance.now();
    await journal.update((table) => table.set(`record/${place++ % records}`, text));
    note('answered', begun);
  };
};

const journalOf = async (path: string, records: number): Promise<Database<unknown>> => {
  const journal = await Database.open<unknown>(path, { slack: 1e9 });
  const STRETCH = 1000;
  for (let from = 0; from < records; from += STRETCH) {
    await journal.update((table) => {
      for (let n = from; n < Math.min(records, from + STRETCH); n++) table.set(`record/${n}`, n);
    });
  }
  return journal;
};

const slowDisk = (): Disk => {
  const slow = <F extends DiskFile | null>(file: F): F =>
    file && {
      ...file,
      datasync: async () => {
        await Promise.all([file.datasync(), pause(SLOW_MS)]);
      },
    };
  return { ...disk, open: async (path) => slow(await disk.open(path)), create: async (path) => slow(await disk.create(path)) };
};

/** How many effects are carried out in a second, each by a carrier that answers at once. */
const outboxOver = async (store: Store, hours: number) => {
  let carried = 0;
  const end = performance.now() + OUTBOX_MS;
  const { carryOutDue } = partnerOver(
    {
      ...store,
      claim: async (now, until, limit) => {
        const claimed = performance.now() < end ? await store.claim(now, until, limit) : [];
        carried += claimed.length;
        return claimed;
      },
    },
    hours,
  );
  const begun = performance.now();
  const cpu = process.cpuUsage();
  await carryOutDue();
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (carried * 1000) / (performance.now() - begun), cpuMs: (user + system) / 1000 / carried };
};

/** Fifty writers while a large store is compacted. */
const compacted = async (store: Store, path: string, begin: () => void) => {
  const { ino } = statSync(path);
  // Requests come from outside, each in a turn of its own; fifty at once would hold the loop for as long as fifty take.
  let arrival: Promise<unknown> = Promise.resolve();
  const work = commandsOver(store, LARGEST, () => (arrival = arrival.then(() => nextTurn())));
  const latencies: number[] = [];
  const begun = performance.now();
  const isGoingOn = (): boolean => statSync(path).ino === ino && performance.now() - begun < MOST_MS;
  const writer = async (): Promise<void> => {
    while (isGoingOn()) await work((_, since) => latencies.push(performance.now() - since));
  };
  begin();
  const { heldMs, busyMs } = await watched(() => Promise.all(Array.from({ length: 50 }, writer)));
  const seconds = (performance.now() - begun) / 1000;
  const isDone = statSync(path).ino !== ino;
  return { heldMs, busyMs, seconds, isDone, commands: latencies.length, p50: median(latencies), p99: quantile(latencies, 0.99) };
};

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

const opened = async (path: string, slack: { readonly slack: number }) => {
  const begun = performance.now();
  const { result: store, ...loop } = await watched(() => openLowdbStore(path, slack));
  const ms = performance.now() - begun;
  const { rss, heapUsed } = process.memoryUsage();
  return { store, start: { ...loop, ms, resident: megabytes(rss), heap: megabytes(heapUsed) } };
};

export const live = async (folder: string) => {
  const quiet = await watched(() => pause(1000));
  // Compaction begins when it is wanted here, once, and not before.
  let isWanted = false;
  const slack = {
    get slack() {
      const now = isWanted ? -1e9 : 1e9;
      isWanted = false;
      return now;
    },
  };
  const large = await opened(journalIn(folder, LARGEST), slack);
  const stores = new Map([[LARGEST, large.store]]);
  for (const cases of SIZES.slice(0, -1)) stores.set(cases, await openLowdbStore(journalIn(folder, cases)));
  const storeOf = (cases: number): Store => stores.get(cases) ?? large.store;
  const slow = await openLowdbStore(journalIn(folder, 'slow'), { disk: slowDisk() });

  const lines = await linesOfCommands(storeOf(100), journalIn(folder, 100));
  const bare = await open(`${folder}/bare`, 'a');
  const candidates: Candidate[] = [
    { name: nameOf.bare, writers: 1, work: bareWrites(bare, lines, 0) },
    { name: nameOf.paced, writers: 1, work: bareWrites(bare, lines, WORK_MS) },
  ];
  for (const [cases, store] of [...stores].toSorted(([one], [other]) => one - other)) {
    const [commands, commits] = [commandsOver(store, cases), await commitsOver(store, cases)];
    candidates.push({ name: nameOf.commands(cases), writers: 1, work: commands });
    candidates.push({ name: nameOf.commits(cases), writers: 1, work: commits });
    for (const writers of cases === MIDDLE ? WRITERS : []) {
      candidates.push({ name: nameOf.writers('commands', writers), writers, work: commands });
      candidates.push({ name: nameOf.writers('commits', writers), writers, work: commits });
    }
  }
  const journals: Database<unknown>[] = [];
  for (const records of SIZES) {
    const journal = await journalOf(`${folder}/alone-${records}`, records);
    journals.push(journal);
    const work = writesOver(journal, records, lines.answered.length);
    candidates.push({ name: nameOf.writes(records), writers: 1, work });
    for (const writers of records === MIDDLE ? WRITERS : [])
      candidates.push({ name: nameOf.writers('writes', writers), writers, work });
  }
  const slowCommands = commandsOver(slow, MIDDLE);
  for (const writers of [1, 50]) candidates.push({ name: nameOf.slow(writers), writers, work: slowCommands });

  const slices = await takeTurns(candidates);
  await Promise.all(journals.map((journal) => journal.close()));
  const outbox = { middle: await outboxOver(storeOf(MIDDLE), 2), large: await outboxOver(large.store, 2) };
  const compaction = await compacted(large.store, journalIn(folder, LARGEST), () => (isWanted = true));
  const bytes = { asked: lines.asked.length, answered: lines.answered.length };
  await Promise.all([...stores.values(), slow].map((store) => store.close()));
  await bare.close();
  return { quiet, start: large.start, slices, bytes, outbox, compaction };
};
