/** Every candidate gets its turn in each round, in an order that rotates; ratios are taken round by round. */
import { median, quantile } from '../figures.ts';
import type { Candidate } from './candidates.ts';

interface Round {
  readonly count: number;
  /** Activities for each second of the server's processor time. */
  readonly perCpuSecond: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const roundOf = async ({ ready, work, isRight, cpu }: Candidate): Promise<Round> => {
  await ready();
  const before = await cpu();
  const slice = await work();
  const spent = (await cpu()) - before;
  await isRight(slice);
  const { count, seconds, latencies } = slice;
  return {
    count,
    perCpuSecond: (count * 1e6) / spent,
    perSecond: count / seconds,
    p50: median(latencies),
    p99: quantile(latencies, 0.99),
  };
};

export type Measured = ReadonlyMap<string, readonly Round[]>;

/** `warm`: after how many activities of its own each is measured. */
export const takeTurns = async (
  candidates: readonly Candidate[],
  { warm, rounds }: { readonly warm: number; readonly rounds: number },
): Promise<Measured> => {
  const measured = new Map(candidates.map(({ name }) => [name, [] as Round[]]));
  for (const candidate of candidates) {
    for (let done = 0; done < warm;) done += (await roundOf(candidate)).count;
  }
  for (let round = 0; round < rounds; round++) {
    const first = round % candidates.length;
    const order = [...candidates.slice(first), ...candidates.slice(0, first)];
    for (const candidate of round % 2 === 0 ? order : order.toReversed())
      measured.get(candidate.name)?.push(await roundOf(candidate));
  }
  return measured;
};

export const ofRounds = (measured: Measured, name: string, figure: keyof Round): readonly number[] =>
  (measured.get(name) ?? []).map((round) => round[figure]);

/** How many times as many activities for the same processor time. */
export const ratio = (measured: Measured, name: string, base: string): number => {
  const bases = ofRounds(measured, base, 'perCpuSecond');
  return median(ofRounds(measured, name, 'perCpuSecond').map((rate, round) => rate / (bases[round] ?? NaN)));
};
