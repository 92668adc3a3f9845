import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Store } from '../../src/ports.ts';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { emptyPlace, stranger } from '../postgres/server.ts';
import { claimAll, idOf, keptCase, minutes, MONDAY, newEffect, opens, sealedEvent, want } from './records.ts';

let place: Awaited<ReturnType<typeof emptyPlace>>;
let one: Store;
let other: Store;

beforeEach(async () => {
  place = await emptyPlace();
  [one, other] = await Promise.all([openPostgresStore(place.url), openPostgresStore(place.url)]);
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await place.remove();
});

/** So many writers, every other one with the other store. */
const writers = (count: number): { readonly n: number; readonly store: Store }[] =>
  Array.from({ length: count }, (_, n) => ({ n, store: n % 2 === 0 ? one : other }));

test('what one process has kept the other one sees at once', async () => {
  await one.commit({ ...opens(1), events: [sealedEvent(1, 1)], notes: [{ key: 'a', expected: 0, value: 1 }] });
  expect([await other.case(idOf(1)), (await other.note('a'))?.value]).toEqual([keptCase(1), 1]);
  await other.commit({ next: { kept: keptCase(1, 2), expected: 1 }, notes: [{ key: 'a', expected: 1, value: 2 }] });
  expect([await one.case(idOf(1)), (await one.note('a'))?.value]).toEqual([keptCase(1, 2), 2]);
  expect(await one.commit({ next: { kept: keptCase(1, 2), expected: 1 } })).toBe('conflict');
});

test('of fifty writers at the same version one is kept, with its events and effects, and nothing of the others', async () => {
  await one.commit({ ...opens(1), events: [sealedEvent(1, 1)] });
  const outcomes = await Promise.all(
    writers(50).map(({ n, store }) =>
      store.commit({
        next: { kept: keptCase(1, 2, MONDAY, `words of ${n}`), expected: 1 },
        events: [sealedEvent(1, 2)],
        effects: [newEffect({ id: 'the same', lane: `lane of ${n}` })],
        notes: [{ key: `note of ${n}`, expected: 0, value: n }],
      }),
    ),
  );
  const winner = outcomes.indexOf('kept');
  expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(49);
  expect(await one.case(idOf(1))).toEqual(keptCase(1, 2, MONDAY, `words of ${winner}`));
  expect((await other.effectsOf(idOf(1))).map(({ lane }) => lane)).toEqual([`lane of ${winner}`]);
  expect((await other.notes('', null, 99)).map(({ value }) => value)).toEqual([winner]);
});

test('fifty writers of fifty cases are all kept', async () => {
  const outcomes = await Promise.all(writers(50).map(({ n, store }) => store.commit(opens(n))));
  expect(new Set(outcomes)).toEqual(new Set(['kept']));
  expect(await one.cases(null, 99)).toHaveLength(50);
});

test('writers who read and then write lose nothing to each other', async () => {
  const add = async (store: Store): Promise<void> => {
    for (;;) {
      const note = await store.note('sum');
      const change = { key: 'sum', expected: note?.version ?? 0, value: Number(note?.value ?? 0) + 1 };
      if ((await store.commit({ notes: [change] })) === 'kept') return;
    }
  };
  await Promise.all(writers(10).map(({ store }) => add(store)));
  expect(await one.note('sum')).toEqual({ key: 'sum', version: 10, value: 10 });
});

test('of two heads for one day one is kept; of two answers under one key as well', async () => {
  const heads = await Promise.all(
    writers(10).map(({ n, store }) => store.commit({ head: { day: '2026-03-02', cases: n, events: 1, hash: `h${n}` } })),
  );
  const answers = await Promise.all(
    writers(10).map(({ n, store }) => store.commit({ answer: { key: 'key', command: 'c', answer: n, at: MONDAY } })),
  );
  for (const outcomes of [heads, answers]) expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(1);
});

test('effects are carried out once each, and in the order of their lanes, whoever claims them', async () => {
  const all = Array.from({ length: 12 }, (_, n) => [1, 2, 3].map((order) => ({ n, order }))).flat();
  await want(one, ...all);
  const done: string[] = [];
  const work = async (store: Store): Promise<void> => {
    for (let idle = 0; idle < 3;) {
      const claimed = await store.claim(MONDAY, minutes(10), 5);
      idle = claimed.length === 0 ? idle + 1 : 0;
      expect(new Set(claimed.map(({ caseId }) => caseId)).size).toBe(claimed.length);
      for (const { id, claim } of claimed) {
        done.push(id);
        expect(await store.commit({ settles: { id, claim, as: 'done' } })).toBe('kept');
      }
    }
  };
  await Promise.all(writers(6).map(({ store }) => work(store)));
  expect(done.toSorted()).toEqual(all.map((wanted) => newEffect(wanted).id).sort());
  for (let n = 0; n < 12; n++)
    expect(done.filter((id) => id.startsWith(`${n}-`))).toEqual([1, 2, 3].map((order) => newEffect({ n, order }).id));
});

test('what somebody is claiming at this moment is passed by, and not waited for', async () => {
  await want(one, { n: 1 }, { n: 2 });
  const { ask, leave } = await stranger(place.url);
  await ask('begin');
  await ask(`update handshake_effects set claim = 1, state = 'claimed' where id = '1-cards-1'`);
  expect(await claimAll(one, MONDAY)).toEqual(['2-cards-1']);
  await leave();
  expect(await claimAll(other, MONDAY)).toEqual(['1-cards-1']);
});

test('old answers that somebody is forgetting at this moment are passed by as well', async () => {
  for (const key of ['a', 'b']) await one.commit({ answer: { key, command: 'c', answer: 1, at: MONDAY } });
  const { ask, leave } = await stranger(place.url);
  await ask('begin');
  await ask(`delete from handshake_answers where key = 'a'`);
  expect(await one.forgetAnswers(minutes(1), 9)).toBe(1);
  await leave();
  expect(await one.forgetAnswers(minutes(1), 9)).toBe(1);
});

test('whoever has lost its claim to another process is fenced off, and nothing it wanted is kept', async () => {
  await want(one, {});
  expect([await claimAll(one, MONDAY), await claimAll(other, minutes(9)), await claimAll(other, minutes(10))]).toEqual([
    ['1-cards-1'],
    [],
    ['1-cards-1'],
  ]);
  const late = { id: '1-cards-1', claim: 1, as: 'done', instead: [newEffect({ order: 2 })] } as const;
  expect(await one.commit({ ...opens(1), settles: late })).toBe('fenced');
  expect([await one.case(idOf(1)), (await one.effectsOf(idOf(1))).map(({ claim }) => claim)]).toEqual([null, [2]]);
  expect(await other.commit({ ...opens(1), settles: { ...late, claim: 2 } })).toBe('kept');
});

test('a change of another process is seen whole or not at all, and nobody waits for it', async () => {
  const numbers = Array.from({ length: 20 }, (_, n) => n);
  const commits = numbers.map((n) => one.commit({ ...opens(n), effects: [newEffect({ n })] }));
  const cases = await other.cases(null, 99);
  const effects = new Set((await other.claim(MONDAY, minutes(1), 99)).map(({ caseId }) => caseId));
  await Promise.all(commits);
  expect(cases.filter((kept) => !effects.has(kept.case.id))).toEqual([]);
  expect(await other.cases(null, 99)).toHaveLength(20);
});

test('a database that is strict about the order of changes refuses some that could be kept, and they are kept all the same', async () => {
  const strict = await emptyPlace('default_transaction_isolation=serializable');
  const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(strict.url)));
  const all = Array.from({ length: 30 }, (_, n) => n);
  const keep = (store: Store, n: number) =>
    store.commit({ ...opens(n), effects: [newEffect({ n })], notes: [{ key: `${n}`, expected: 0, value: n }] });
  const outcomes = await Promise.all(stores.flatMap((store, at) => all.filter((n) => n % 3 === at).map((n) => keep(store, n))));
  const claims = await Promise.all(stores.map((store) => claimAll(store, MONDAY)));
  await Promise.all(stores.map((store) => store.close()));
  await strict.remove();
  expect(new Set(outcomes)).toEqual(new Set(['kept']));
  expect(claims.flat().toSorted()).toEqual(all.map((n) => newEffect({ n }).id).sort());
});
