import { expect, test } from '@jest/globals';
import type { Settlement } from '../../../src/ports.ts';
import type { Open } from '../contract.ts';
import { claimAll, days, giveUp, idOf, minutes, MONDAY, newEffect, opens, want } from '../records.ts';

const done = (id: string, claim: number): Settlement => ({ id, claim, as: 'done' });

export const effects = ({ store, reopened }: Open): void => {
  test('an effect that is wanted waits, and nothing has been tried', async () => {
    await want(store(), {});
    const waiting = { state: 'waiting', claim: 0, failures: 0, isUncertain: false, trouble: null };
    expect(await (await reopened()).effect('1-cards-1')).toEqual({ ...newEffect(), ...waiting });
    expect(await store().effect('1-cards-2')).toBeNull();
  });

  test('is claimed when it is due, not before, and by one only', async () => {
    await want(store(), { dueAt: minutes(5) });
    expect(await claimAll(store(), minutes(4))).toEqual([]);
    expect(await claimAll(store(), minutes(5))).toEqual(['1-cards-1']);
    expect(await claimAll(store(), minutes(6))).toEqual([]);
    const claimed = { state: 'claimed', claim: 1, dueAt: minutes(15), isUncertain: false };
    expect(await (await reopened()).effect('1-cards-1')).toMatchObject(claimed);
  });

  test('two who claim at the same time never get the same effect', async () => {
    await want(store(), ...Array.from({ length: 40 }, (_, n) => ({ n })));
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimAll(store(), MONDAY, 5)));
    expect(new Set(claims.flat()).size).toBe(claims.flat().length);
    const rest = await claimAll(store(), MONDAY);
    expect(claims.flat().length + rest.length).toBe(40);
  });

  test('the longest due is claimed first, and no more than were asked for', async () => {
    await want(store(), { n: 1, dueAt: minutes(3) }, { n: 2, dueAt: minutes(1) }, { n: 3, dueAt: minutes(2) });
    expect(await claimAll(store(), minutes(9), 2)).toEqual(['2-cards-1', '3-cards-1']);
    expect(await claimAll(store(), minutes(9), 2)).toEqual(['1-cards-1']);
  });

  test('within a lane they go by their order, each after the one before is done, even when that one has to wait', async () => {
    await want(store(), { order: 10 }, { order: 9, dueAt: minutes(5) });
    expect(await claimAll(store(), minutes(1))).toEqual([]);
    expect(await claimAll(store(), minutes(5))).toEqual(['1-cards-9']);
    expect(await claimAll(store(), minutes(6))).toEqual([]);
    await store().commit({ settles: done('1-cards-9', 1) });
    expect(await claimAll(await reopened(), minutes(6))).toEqual(['1-cards-10']);
  });

  test('a lane that waits holds up neither the other lanes of its case nor the same lane of another', async () => {
    await want(store(), { dueAt: minutes(5) }, { order: 2 }, { lane: 'letters' }, { n: 2 });
    expect((await claimAll(store(), MONDAY)).toSorted()).toEqual(['1-letters-1', '2-cards-1']);
  });

  test('a claim that has lapsed goes to the next who asks, and it is uncertain by then whether it was done', async () => {
    await want(store(), {});
    await claimAll(store(), MONDAY);
    expect(await claimAll(store(), minutes(9))).toEqual([]);
    expect(await claimAll(store(), minutes(10))).toEqual(['1-cards-1']);
    expect(await store().effect('1-cards-1')).toMatchObject({ claim: 2, isUncertain: true, dueAt: minutes(20) });
  });

  test.each<Settlement['as']>(['done', 'again', 'given-up'])(
    'whoever held a claim that has lapsed is fenced off, and changes nothing by saying %s',
    async (as) => {
      await want(store(), {});
      await claimAll(store(), MONDAY);
      await claimAll(store(), minutes(10));
      const before = await store().effect('1-cards-1');
      const again = { dueAt: days(1), failures: 7, isUncertain: false, trouble: 'late' };
      const settles = { id: '1-cards-1', claim: 1, as, ...again } as Settlement;
      expect(await store().commit({ ...opens(1), settles })).toBe('fenced');
      expect([await store().effect('1-cards-1'), await store().case(idOf(1))]).toEqual([before, null]);
      expect(await store().commit({ ...opens(1), settles: done('1-cards-1', 2) })).toBe('kept');
    },
  );

  test('nobody settles what is not claimed, or not there, or settled already', async () => {
    await want(store(), {});
    expect(await store().commit({ settles: done('1-cards-1', 0) })).toBe('fenced');
    expect(await store().commit({ settles: done('nowhere', 1) })).toBe('fenced');
    await claimAll(store(), MONDAY);
    const both = await Promise.all([1, 2].map(() => store().commit({ settles: done('1-cards-1', 1) })));
    expect(both).toEqual(['kept', 'fenced']);
  });

  test('done: it is gone, and what stands for it is wanted in its place', async () => {
    await want(store(), { lane: 'notices' });
    await claimAll(store(), MONDAY);
    const instead = ['ana', 'ben'].map((who) => newEffect({ id: who, lane: `notices/${who}`, dueAt: minutes(1) }));
    await store().commit({ settles: { ...done('1-notices-1', 1), as: 'done', instead } });
    const again = await reopened();
    expect(await again.effect('1-notices-1')).toBeNull();
    expect([await claimAll(again, MONDAY), await claimAll(again, minutes(1))]).toEqual([[], ['ana', 'ben']]);
  });

  test('again: it waits as long as was said, with its failures and what went wrong, and stays as uncertain as was said', async () => {
    await want(store(), {});
    await claimAll(store(), MONDAY);
    const said = { dueAt: minutes(30), failures: 1, isUncertain: true, trouble: 'busy' };
    await store().commit({ settles: { id: '1-cards-1', claim: 1, as: 'again', ...said } });
    expect(await (await reopened()).effect('1-cards-1')).toMatchObject({ state: 'waiting', claim: 1, ...said });
    expect([await claimAll(store(), minutes(29)), await claimAll(store(), minutes(30))]).toEqual([[], ['1-cards-1']]);
    expect(await store().effect('1-cards-1')).toMatchObject({ claim: 2, isUncertain: true });
  });

  test('given up: it lies among the dead letters, the oldest first, and does not hold up its lane', async () => {
    await want(store(), { n: 1, since: minutes(2) }, { n: 1, order: 2 }, { n: 2, since: minutes(1) });
    for (const claim of await store().claim(MONDAY, minutes(10), 9)) await giveUp(store(), claim);
    const letters = await (await reopened()).deadLetters();
    expect(letters.map(({ id, state, trouble }) => [id, state, trouble])).toEqual([
      ['2-cards-1', 'given-up', 'they said no'],
      ['1-cards-1', 'given-up', 'they said no'],
    ]);
    expect(await claimAll(store(), days(9))).toEqual(['1-cards-2']);
  });

  test('a dead letter that somebody tries again begins anew, and stays as uncertain as it was', async () => {
    await want(store(), {});
    await claimAll(store(), MONDAY);
    const [claim] = await store().claim(minutes(10), minutes(20), 1);
    await giveUp(store(), claim ?? { id: '', claim: 0 });
    const revives = { id: '1-cards-1', dueAt: days(1) };
    expect(await store().commit({ revives })).toBe('kept');
    const anew = { state: 'waiting', failures: 0, isUncertain: true, trouble: null, dueAt: days(1) };
    expect(await (await reopened()).effect('1-cards-1')).toMatchObject(anew);
    expect([await store().deadLetters(), await store().commit({ revives })]).toEqual([[], 'conflict']);
    expect(await claimAll(store(), days(1))).toEqual(['1-cards-1']);
  });

  test('a dead letter that is tried again waits for what was begun in its lane meanwhile, and goes before what was not', async () => {
    await want(store(), { order: 1 }, { order: 2 }, { order: 3 });
    // As uncertain as a dead letter may be.
    await claimAll(store(), MONDAY);
    for (const claim of await store().claim(minutes(10), minutes(20), 9)) await giveUp(store(), claim);
    expect(await claimAll(store(), minutes(10))).toEqual(['1-cards-2']);
    await store().commit({ revives: { id: '1-cards-1', dueAt: MONDAY } });
    expect(await claimAll(store(), minutes(11))).toEqual([]);
    // Nobody knows what has become of it: that has to be found out first.
    const again = { dueAt: minutes(40), failures: 1, isUncertain: true, trouble: 'no answer' };
    await store().commit({ settles: { id: '1-cards-2', claim: 1, as: 'again', ...again } });
    await reopened();
    expect(await claimAll(store(), minutes(39))).toEqual([]);
    expect(await claimAll(store(), minutes(40))).toEqual(['1-cards-2']);
    await store().commit({ settles: { id: '1-cards-2', claim: 2, as: 'again', ...again, isUncertain: false } });
    expect(await claimAll(store(), minutes(40))).toEqual(['1-cards-1']);
  });

  test('what waits for its time can be hastened, and only while it waits; its failures are still counted', async () => {
    await want(store(), { dueAt: days(3) });
    expect(await store().commit({ hastens: { id: '1-cards-1', dueAt: days(1) } })).toBe('kept');
    expect(await store().commit({ hastens: { id: '1-cards-1', dueAt: days(2) } })).toBe('kept');
    expect(await (await reopened()).effect('1-cards-1')).toMatchObject({ state: 'waiting', dueAt: days(1) });
    expect(await store().nextDue()).toBe(days(1));
    expect(await claimAll(store(), days(1))).toEqual(['1-cards-1']);
    expect(await store().commit({ hastens: { id: '1-cards-1', dueAt: MONDAY } })).toBe('conflict');
    expect(await store().commit({ hastens: { id: '9-cards-9', dueAt: MONDAY } })).toBe('conflict');
  });

  test('a dead letter that somebody closes is gone; two who act on it at once have one success and one conflict', async () => {
    await want(store(), {});
    expect(await store().commit({ closes: { id: '1-cards-1' } })).toBe('conflict');
    await claimAll(store(), MONDAY);
    await giveUp(store(), { id: '1-cards-1', claim: 1 });
    const acts = [{ closes: { id: '1-cards-1' } }, { revives: { id: '1-cards-1', dueAt: MONDAY } }];
    expect(await Promise.all(acts.map((act) => store().commit(act)))).toEqual(['kept', 'conflict']);
    expect([await store().effect('1-cards-1'), await store().deadLetters()]).toEqual([null, []]);
  });

  test('those of a case are told in their order, whatever became of them, and never those of another', async () => {
    const idsOf = async (n: number): Promise<string[]> => (await store().effectsOf(idOf(n))).map(({ id }) => id);
    await want(store(), { order: 2 }, { order: 1 }, { order: 3, lane: 'letters' }, { n: 2 });
    expect([await idsOf(1), await idsOf(2), await idsOf(3)]).toEqual([
      ['1-cards-1', '1-cards-2', '1-letters-3'],
      ['2-cards-1'],
      [],
    ]);
    // Claimed, postponed, given up: it stays.
    await claimAll(store(), MONDAY);
    const again = { dueAt: minutes(30), failures: 1, isUncertain: true, trouble: 'busy' };
    await store().commit({ settles: { id: '1-cards-1', claim: 1, as: 'again', ...again } });
    await giveUp(store(), { id: '1-letters-3', claim: 1 });
    await giveUp(store(), { id: '2-cards-1', claim: 1 });
    const all = ['1-cards-1', '1-cards-2', '1-letters-3'];
    expect(await idsOf(1)).toEqual(all);
    await reopened();
    expect([await idsOf(1), await idsOf(2)]).toEqual([all, ['2-cards-1']]);
    // Tried again, closed, done, and something in its place.
    await store().commit({ revives: { id: '1-letters-3', dueAt: MONDAY } });
    await store().commit({ closes: { id: '2-cards-1' } });
    expect([await idsOf(1), await idsOf(2)]).toEqual([all, []]);
    await claimAll(store(), minutes(30));
    const instead = [newEffect({ id: 'ana', order: 2 }), newEffect({ id: 'ben', order: 2 })];
    await store().commit({ settles: { ...done('1-cards-1', 2), as: 'done', instead } });
    await store().commit({ settles: done('1-letters-3', 2) });
    expect(await idsOf(1)).toEqual(['1-cards-2', 'ana', 'ben']);
    expect(await (await reopened()).effectsOf(idOf(1))).toMatchObject([{ state: 'waiting' }, { id: 'ana' }, { id: 'ben' }]);
    expect([await idsOf(1), await idsOf(2)]).toEqual([['1-cards-2', 'ana', 'ben'], []]);
  });
};
