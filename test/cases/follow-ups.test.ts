import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { notBefore } from '../../src/cases/asking/follow-ups.ts';
import { apply, effectsOf } from '../../src/cases/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { instant, later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { contoso, happens, invite, moveAzure, on, shown, switchOpened } from '../support/cases.ts';
import { given, saidOf } from '../support/given.ts';

const from = (country: string | null) => ({ ...contoso, country });

const invitedOn = (at: string, country: string | null): Case =>
  given(
    happens('case-opened', at, { proposal: invite('gdap'), customer: from(country) }),
    happens('case-approved', at),
    happens('invitation-prepared', at),
    happens('invitation-ready', at),
  );

const dueAt = ({ deadlines }: Case, what: string): Instant | null => deadlines.find((one) => one.what === what)?.at ?? null;

const remindedAt = (current: Case, at: Instant): Case => apply(current, { ...happens('customer-reminded', '03-02 09:00'), at });

/** When a customer that never answers is written to, as long as nobody does anything. */
const lettersTo = (silent: Case): Instant[] => {
  const letters: Instant[] = [];
  let current = silent;
  for (let next = dueAt(current, 'follow-up-customer'); next !== null; next = dueAt(current, 'follow-up-customer')) {
    letters.push(next);
    current = remindedAt(current, next);
  }
  return letters;
};

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });

const onTheirWall = (letters: readonly Instant[], timeZone: string): string[] =>
  letters.map((at) => clockOf(timeZone).format(new Date(at)));

describe('a customer that never answers is written to after 3, 7 and 14 days, then weekly, and twice before it lapses', () => {
  test('in Italy, invited on a Thursday at five in the afternoon: never at the weekend', () => {
    expect(onTheirWall(lettersTo(invitedOn('2026-11-19 16:00', 'IT')), 'Europe/Rome')).toStrictEqual([
      'Mon 23 Nov, 08:00',
      'Thu 26 Nov, 17:00',
      'Thu 03 Dec, 17:00',
      'Thu 10 Dec, 17:00',
      'Thu 17 Dec, 17:00',
      'Thu 24 Dec, 17:00',
      'Thu 31 Dec, 17:00',
      'Tue 02 Feb, 17:00',
      'Mon 15 Feb, 17:00',
    ]);
  });

  test('in Saudi Arabia, whose weekend is on Friday and Saturday', () => {
    expect(onTheirWall(lettersTo(invitedOn('2026-11-17 13:00', 'SA')).slice(0, 3), 'Asia/Riyadh')).toStrictEqual([
      'Sun 22 Nov, 08:00',
      'Tue 24 Nov, 16:00',
      'Tue 01 Dec, 16:00',
    ]);
  });

  test('in the United States, while they are at work from New York to Hawaii', () => {
    const letters = lettersTo(invitedOn('2026-11-17 14:00', 'US')).slice(0, 3);
    expect(onTheirWall(letters, 'America/New_York')).toStrictEqual(['Fri 20 Nov, 13:00', 'Tue 24 Nov, 13:00', 'Tue 01 Dec, 13:00']);
    expect(onTheirWall(letters, 'Pacific/Honolulu')).toStrictEqual(['Fri 20 Nov, 08:00', 'Tue 24 Nov, 08:00', 'Tue 01 Dec, 08:00']);
  });

  test('the last warning comes before the weekend when it would come after the end, or hours before it', () => {
    // Two days before its end it is Saturday, and on Monday at noon it lapses: eight in the morning would be too late.
    const current = invitedOn('2026-11-17 11:00', 'IT');
    expect(dueAt(current, 'invitation-lapses')).toBe(on('2027-02-15 11:00'));
    expect(onTheirWall(lettersTo(current).slice(-1), 'Europe/Rome')).toStrictEqual(['Fri 12 Feb, 12:00']);
  });
});

test('whenever and wherever a customer is invited, each step is one letter, in its working hours, a day before it lapses at the latest', () => {
  const zones = { IT: 'Europe/Rome', SA: 'Asia/Riyadh', JP: 'Asia/Tokyo', GB: 'Europe/London' } as const;
  const weekends: Record<keyof typeof zones, string> = { IT: 'SatSun', SA: 'FriSat', JP: 'SatSun', GB: 'SatSun' };
  const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[])), start, (country, date) => {
      const current = invitedOn(shown(instant(Math.floor(date.getTime() / 60_000) * 60_000)), country);
      const letters = lettersTo(current);
      expect(letters).toHaveLength(9);
      expect(new Set(letters).size).toBe(9);
      const end = dueAt(current, 'invitation-lapses') ?? current.since;
      for (const letter of letters) {
        const [day = '', , , time = ''] = clockOf(zones[country]).format(new Date(letter)).split(/,? /);
        expect(weekends[country]).not.toContain(day);
        expect(time >= '08:00' && time < '18:00').toBe(true);
        expect(letter <= later(end, { days: -1 })).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

describe('what was missed is made up for once', () => {
  test('three weeks off: one letter, and the next a week later', () => {
    const after = remindedAt(invitedOn('03-02 09:00', 'PT'), on('03-24 09:00'));
    expect(after.reminders).toBe(4);
    expect(dueAt(after, 'follow-up-customer')).toBe(on('03-30 09:00'));
  });

  test('switched on at the weekend, three hours before the next one: the letter waits for Monday, and is that one too', () => {
    const after = remindedAt(invitedOn('03-02 09:00', 'DE'), on('04-11 09:00'));
    expect(dueAt(after, 'follow-up-customer')).toBe(on('05-18 06:00'));
  });

  test('only the warnings tell the requester, and the letter, that it lapses', () => {
    const current = invitedOn('03-02 09:00', 'PT');
    const told = (at: string) => {
      const event = { ...happens('customer-reminded', '03-02 09:00'), at: on(at) };
      const after = apply(current, event);
      return [effectsOf(current, event, after).map(saidOf), 'lapseAnnounced' in after ? after.lapseAnnounced : undefined];
    };
    expect(told('04-13 09:00')).toStrictEqual([['letter reminder', 'tell requester customer-reminded'], null]);
    expect(told('05-18 09:00')).toStrictEqual([['letter reminder', 'tell requester lapse-near'], 15]);
    expect(told('05-29 09:00')).toStrictEqual([['letter reminder', 'tell requester lapse-near'], 2]);
  });
});

describe('paused', () => {
  const invited = invitedOn('03-02 09:00', 'PT');
  const paused = (until: string, current = invited): Case =>
    apply(current, happens('follow-ups-paused', '03-03 09:00', { until: on(until) }));
  const due = (current: Case) => current.deadlines.map(({ what, at }) => `${what} ${shown(at)}`);

  test('nobody writes, until the first working hour after it', () => {
    expect(due(paused('03-21 00:00'))).toStrictEqual(['pause-ends 03-23 09:00', 'invitation-lapses 05-31 09:00']);
  });

  test('its end brings one letter for all that it held back', () => {
    const resumed = apply(paused('03-21 00:00'), happens('follow-ups-resumed', '03-23 09:00', { actor: 'clock' }));
    expect(due(resumed)[0]).toBe('follow-up-customer 03-05 09:00');
    expect(due(remindedAt(resumed, on('03-23 09:00')))[0]).toBe('follow-up-customer 03-30 09:00');
  });

  test('over the warnings: we are told each time, and the customer is not', () => {
    const long = paused('05-30 00:00');
    expect(due(long)).toStrictEqual(['lapse-near 05-16 09:00', 'invitation-lapses 05-31 09:00']);
    const announced = happens('lapse-announced', '05-16 09:00');
    const once = apply(long, announced);
    expect(effectsOf(long, announced, once).map(saidOf)).toStrictEqual(['tell requester lapse-near-paused']);
    expect(due(once)).toStrictEqual(['lapse-near 05-29 09:00', 'invitation-lapses 05-31 09:00']);
    expect(due(apply(once, happens('lapse-announced', '05-29 09:00')))).toStrictEqual(['invitation-lapses 05-31 09:00']);
  });

  test('an answer counts all the same', () => {
    expect(apply(paused('03-21 00:00'), happens('customer-accepted', '03-05 08:00'))).toMatchObject({ status: 'granting' });
  });
});

test('a letter that was held up waits for the morning, and one that somebody waits for does not', () => {
  const customer = from('IT');
  const night = on('2026-11-20 22:00');
  const send = (letter: 'reminder' | 'switch-reminder' | 'invitation' | 'accepted') =>
    notBefore({ kind: 'send-letter', letter }, { customer }, night);
  expect([send('reminder'), send('switch-reminder')]).toStrictEqual([on('2026-11-23 07:00'), on('2026-11-23 07:00')]);
  expect([send('invitation'), send('accepted')]).toStrictEqual([night, night]);
});

test('a reminder of a switch, of which the customer has a letter too, keeps its working hours, and comes before the request lapses', () => {
  const asked = (at: string): Case =>
    given(
      { ...switchOpened(at, moveAzure('azure-plan-transfer')), customer: from('IT') } as never,
      happens('case-approved', at),
      happens('preparation-completed', at),
      happens('transfer-requested', at),
    );
  const saturday = asked('2026-11-14 09:00');
  expect(dueAt(saturday, 'remind-other-partner')).toBe(on('2026-11-23 07:00'));
  const over = apply(saturday, { ...happens('other-partner-reminded', '03-02 09:00'), at: later(saturday.since, { days: 29 }) });
  expect(dueAt(over, 'remind-other-partner')).toBeNull();
  const friday = asked('2026-11-13 19:00');
  const before = apply(friday, { ...happens('other-partner-reminded', '03-02 09:00'), at: on('2026-12-09 09:00') });
  expect(dueAt(before, 'transfer-expires')).toBe(on('2026-12-13 19:00'));
  expect(dueAt(before, 'remind-other-partner')).toBe(on('2026-12-11 07:00'));
});

test('a pause that ends in the day before the first warning leads to that warning, and to no ordinary reminder', () => {
  const invited = invitedOn('2026-03-02 09:00', 'PT');
  const warned = remindedAt(invited, on('2026-05-15 20:00'));
  expect(warned).toMatchObject({ lapseAnnounced: 15 });
  expect(dueAt(warned, 'follow-up-customer')).toBe(on('2026-05-29 09:00'));
});
