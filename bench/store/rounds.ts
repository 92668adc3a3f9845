/** Every candidate gets a slice of time in each round, in an order that rotates: ratios are taken round by round. */
import { median } from '../figures.ts';

const ROUNDS = 7;
const SLICE_MS = 250;

/** What was waited for, by the kind of thing that was done. */
type Latencies = Readonly<Record<string, readonly number[]>>;
type Note = (kind: string, since: number) => void;

export interface Candidate {
  readonly name: string;
  readonly writers: number;
  /** Does one thing, or a few in a row, and notes each when it is durable. */
  readonly work: (note: Note) => Promise<void>;
}

export interface Slice {
  readonly perSecond: number;
  /** Processor time for each thing, all threads. */
  readonly cpuMs: number;
  readonly latencies: Latencies;
}

export type Slices = Readonly<Record<string, readonly Slice[]>>;

const slice = async ({ work, writers }: Candidate): Promise<Slice> => {
  const latencies: Record<string, number[]> = {};
  let count = 0;
  const note: Note = (kind, since) => {
    (latencies[kind] ??= []).push(performance.now() - since);
    count++;
  };
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const one = async (): Promise<void> => {
    do await work(note);
    while (performance.now() - begun < SLICE_MS);
  };
  await Promise.all(Array.from({ length: writers }, one));
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (count * 1000) / (performance.now() - begun), cpuMs: (user + system) / 1000 / count, latencies };
};

export const takeTurns = async (candidates: readonly Candidate[]): Promise<Slices> => {
  const slices: Record<string, Slice[]> = Object.fromEntries(candidates.map(({ name }) => [name, []]));
  for (const candidate of candidates) await slice(candidate);
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % candidates.length;
    for (const candidate of [...candidates.slice(first), ...candidates.slice(0, first)]) {
      slices[candidate.name]?.push(await slice(candidate));
    }
  }
  return slices;
};

export const howMeasured = `${ROUNDS} rounds of ${SLICE_MS} ms for each; ratios and exponents are medians of the rounds’`;

/** What came of a candidate: over all rounds, and in each of them. */
export const resultOf = (slices: Slices, name: string) => {
  const own = slices[name] ?? [];
  const kindIn = ({ latencies }: Slice, kind: string): readonly number[] => latencies[kind] ?? [];
  return {
    perSecond: median(own.map(({ perSecond }) => perSecond)),
    cpuMs: median(own.map(({ cpuMs }) => cpuMs)),
    rates: own.map(({ perSecond }) => perSecond),
    costs: own.map(({ cpuMs }) => cpuMs),
    latencies: (kind: string) => own.flatMap((one) => kindIn(one, kind)),
    p50s: (kind: string) => own.map((one) => median(kindIn(one, kind))),
  };
};

/** The median of what each round says by itself. */
export const roundByRound = (figures: readonly (readonly number[])[], sum: (round: readonly number[]) => number): number =>
  median((figures[0] ?? []).map((_, round) => sum(figures.map((one) => one[round] ?? NaN))));
