import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../src/cases/time.ts';
import { lookAgainAt, MOST_FAILURES, tryAgainAt } from '../../src/outbox/backoff.ts';

const now = '2026-03-02T09:00:00.000Z' as Instant;
const seconds = (at: Instant): number => (Date.parse(at) - Date.parse(now)) / 1000;
const wait = (failures: number, fraction: number): number => seconds(tryAgainAt(now, failures, fraction));

describe('how long is waited before another try', () => {
  test.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [10, 2560],
    [11, 3600],
    [29, 3600],
  ])('after failure %i at most %i seconds, and at least half of that, by chance', (failures, longest) => {
    expect([wait(failures, 0), wait(failures, 1)]).toEqual([longest / 2, longest]);
    expect(wait(failures, 0.5)).toBe(longest * 0.75);
  });

  test('a thousand who fail together come back at many different moments', () => {
    const chances = Array.from({ length: 1000 }, (_, index) => index / 1000);
    expect(new Set(chances.map((fraction) => tryAgainAt(now, 8, fraction))).size).toBe(1000);
  });

  test('all tries together last for about a day, so that a night or a working day of outage is survived', () => {
    const longest = Array.from({ length: MOST_FAILURES - 1 }, (_, index) => wait(index + 1, 1)).reduce((sum, one) => sum + one, 0);
    expect(longest / 3600).toBeGreaterThan(16);
    expect(longest / 3600).toBeLessThan(30);
  });

  test('whatever they name, it is later than now and within a day', () => {
    const named = fc.oneof(
      fc.string(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constant('+275760-09-13T00:00:00.000Z'),
    );
    fc.assert(
      fc.property(named, fc.integer({ min: 1, max: 40 }), (text, failures) => {
        for (const at of [tryAgainAt(now, failures, 0.5, text as Instant), lookAgainAt(now, text as Instant)]) {
          expect(seconds(at)).toBeGreaterThan(0);
          expect(seconds(at)).toBeLessThanOrEqual(24 * 3600);
        }
      }),
    );
  });
});
