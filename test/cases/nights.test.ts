import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, Instant, later } from '../../src/cases/time.ts';
import { createWaking, weekdays } from '../../src/cases/nights.ts';
import type { Quiet } from '../../src/cases/nights.ts';

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const workdays = weekdays.slice(0, 5);

const quiet = (timeZone: string, from: string | null, to = '', days: Quiet['days'] = weekdays): Quiet => ({
  timeZone,
  night: from === null ? null : { from: minutes(from), to: minutes(to) },
  days,
});

const at = (text: string): Instant => instant(Date.parse(text));

describe('somebody is told', () => {
  test.each([
    ['at once by day', quiet('Europe/Oslo', '19:00', '07:00'), '2026-01-07T12:00:31.500+01:00', '2026-01-07T12:00:31.500+01:00'],
    ['at once when there is no night', quiet('Europe/Oslo', null), '2026-01-07T03:00+01:00', '2026-01-07T03:00+01:00'],
    [
      'in the morning, before midnight',
      quiet('Europe/Oslo', '19:00', '07:00'),
      '2026-01-07T23:10:30+01:00',
      '2026-01-08T07:00+01:00',
    ],
    [
      'in the morning, after midnight',
      quiet('Europe/Oslo', '19:00', '07:00'),
      '2026-01-08T06:59:59.999+01:00',
      '2026-01-08T07:00+01:00',
    ],
    ['at the very end of the night', quiet('Europe/Oslo', '19:00', '07:00'), '2026-01-08T07:00+01:00', '2026-01-08T07:00+01:00'],
    ['not at its very beginning', quiet('Europe/Oslo', '19:00', '07:00'), '2026-01-07T19:00+01:00', '2026-01-08T07:00+01:00'],
    ['until its beginning', quiet('Europe/Oslo', '19:00', '07:00'), '2026-01-07T18:59:59+01:00', '2026-01-07T18:59:59+01:00'],
    ['after a rest by day', quiet('Europe/Madrid', '14:00', '16:30'), '2026-07-07T15:00+02:00', '2026-07-07T16:30+02:00'],
    ['by the clock of where they are', quiet('Asia/Kolkata', '22:00', '08:00'), '2026-01-07T18:00Z', '2026-01-08T08:00+05:30'],
    [
      'on Monday morning, from Friday night on',
      quiet('Europe/Oslo', '19:00', '07:00', workdays),
      '2026-01-09T20:00+01:00',
      '2026-01-12T07:00+01:00',
    ],
    [
      'on Monday at midnight, from Saturday on, without a night',
      quiet('Europe/Oslo', null, '', workdays),
      '2026-01-10T20:00+01:00',
      '2026-01-12T00:00+01:00',
    ],
    [
      'on their one day, a week later',
      quiet('Europe/Oslo', '12:00', '09:00', ['monday']),
      '2026-01-05T12:00+01:00',
      '2026-01-12T09:00+01:00',
    ],
  ])('%s', (_, whose, now, then) => {
    expect(createWaking(whose)(at(now))).toBe(at(then));
  });
});

describe('where a clock is changed in the night, somebody is told', () => {
  const oslo = quiet('Europe/Oslo', '22:00', '07:00');
  test.each([
    ['at seven, though the night is an hour shorter', oslo, '2026-03-28T23:00+01:00', '2026-03-29T07:00+02:00'],
    ['at seven, though the night is an hour longer', oslo, '2026-10-24T23:00+02:00', '2026-10-25T07:00+01:00'],
    [
      'when the clock is put over the end of the night',
      quiet('Europe/Oslo', '22:00', '02:30'),
      '2026-03-28T23:00+01:00',
      '2026-03-29T03:00+02:00',
    ],
    [
      'the first time that the clock shows it',
      quiet('Europe/Oslo', '22:00', '02:30'),
      '2026-10-24T23:00+02:00',
      '2026-10-25T02:30+02:00',
    ],
    [
      'the second time, when it is night once more',
      quiet('Europe/Oslo', '22:00', '02:30'),
      '2026-10-25T02:10+01:00',
      '2026-10-25T02:30+01:00',
    ],
    [
      'on the next day, where midnight itself is left out',
      quiet('Africa/Cairo', null, '', ['friday']),
      '2026-04-23T20:00+02:00',
      '2026-04-24T01:00+03:00',
    ],
    ['after half an hour more', quiet('Australia/Lord_Howe', '22:00', '07:00'), '2026-10-03T23:00+10:30', '2026-10-04T07:00+11:00'],
  ])('%s', (_, whose, now, then) => {
    expect(createWaking(whose)(at(now))).toBe(at(then));
  });
});

test('whenever it is, they are told soon, never in their night, and not a minute later than they could be', () => {
  const zone = fc.constantFrom('Europe/Oslo', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu', 'America/Santiago');
  const night = fc.record({ from: fc.nat({ max: 1439 }), to: fc.nat({ max: 1439 }) }).filter(({ from, to }) => from !== to);
  const check = (timeZone: string, its: { from: number; to: number }, now: Instant): void => {
    const waking = createWaking({ timeZone, night: its, days: weekdays });
    const then = waking(now);
    expect(waking(then)).toBe(then);
    expect(then >= now && then < later(now, { hours: 26 })).toBe(true);
    const before = later(then, { minutes: -1 });
    expect(before < now ? then : waking(before)).toBe(then);
  };
  const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zone, night, now, (timeZone, its, date) => {
      check(timeZone, its, instant(date.getTime()));
    }),
    { numRuns: 60 },
  );
});
