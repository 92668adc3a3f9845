import fc from 'fast-check';
import type { House } from './house.ts';

type Do = (house: House) => Promise<unknown>;

/** One thing that happens, and what it is called when it is found in a failing history. */
export const step = (name: string, run: Do): fc.AsyncCommand<object, House> => ({
  check: () => true,
  run: async (_model, house) => {
    await run(house);
    await house.check();
  },
  toString: () => name,
});
