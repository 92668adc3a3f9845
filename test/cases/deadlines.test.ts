import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apply } from '../../src/cases/case.ts';
import type { CaseEvent, EventType } from '../../src/cases/case.ts';
import type { Deadline } from '../../src/cases/deadline.ts';
import { ladders, nextStep, stepsBy } from '../../src/cases/ladders.ts';
import { dayOf, earliest, later, wholeDaysBetween } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { happens, invite, moveAzure, on, shown, switchOpened } from '../support/cases.ts';
import { dueOf, given } from '../support/given.ts';

const opened = happens('case-opened', '03-02 09:00', { proposal: invite('gdap') });
const approved = happens('case-approved', '03-02 09:00');
const invited = [opened, approved, happens('invitation-prepared', '03-02 09:00'), happens('invitation-ready', '03-02 09:00')];
const requested = [
  switchOpened('03-02 09:00', moveAzure('azure-plan-transfer')),
  approved,
  happens('preparation-completed', '03-02 09:00'),
  happens('transfer-requested', '03-02 09:00'),
];

/** A transfer that somebody at Microsoft has had in hand since then. */
const withMicrosoft = (asked: string): CaseEvent[] => [
  ...requested,
  happens('transfer-accepted', '03-02 09:00'),
  happens('move-slowed', '03-02 09:00'),
  happens('microsoft-asked', asked),
];

/** Ladders that go on after their last step, and by how many days each time; the others have an end. */
const endless: Partial<Record<keyof typeof ladders, number>> = { itemOwners: 14, stuck: 14 };

interface Reminded {
  readonly ladder: keyof typeof ladders;
  readonly what: Deadline['what'];
  readonly type: EventType;
  readonly history: readonly CaseEvent[];
  /** From when the days are counted. */
  readonly since: Instant;
}

const monday = on('03-02 09:00');
const reminded: readonly Reminded[] = [
  { ladder: 'approvers', what: 'remind-approvers', type: 'approvers-reminded', history: [opened], since: monday },
  {
    ladder: 'approvers',
    what: 'remind-approvers',
    type: 'approvers-reminded',
    history: [happens('transfer-offered', '03-02 09:00')],
    since: monday,
  },
  {
    ladder: 'requester',
    what: 'remind-requester',
    type: 'requester-reminded',
    history: [opened, happens('case-sent-back', '03-02 09:00')],
    since: monday,
  },
  { ladder: 'otherPartner', what: 'remind-other-partner', type: 'other-partner-reminded', history: requested, since: monday },
  {
    ladder: 'itemOwners',
    what: 'remind-item-owners',
    type: 'items-reminded',
    // The first things are due on the ninth, so they are late from the tenth on.
    history: requested.slice(0, 2),
    since: on('03-10 00:00'),
  },
  {
    ladder: 'itemOwners',
    what: 'remind-item-owners',
    type: 'items-reminded',
    // On paper, while the other partner is to act.
    history: [switchOpened('03-02 09:00', moveAzure('manual-switch')), ...requested.slice(1, 3)],
    since: on('03-10 00:00'),
  },
  {
    ladder: 'stuck',
    what: 'remind-stuck',
    type: 'stuck-reminded',
    history: [opened, approved, happens('case-stuck', '03-02 09:00')],
    since: monday,
  },
  {
    ladder: 'stuck',
    what: 'remind-stuck',
    type: 'stuck-reminded',
    history: [...requested, happens('case-stuck', '03-02 09:00')],
    since: monday,
  },
  {
    ladder: 'stuck',
    what: 'remind-move',
    type: 'move-reminded',
    history: withMicrosoft('03-02 09:00'),
    since: monday,
  },
];

describe.each(reminded)(
  '$what by the ladder of $ladder, after $history.length events',
  ({ ladder, what, type, history, since }) => {
    const steps: readonly number[] = ladders[ladder];
    const beyond = endless[ladder];
    const more = beyond === undefined ? [] : [1, 2, 3, 4].map((times) => (steps.at(-1) ?? 0) + times * beyond);
    const days = [...steps, ...more];
    const start = given(...history);
    const next = (current: typeof start) => current.deadlines.find((one) => one.what === what)?.at ?? null;

    test('each step comes in its turn, ever later, and then the ladder has an end, or goes on at its last distance', () => {
      let current = start;
      for (const step of days) {
        expect(next(current)).toBe(later(since, { days: step }));
        current = apply(current, happens(type, shown(later(since, { days: step }))));
      }
      expect(next(current)).toBe(beyond === undefined ? null : later(since, { days: (days.at(-1) ?? 0) + beyond }));
    });

    test('however late a reminder comes, it is one, and the next is the first that is still to come', () => {
      const [first = 0] = days;
      // Where there is no end, as long as there is a step to come.
      const last = beyond === undefined ? (days.at(-1) ?? 0) + 3 : (days.at(-1) ?? 0) - 1;
      fc.assert(
        fc.property(fc.integer({ min: first * 1440, max: last * 1440 }), (minutes) => {
          const at = later(since, { minutes });
          const after = apply(start, { ...happens(type, '03-02 09:00'), at });
          const expected = days.map((step) => later(since, { days: step })).find((one) => one > at);
          expect(next(after)).toBe(expected ?? null);
        }),
      );
    });

    test('the days between two reminders never become fewer', () => {
      const between = days.map((step, index) => step - (days[index - 1] ?? 0));
      expect([...between].sort((one, other) => one - other)).toStrictEqual(between);
    });
  },
);

test('three weeks of downtime: one reminder to the approvers, one to the operator', () => {
  const late = given(opened, happens('approvers-reminded', '03-24 09:00'), happens('case-escalated', '03-24 09:00'));
  expect(dueOf(late)).toStrictEqual({ 'request-lapses': '04-01 09:00' });
});

describe('a transfer that is with Microsoft', () => {
  test.each([
    ['03-05 09:00', '03-09 09:00'],
    ['03-09 09:00', '03-16 09:00'],
    ['05-05 09:00', '05-11 09:00'],
  ])('asked for on %s, it is brought up again on %s, and not at once', (asked, again) => {
    expect(dueOf(given(...withMicrosoft(asked)))).toStrictEqual({ 'remind-move': again });
  });

  test('the service request is ticked off: that is no reminder, and brings none about', () => {
    const ticked = happens('item-confirmed', '03-20 09:00', { item: 'service-request-opened' });
    const history = [...withMicrosoft('03-05 09:00'), happens('move-reminded', '03-16 09:00')];
    expect(dueOf(given(...history, ticked))).toStrictEqual({ 'remind-move': '03-30 09:00' });
  });

  test('it was stuck in between: the days are counted anew', () => {
    const history = [...withMicrosoft('03-05 09:00'), happens('case-stuck', '03-06 09:00'), happens('case-resumed', '03-07 09:00')];
    expect(dueOf(given(...history))).toStrictEqual({ 'remind-move': '03-08 09:00' });
  });
});

test('announcements that were missed are made up for once', () => {
  const active = [...invited, happens('customer-accepted', '03-05 08:00'), happens('groups-assigned', '03-05 08:05')];
  const after = given(...active, happens('end-announced', '2027-03-01 08:00'));
  expect(after).toMatchObject({ status: 'active', announced: 7 });
  expect(dueOf(after)).toStrictEqual({ 'announce-end': '2027-03-04 08:00', 'end-reached': '2027-03-05 08:00' });
});

describe('steps', () => {
  const ladder = [1, 2, 4];

  test.each([
    ['03-03 08:59', 0],
    ['03-03 09:00', 1],
    ['03-06 08:59', 2],
    ['03-06 09:00', 3],
    ['05-06 09:00', 3],
  ])('by %s %i have come', (at, steps) => {
    expect(stepsBy(ladder, monday, on(at))).toBe(steps);
  });

  test('after the last there is none', () => {
    expect([0, 1, 2, 3].map((taken) => nextStep(ladder, monday, taken))).toStrictEqual([
      on('03-03 09:00'),
      on('03-04 09:00'),
      on('03-06 09:00'),
      null,
    ]);
  });

  test('where there is no end, two years make one reminder, and the next is at most two weeks away', () => {
    for (const endlessLadder of [ladders.itemOwners, ladders.stuck]) {
      const taken = stepsBy(endlessLadder, monday, on('2028-03-02 09:00'));
      const next = nextStep(endlessLadder, monday, taken);
      expect(taken).toBe(endlessLadder.length + Math.floor((731 - 28) / 14));
      expect(next).toBe(later(monday, { days: 28 + 51 * 14 }));
      expect(next && wholeDaysBetween(on('2028-03-02 09:00'), next)).toBeLessThanOrEqual(14);
    }
  });
});

describe('time', () => {
  test('the earliest of several, and of none', () => {
    expect(earliest([on('03-05 00:00'), on('03-02 09:00'), on('2025-12-31 00:00'), on('03-02 09:00')])).toBe(
      on('2025-12-31 00:00'),
    );
    expect(earliest([])).toBeNull();
  });

  test('days are counted in UTC and have twenty-four hours, also when clocks are put forward', () => {
    expect(later(on('03-28 09:00'), { days: 1 })).toBe(on('03-29 09:00'));
    expect(later(on('12-31 23:59'), { minutes: 1 })).toBe(on('2027-01-01 00:00'));
    expect(later(on('03-02 09:00'), { days: 1, hours: 2, minutes: 3 })).toBe(on('03-03 11:03'));
    expect(dayOf(on('03-02 23:59'))).toBe('2026-03-02');
  });

  test('whole days between two moments', () => {
    expect(wholeDaysBetween(on('03-02 09:00'), on('03-03 08:59'))).toBe(0);
    expect(wholeDaysBetween(on('03-02 09:00'), on('03-03 09:00'))).toBe(1);
    expect(wholeDaysBetween(on('03-03 09:00'), on('03-02 09:00'))).toBe(0);
  });
});
