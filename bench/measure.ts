/**
 * Compares ways to do the same thing inside one run: every round gives each candidate a slice of time, and the order
 * rotates. Medians over the rounds; ratios are taken round by round, so that they hold on a machine that does other work.
 */

export interface Candidate {
  readonly name: string;
  /** Does the thing a number of times and says how often. Has its own loop, so that no candidate slows another's calls. */
  readonly pass: () => number | Promise<number>;
}

export interface Measured {
  /** Median nanoseconds for doing it once. */
  readonly nanoseconds: (name: string) => number;
  /** How many times as long as the base it takes: the median of the rounds' ratios. */
  readonly ratio: (name: string, base: string) => number;
}

export const ROUNDS = 21;
export const SLICE_MS = 60;

// Seen from outside the module, so that no result can be optimised away.
export const seen: { last: unknown } = { last: null };

/** What a pass calls with every result. */
export const keep = (result: unknown): void => {
  seen.last = result;
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? Number(sorted[middle]) : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2;
};

const slice = async ({ pass }: Candidate): Promise<number> => {
  const start = performance.now();
  let times = 0;
  let passed = 0;
  while (passed < SLICE_MS) {
    const done = pass();
    // Awaiting what is there already would be charged to the candidate.
    times += typeof done === 'number' ? done : await done;
    passed = performance.now() - start;
  }
  return (passed * 1e6) / times;
};

export const measure = async (candidates: readonly Candidate[]): Promise<Measured> => {
  const figures = new Map(candidates.map(({ name }) => [name, [] as number[]]));
  const of = (name: string): readonly number[] => {
    const known = figures.get(name);
    if (known === undefined) throw new Error(`Not measured: ${name}`);
    return known;
  };

  // Twice, because what is compiled in the first turn may be thrown away in the turn of another.
  for (const candidate of [...candidates, ...candidates]) await slice(candidate);
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % candidates.length;
    const order = [...candidates.slice(first), ...candidates.slice(0, first)];
    // Every other round backwards: else each would always inherit the garbage and the warm caches of the same one.
    for (const candidate of round % 2 === 0 ? order : order.toReversed()) {
      figures.get(candidate.name)?.push(await slice(candidate));
    }
  }

  return {
    nanoseconds: (name) => median(of(name)),
    ratio: (name, base) => median(of(name).map((time, round) => time / Number(of(base)[round]))),
  };
};
