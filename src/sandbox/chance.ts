const STEP = 0x6d2b79f5;

/** More than are ever drawn after the last time that somebody kept the state. */
const LEAP = 2 ** 20;

export interface Chance {
  /** From 0 up to, and without, 1. */
  readonly fraction: () => number;
  /** Where it stands after all that was drawn. */
  readonly state: () => number;
  /** Goes on behind that state, and behind what may have been drawn since unnoticed: nothing comes twice. */
  readonly leapFrom: (state: number) => void;
}

/** The same seed draws the same numbers (mulberry32). */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  return {
    fraction: () => {
      state = (state + STEP) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    state: () => state,
    leapFrom: (before) => {
      state = (before + Math.imul(STEP, LEAP)) >>> 0;
    },
  };
};

export const uuidFrom = (fraction: () => number): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(fraction() * 16);
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
