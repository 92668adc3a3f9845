import { expect, test } from '@jest/globals';
import { flawIn } from '../../../src/cases/proof.ts';
import type { Open } from '../contract.ts';
import {
  claimAll,
  declined,
  everything,
  giveUp,
  idOf,
  minutes,
  MONDAY,
  newEffect,
  sealedEvent,
  want,
  withoutPeople,
} from '../records.ts';

export const erasing = ({ store, reopened }: Open): void => {
  const keep = async (n: number, needle?: string) => {
    const whole = declined(n, needle);
    await store().commit({ next: { kept: whole.kept, expected: 0 }, events: whole.events });
    return whole;
  };

  test('an erased case has lost its people and nothing else, and its history still proves it; the others are untouched', async () => {
    const whole = await keep(1);
    const other = await keep(2);
    const card = { caseId: idOf(1), place: 'team', activityId: 'a', at: MONDAY };
    const answer = { key: 'key', command: 'c', answer: 1, at: MONDAY };
    await store().commit({ sent: [card], answer });
    const left = withoutPeople(whole);
    expect(await store().erase(left)).toEqual({ kind: 'erased' });
    const again = await reopened();
    expect(await again.case(idOf(1))).toEqual(left.kept);
    expect(await again.history(idOf(1))).toEqual(left.events);
    expect(flawIn(left.kept, await again.history(idOf(1)))).toBeNull();
    expect([await again.sentCards(idOf(1)), await again.answer('key')]).toEqual([[card], answer]);
    expect([await again.case(idOf(2)), await again.history(idOf(2))]).toEqual([other.kept, other.events]);
    expect(JSON.stringify(await everything(again)).match(/Needle says no/g)).toHaveLength(2);
  });

  test('erased again it stays as it is', async () => {
    const left = withoutPeople(await keep(1));
    for (let again = 0; again < 2; again++) expect(await store().erase(left)).toEqual({ kind: 'erased' });
    expect(await store().history(idOf(1))).toEqual(left.events);
  });

  test('a case that is not there is a conflict', async () => {
    expect(await store().erase(withoutPeople(declined(1)))).toEqual({ kind: 'conflict' });
    expect([await store().case(idOf(1)), await store().history(idOf(1))]).toEqual([null, []]);
  });

  test.each([{ version: 3 }, { head: 'another' }])(
    'a case that goes on meanwhile, to %j, is a conflict, and keeps what it has',
    async (on) => {
      const whole = await keep(1);
      const next = { ...whole.kept, ...on };
      const [kept, erased] = await Promise.all([
        store().commit({ next: { kept: next, expected: 2 } }),
        store().erase(withoutPeople(whole)),
      ]);
      expect([kept, erased]).toEqual(['kept', { kind: 'conflict' }]);
      expect([await store().case(idOf(1)), await store().history(idOf(1))]).toEqual([next, whole.events]);
    },
  );

  test('whatever else is not as it was is a bug: refused, and nothing has changed', async () => {
    const whole = await keep(1);
    const { kept, events } = withoutPeople(whole);
    const [first, last] = events as [(typeof events)[0], (typeof events)[0]];
    const [wholeFirst] = whole.events;
    const forged = Object.fromEntries(
      Object.entries(wholeFirst?.personal ?? {}).map(([digest, { salt }]) => [digest, { salt, value: 'Somebody else' }]),
    );
    const wrong = [
      [first],
      [first, last, sealedEvent(1, 3)],
      [last, first],
      [first, sealedEvent(2, 2)],
      [first, { ...last, caseId: idOf(2) }],
      [first, { ...last, text: last.text.replace('declined', 'approved') }],
      [first, { ...last, hash: first.hash }],
      [{ ...first, personal: forged }, last],
      [{ ...first, personal: { added: { salt: 's', value: 'Somebody else' } } }, last],
    ];
    for (const given of wrong) await expect(store().erase({ kept, events: given })).rejects.toThrow(TypeError);
    expect([await store().case(idOf(1)), await store().history(idOf(1))]).toEqual([whole.kept, whole.events]);
  });

  test('personal values may be erased record by record', async () => {
    const whole = await keep(1);
    const { kept, events } = withoutPeople(whole);
    const partly = [whole.events[0], events[1]].filter((event) => event !== undefined);
    expect(await store().erase({ kept, events: partly })).toEqual({ kind: 'erased' });
    expect(await store().history(idOf(1))).toEqual(partly);
  });

  test('what a case still wants done is told in its order, whatever became of it so far, and nothing of other cases', async () => {
    expect(await store().effectsOf(idOf(1))).toEqual([]);
    await want(store(), { order: 3 }, { order: 1, lane: 'letters' }, { order: 2, lane: 'services', dueAt: minutes(5) }, { n: 2 });
    const [claim] = (await store().claim(MONDAY, minutes(10), 9)).filter(({ lane }) => lane === 'letters');
    await giveUp(store(), claim ?? { id: '', claim: 0 });
    const found = await (await reopened()).effectsOf(idOf(1));
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ['1-letters-1', 'given-up'],
      ['1-services-2', 'waiting'],
      ['1-cards-3', 'claimed'],
    ]);
    await store().commit({ settles: { id: '1-cards-3', claim: 1, as: 'done', instead: [newEffect({ order: 4 })] } });
    await store().commit({ closes: { id: '1-letters-1' } });
    expect((await store().effectsOf(idOf(1))).map(({ id }) => id)).toEqual(['1-services-2', '1-cards-4']);
    expect(await claimAll(store(), MONDAY)).toEqual(['1-cards-4']);
  });
};
