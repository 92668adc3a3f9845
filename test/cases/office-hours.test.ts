import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { workingTime } from '../../src/cases/office-hours.ts';
import { instant, later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';

const at = (text: string): Instant => instant(Date.parse(text));

describe('a customer is written to', () => {
  test.each([
    ['at once on a working day', 'IT', 'Thu 2026-11-19 17:00 +01:00', 'Thu 2026-11-19 17:00 +01:00'],
    ['from eight in the morning on', 'IT', 'Thu 2026-11-19 07:59 +01:00', 'Thu 2026-11-19 08:00 +01:00'],
    ['until six in the evening', 'IT', 'Thu 2026-11-19 18:00 +01:00', 'Fri 2026-11-20 08:00 +01:00'],
    ['on Monday instead of Friday evening', 'IT', 'Fri 2026-11-20 19:30 +01:00', 'Mon 2026-11-23 08:00 +01:00'],
    ['by summer time in summer', 'IT', 'Fri 2026-03-27 19:00 +01:00', 'Mon 2026-03-30 08:00 +02:00'],
    ['on Sunday instead of Friday in Saudi Arabia', 'SA', 'Fri 2026-11-20 10:00 +03:00', 'Sun 2026-11-22 08:00 +03:00'],
    ['on Thursday, its last day, in Saudi Arabia', 'SA', 'Thu 2026-11-19 17:59 +03:00', 'Thu 2026-11-19 17:59 +03:00'],
    [
      'when they are awake in Hawaii and not yet gone in New York',
      'US',
      'Fri 2026-11-20 09:00 -05:00',
      'Fri 2026-11-20 13:00 -05:00',
    ],
    ['as long as New York is at work, and not later', 'US', 'Fri 2026-11-20 18:00 -05:00', 'Mon 2026-11-23 13:00 -05:00'],
    ['in summer, when the hours in common are fewer by none', 'US', 'Mon 2026-07-06 12:00 -04:00', 'Mon 2026-07-06 14:00 -04:00'],
    [
      'when most of Russia is at work, where all of it never is',
      'RU',
      'Sat 2026-11-21 12:00 +03:00',
      'Mon 2026-11-23 08:00 +03:00',
    ],
    ['by the clock of nowhere, where nobody knows the country', null, 'Fri 2026-11-20 18:30 Z', 'Mon 2026-11-23 08:00 Z'],
    ['in the same way where there is no such country', 'ZZ', 'Sun 2026-11-22 12:00 Z', 'Mon 2026-11-23 08:00 Z'],
  ])('%s', (_, country, wanted, then) => {
    expect(workingTime(country, at(wanted))).toBe(at(then));
  });
});

test('whenever it is, they are written to within four days, and what is found is a working time itself', () => {
  const countries = ['IT', 'SA', 'IN', 'NO', 'US', 'PT', null];
  const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...countries), now, (country, date) => {
      const wanted = instant(date.getTime());
      const then = workingTime(country, wanted);
      expect(then >= wanted && then <= later(wanted, { days: 4 })).toBe(true);
      expect(workingTime(country, then)).toBe(then);
    }),
    { numRuns: 60 },
  );
});

test('Node 22 says the same by properties that Node 24 says by functions', () => {
  const place = Intl.Locale.prototype as Record<string, (() => unknown) | undefined>;
  const { getTimeZones, getWeekInfo } = place;
  try {
    Object.defineProperty(place, 'timeZones', { configurable: true, get: getTimeZones });
    Object.defineProperty(place, 'weekInfo', { configurable: true, get: getWeekInfo });
    delete place.getTimeZones;
    delete place.getWeekInfo;
    expect(workingTime('JP', at('2031-06-01T09:00Z'))).toBe('2031-06-01T23:00:00.000Z');
  } finally {
    Object.assign(place, { getTimeZones, getWeekInfo });
    delete place.timeZones;
    delete place.weekInfo;
  }
});
