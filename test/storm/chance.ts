export interface Chance {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  readonly below: (end: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T;
}

/** The same numbers for the same seed (mulberry32). */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    oneOf: (choices) => choices[below(choices.length)] ?? choices[0],
  };
};
