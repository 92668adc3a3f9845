import { expect, test } from '@jest/globals';
import { later } from '../../../src/cases/time.ts';
import type { Open } from '../contract.ts';
import {
  claimAll,
  days,
  everything,
  idOf,
  keptCase,
  minutes,
  MONDAY,
  newEffect,
  openedEvent,
  opens,
  sealedEvent,
} from '../records.ts';

const answer = (key: string, at = MONDAY) => ({ key, command: 'digest of the command', answer: { says: 'yes' }, at });

export const commits = ({ store, reopened }: Open): void => {
  test('a case is kept as it was handed in, and is not there before', async () => {
    expect(await store().case(idOf(1))).toBeNull();
    expect(await store().commit(opens(1))).toBe('kept');
    expect(await store().case(idOf(1))).toEqual(keptCase(1));
    expect(await (await reopened()).case(idOf(1))).toEqual(keptCase(1));
  });

  test('of two writers at the same version one is kept, and the other is told of the conflict', async () => {
    await store().commit(opens(1));
    const outcomes = await Promise.all(
      ['one', 'other'].map((words) => store().commit({ next: { kept: keptCase(1, 2, MONDAY, words), expected: 1 } })),
    );
    expect(outcomes.toSorted()).toEqual(['conflict', 'kept']);
    const words = outcomes[0] === 'kept' ? 'one' : 'other';
    expect(await store().case(idOf(1))).toEqual(keptCase(1, 2, MONDAY, words));
  });

  test.each([
    ['1, when the case is not there', 2, 1],
    ['0, when the case is there', 1, 0],
    ['1, when the case is at 3 by now', 1, 1],
  ])('whoever expects version %s has a conflict', async (_, n, expected) => {
    await store().commit({ next: { kept: keptCase(1, 3), expected: 0 } });
    expect(await store().commit({ next: { kept: keptCase(n, 9), expected } })).toBe('conflict');
  });

  test('a thousand cases opened at once are all there', async () => {
    const numbers = Array.from({ length: 1000 }, (_, n) => n);
    const outcomes = await Promise.all(numbers.map((n) => store().commit({ ...opens(n), events: [sealedEvent(n, 1)] })));
    expect(new Set(outcomes)).toEqual(new Set(['kept']));
    const cases = await (await reopened()).cases(null, 2000);
    expect(cases.map((kept) => kept.case.id)).toEqual(numbers.map(idOf).sort());
  });

  test('a number of a history is given once; another event under it is a conflict', async () => {
    await store().commit({ events: [sealedEvent(1, 1)] });
    const another = sealedEvent(1, 1, undefined, openedEvent(1, days(1)));
    expect(await store().commit({ ...opens(1), events: [another] })).toBe('conflict');
    expect([await store().history(idOf(1)), await store().case(idOf(1))]).toEqual([[sealedEvent(1, 1)], null]);
  });

  test('an answer is never overwritten: the second one under its key is a conflict', async () => {
    const outcomes = await Promise.all([
      store().commit({ answer: answer('key') }),
      store().commit({ ...opens(1), answer: { ...answer('key'), answer: 'no' } }),
    ]);
    expect(outcomes).toEqual(['kept', 'conflict']);
    expect([await (await reopened()).answer('key'), await store().case(idOf(1))]).toEqual([answer('key'), null]);
  });

  test('a change that is in conflict leaves nothing of itself: no event, effect, answer, card, head or note', async () => {
    await store().commit(opens(1));
    const before = await everything(store(), ['key']);
    const outcome = await store().commit({
      next: { kept: keptCase(1, 2), expected: 7 },
      events: [sealedEvent(1, 1)],
      effects: [newEffect()],
      answer: answer('key'),
      sent: [{ caseId: idOf(1), place: 'team', activityId: 'a', at: MONDAY }],
      head: { day: '2026-03-02', cases: 1, events: 1, hash: 'h' },
      notes: [{ key: 'a', expected: 0, value: 1 }],
    });
    expect(outcome).toBe('conflict');
    expect([await everything(store(), ['key']), await claimAll(store(), days(9))]).toEqual([before, []]);
  });

  test('a change with everything in it is kept whole', async () => {
    const card = { caseId: idOf(1), place: 'team/1', activityId: 'a', at: MONDAY };
    const head = { day: '2026-03-02', cases: 1, events: 1, hash: 'h' };
    const notes = [{ key: 'a', expected: 0, value: 1 }];
    const rest = { answer: answer('key'), sent: [card], head, notes };
    const whole = { ...opens(1), events: [sealedEvent(1, 1)], effects: [newEffect()], ...rest };
    expect(await store().commit(whole)).toBe('kept');
    const again = await reopened();
    expect(await everything(again, ['key'])).toEqual({
      cases: [keptCase(1)],
      histories: [[sealedEvent(1, 1)]],
      cards: [[card]],
      answers: [answer('key')],
      due: [keptCase(1)],
      nextDue: MONDAY,
      deadLetters: [],
      heads: [head],
      notes: [{ key: 'a', version: 1, value: 1 }],
    });
    expect(await claimAll(again, MONDAY)).toEqual(['1-cards-1']);
  });

  test('a day has one head: the same one again is kept, another one is a conflict, also when both come at once', async () => {
    const head = { day: '2026-03-02', cases: 1, events: 1, hash: 'h' };
    const outcomes = await Promise.all(
      [head, { ...head, cases: 2, hash: 'other' }, head].map((one) => store().commit({ head: one })),
    );
    expect(outcomes).toEqual(['kept', 'conflict', 'kept']);
    expect(await (await reopened()).commit({ ...opens(1), head: { ...head, hash: 'other' } })).toBe('conflict');
    expect([await store().heads(), await store().case(idOf(1))]).toEqual([[head], null]);
    expect(await store().commit({ head: { ...head, day: '2026-03-03', hash: 'other' } })).toBe('kept');
  });

  test('of two cards at one place the newer one is known; the same place of another case is another place', async () => {
    const card = (n: number, activityId: string) => ({ caseId: idOf(n), place: 'team', activityId, at: MONDAY });
    await store().commit({ sent: [card(1, 'first'), card(2, 'other')] });
    await store().commit({ sent: [card(1, 'second')] });
    const again = await reopened();
    expect(await again.sentCards(idOf(1))).toEqual([card(1, 'second')]);
    expect(await again.sentCards(idOf(2))).toEqual([card(2, 'other')]);
  });

  test('answers are forgotten when they are older than an instant, so many at a time, the oldest first', async () => {
    for (const [at, key] of ['c', 'a', 'b', 'd'].entries()) await store().commit({ answer: answer(key, minutes(at)) });
    expect(await store().forgetAnswers(minutes(3), 2)).toBe(2);
    const left = () => Promise.all(['c', 'a', 'b', 'd'].map(async (key) => (await store().answer(key)) !== null));
    expect(await left()).toEqual([false, false, true, true]);
    expect([await store().forgetAnswers(minutes(3), 2), await store().forgetAnswers(minutes(3), 2)]).toEqual([1, 0]);
    await reopened();
    expect(await left()).toEqual([false, false, false, true]);
    expect(await store().commit({ answer: answer('c') })).toBe('kept');
  });

  test('of two who forget answers at the same time, each counts its own', async () => {
    for (const key of ['a', 'b', 'c']) await store().commit({ answer: answer(key) });
    const counts = await Promise.all([store().forgetAnswers(days(1), 2), store().forgetAnswers(days(1), 2)]);
    expect(counts.toSorted()).toEqual([1, 2]);
  });

  test('an effect whose id is taken, or that could not be read again, is a bug: refused, and nothing else is kept either', async () => {
    await store().commit({ effects: [newEffect()] });
    const [taken, twice] = [[newEffect()], [newEffect({ order: 2 }), newEffect({ order: 2 })]];
    const unreadable = [newEffect({ id: 'x', effect: { kind: 'no such kind' } as never })];
    for (const effects of [taken, twice, unreadable]) {
      await expect(store().commit({ ...opens(1), effects })).rejects.toThrow(TypeError);
    }
    expect([await store().case(idOf(1)), await claimAll(store(), later(MONDAY, {}))]).toEqual([null, ['1-cards-1']]);
  });

  test('a store that is closed keeps nothing more', async () => {
    await store().close();
    await expect(store().commit(opens(1))).rejects.toMatchObject({ trouble: 'stopped' });
    expect(await (await reopened()).case(idOf(1))).toBeNull();
  });
};
