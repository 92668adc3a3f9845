import { afterAll, expect, test } from '@jest/globals';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { ownServer } from '../postgres/server.ts';
import { claimAll, idOf, keptCase, MONDAY, opens, want } from './records.ts';

const server = await ownServer();
const store = await openPostgresStore(server.url, { patienceMs: 30_000 });

afterAll(async () => {
  await store.close();
  await server.end();
});

test('a server that dies and comes back while ten write: all goes on by itself, and nothing that was acknowledged is lost', async () => {
  let isOver = false;
  let next = 100;
  const kept: number[] = [];
  const writer = async (): Promise<void> => {
    while (!isOver) {
      const n = next++;
      const answer = { key: `key ${n}`, command: 'c', answer: n, at: MONDAY };
      expect(await store.commit({ ...opens(n), answer })).toBe('kept');
      kept.push(n);
    }
  };
  const writers = Array.from({ length: 10 }, writer);
  const written = async (count: number): Promise<void> => {
    while (kept.length < count) await store.note('whatever');
  };
  await written(50);
  await server.stop();
  await server.start();
  await written(kept.length + 50);
  isOver = true;
  await Promise.all(writers);
  const there = await store.cases(null, 100_000);
  expect(there.map((one) => one.case.id)).toEqual(kept.map(idOf).sort());
});

test('a server that was away while nobody asked is not even noticed', async () => {
  await want(store, {});
  await server.stop();
  await server.start();
  expect([await store.commit(opens(1)), await store.case(idOf(1)), await claimAll(store, MONDAY)]).toEqual([
    'kept',
    keptCase(1),
    ['1-cards-1'],
  ]);
});

test('while it is away, a change is not kept, and reading says so', async () => {
  const impatient = await openPostgresStore(server.url, { patienceMs: 0 });
  await server.stop();
  await expect(impatient.commit(opens(2))).rejects.toMatchObject({ trouble: 'not-kept' });
  await expect(impatient.case(idOf(2))).rejects.toMatchObject({ trouble: 'unusable' });
  await server.start();
  expect([await impatient.case(idOf(2)), await impatient.commit(opens(2))]).toEqual([null, 'kept']);
  await impatient.close();
});
