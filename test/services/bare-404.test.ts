import { expect, test } from '@jest/globals';
import { outcomeOf } from '../../src/services/outcome.ts';
import { isNoTie } from '../../src/services/reseller-tie.ts';
import type { Instant } from '../../src/cases/time.ts';
import type { Failure } from '../../src/wire/failure.ts';

const now = '2026-03-02T09:00:00.000Z' as Instant;

const failure = (code: string): Failure => ({ kind: 'not-found', code, words: 'not found' });

test('a 404 without a word from the service ends no tie, and is asked again', () => {
  expect(['', '1000'].map((code) => isNoTie(failure(code)))).toEqual([false, true]);
  expect(['', '1000'].map((code) => outcomeOf(failure(code), now).kind)).toEqual(['again', 'refused']);
});
