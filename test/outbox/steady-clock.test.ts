import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../src/cases/time.ts';
import { createSteadyClock } from '../../src/outbox/steady-clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A machine whose clock can be set by hand, and whose quartz runs on. */
const machine = (start = '2026-03-02T09:00:00.000Z', notBefore: string | null = null) => {
  let even = 5_000;
  let ahead = Date.parse(start) - even;
  const said: string[] = [];
  const hands = { wall: () => even + ahead, even: () => even };
  const clock = createSteadyClock((sentence) => void said.push(sentence), notBefore as Instant | null, hands);
  return {
    said,
    now: () => clock.now(),
    pass: (ms: number): string => {
      even += ms;
      return clock.now();
    },
    setBy: (ms: number) => {
      ahead += ms;
    },
  };
};

describe('a clock that was set by a day', () => {
  test.each([
    ['forwards', DAY],
    ['backwards', -DAY],
  ])('%s goes on evenly: nothing expires early, and nothing is done again', (_which, step) => {
    const { now, pass, setBy } = machine();
    setBy(step);
    expect(now()).toBe('2026-03-02T09:00:00.000Z');
    expect(pass(9 * MINUTE)).toBe('2026-03-02T09:09:00.000Z');
  });

  test('forwards is believed once the machine has insisted for ten minutes', () => {
    const { now, pass, setBy } = machine();
    setBy(DAY);
    now();
    expect(pass(10 * MINUTE - 1)).toBe('2026-03-02T09:09:59.999Z');
    expect(pass(1)).toBe('2026-03-03T09:10:00.000Z');
  });

  test('backwards makes time stand still until the others have caught up, and never run backwards', () => {
    const { now, pass, setBy } = machine();
    setBy(-60 * MINUTE);
    now();
    expect(pass(9 * MINUTE)).toBe('2026-03-02T09:09:00.000Z');
    expect(pass(MINUTE)).toBe('2026-03-02T09:09:00.000Z');
    expect(pass(58 * MINUTE)).toBe('2026-03-02T09:09:00.000Z');
    expect(pass(2 * MINUTE)).toBe('2026-03-02T09:10:00.000Z');
  });

  test('and set back within ten minutes was a mistake that nobody notices', () => {
    const { now, pass, setBy, said } = machine();
    setBy(DAY);
    pass(5 * MINUTE);
    setBy(-DAY);
    expect(pass(60 * MINUTE)).toBe('2026-03-02T10:05:00.000Z');
    setBy(0);
    expect(now()).toBe('2026-03-02T10:05:00.000Z');
    expect(said).toHaveLength(1);
  });

  test('and then to yet another time has to insist anew', () => {
    const { now, pass, setBy } = machine();
    setBy(DAY);
    now();
    pass(8 * MINUTE);
    setBy(DAY);
    now();
    expect(pass(8 * MINUTE)).toBe('2026-03-02T09:16:00.000Z');
    expect(pass(2 * MINUTE)).toBe('2026-03-04T09:18:00.000Z');
  });

  test('is told to the operator once when it is seen, and once when it is followed', () => {
    const { now, pass, setBy, said } = machine();
    setBy(DAY);
    for (let minute = 0; minute < 10; minute++) {
      now();
      pass(MINUTE);
    }
    for (let minute = 0; minute < 60; minute++) pass(MINUTE);
    expect(said).toEqual([
      'The clock was set by 86400 s. Time goes on evenly until that has held for ten minutes.',
      'The clock was set, and stays so: it is followed from now on.',
    ]);
  });
});

describe('a restart with a clock that was set back', () => {
  const newest = '2026-03-02T09:00:00.000Z';

  test('nothing happens before the newest event that is kept: time goes on evenly from there, and the operator is told', () => {
    const { now, pass, said } = machine('2026-03-01T09:00:00.000Z', newest);
    expect(now()).toBe(newest);
    expect(pass(9 * MINUTE)).toBe('2026-03-02T09:09:00.000Z');
    expect(said).toEqual(['The clock was set by -86400 s. Time goes on evenly until that has held for ten minutes.']);
  });

  test('a clock that insists makes time stand still until it has caught up', () => {
    const { now, pass } = machine('2026-03-01T09:00:00.000Z', newest);
    now();
    expect(pass(10 * MINUTE - 1)).toBe('2026-03-02T09:09:59.999Z');
    expect(pass(MINUTE)).toBe('2026-03-02T09:09:59.999Z');
    expect(pass(DAY)).toBe('2026-03-02T09:10:59.999Z');
  });

  test('one that is half a minute behind is followed, and says nothing earlier either', () => {
    const { now, pass, said } = machine('2026-03-02T08:59:30.000Z', newest);
    expect(now()).toBe(newest);
    expect(pass(MINUTE)).toBe('2026-03-02T09:00:30.000Z');
    expect(said).toEqual([]);
  });

  test('one that is right goes by itself', () => {
    expect(machine('2026-03-02T12:00:00.000Z', newest).now()).toBe('2026-03-02T12:00:00.000Z');
  });
});

describe('corrections of every day', () => {
  test.each([1, 400, 59_999])('of %i ms forwards are followed at once, and nobody is told', (step) => {
    const { now, setBy, said } = machine();
    setBy(step);
    expect(Date.parse(now())).toBe(Date.parse('2026-03-02T09:00:00.000Z') + step);
    expect(said).toEqual([]);
  });

  test('a second too many, as in a leap second, makes time stand still for that second', () => {
    const { now, pass, setBy } = machine();
    now();
    setBy(-1000);
    expect(now()).toBe('2026-03-02T09:00:00.000Z');
    expect(pass(400)).toBe('2026-03-02T09:00:00.000Z');
    expect(pass(700)).toBe('2026-03-02T09:00:00.100Z');
  });

  test('a minute is no correction', () => {
    const { now, setBy } = machine();
    setBy(MINUTE);
    expect(now()).toBe('2026-03-02T09:00:00.000Z');
  });

  test('a quartz that is a second an hour too slow is followed for a year, and nobody is told', () => {
    const { pass, setBy, said } = machine();
    for (let hour = 0; hour < 24 * 365; hour++) {
      setBy(1000);
      pass(60 * MINUTE);
    }
    expect(pass(0)).toBe('2027-03-02T11:26:00.000Z');
    expect(said).toEqual([]);
  });
});

test('the 29th of February is a day like any other', () => {
  const { pass } = machine('2028-02-28T23:59:59.000Z');
  expect(pass(1000)).toBe('2028-02-29T00:00:00.000Z');
  expect(pass(DAY)).toBe('2028-03-01T00:00:00.000Z');
});

test('however it is set, and however often, it never runs backwards nor faster than the machine says', () => {
  const step = fc.record({ set: fc.integer({ min: -2 * DAY, max: 2 * DAY }), pass: fc.integer({ min: 0, max: 20 * MINUTE }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { now, pass, setBy } = machine();
      let before: string = now();
      let [ahead, furthest] = [0, 0];
      let passed = 0;
      for (const { set, pass: ms } of steps) {
        setBy(set);
        ahead += set;
        furthest = Math.max(furthest, ahead);
        passed += ms;
        const after = pass(ms);
        expect(after >= before).toBe(true);
        expect(Date.parse(after)).toBeLessThanOrEqual(Date.parse('2026-03-02T09:00:00.000Z') + passed + furthest);
        before = after;
      }
    }),
  );
});
