import { describe, expect, test } from '@jest/globals';
import { hostile } from './hostile.ts';

/** Always the same: another one is for `npm run hostile`. */
const SEED = 20260302;

/** A busy machine takes several times as long; what hangs, hangs for ever. */
const PATIENCE_MS = 300_000;

const nothingFound = { forbidden: 0, crashed: 0, leaked: 0, findings: [] };

describe('whatever anybody sends', () => {
  test(
    'nobody does what they may not, nothing breaks, and nothing is said to whom it is not for',
    async () => {
      const found = await hostile({ attacks: 5000, seed: SEED });
      expect(found).toMatchObject(nothingFound);
      // Who may do something has done it, or nothing would have been tested.
      expect(found.changed).toBeGreaterThan(50);
    },
    PATIENCE_MS,
  );

  test('it is the same over HTTP', async () => {
    expect(await hostile({ attacks: 300, seed: SEED, overHttp: true })).toMatchObject(nothingFound);
  });
});
