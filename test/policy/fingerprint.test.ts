import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { canonicalText, rulebook } from '../../src/policy/index.ts';

// In a file of its own because a mutation run has to do without it: every mutant changes the fingerprint.
test('the rulebook has the fingerprint of what decides', () => {
  const hash = createHash('sha256').update(canonicalText(rulebook.rules)).digest('hex');
  expect(rulebook.fingerprint).toBe(`sha256:${hash}`);
});
