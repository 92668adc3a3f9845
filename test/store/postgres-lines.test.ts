import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/ports.ts';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { faultyLine } from '../postgres/faulty-line.ts';
import { emptyPlace } from '../postgres/server.ts';
import { idOf, keptCase, MONDAY, newEffect, opens, sealedEvent } from './records.ts';

type Line = Awaited<ReturnType<typeof faultyLine>>;

let line: Line;
let store: Store;
let remove: () => Promise<void>;

beforeEach(async () => {
  const place = await emptyPlace();
  remove = place.remove;
  line = await faultyLine(place.url);
  store = await openPostgresStore(line.url);
});

afterEach(async () => {
  await store.close();
  line.close();
  await remove();
});

const whole = { ...opens(1), events: [sealedEvent(1, 1)], effects: [newEffect()] };
const answer = { key: 'key', command: 'digest', answer: { says: 'yes' }, at: MONDAY };

/** The case, how many events and how many effects of it there are. */
const stand = async () => [
  await store.case(idOf(1)),
  (await store.history(idOf(1))).length,
  (await store.effectsOf(idOf(1))).length,
];

const THERE = [keptCase(1), 1, 1];

describe('a connection that is lost', () => {
  test.each(['question-lost', 'answer-lost'] as const)(
    'while a command is kept (%s): it is found out by its key, and it is there once',
    async (fault) => {
      line.next(fault);
      expect(await store.commit({ ...whole, answer })).toBe('kept');
      expect([await stand(), await store.answer('key'), line.faults()]).toEqual([THERE, answer, 1]);
    },
  );

  test('before it says whether a command is kept whose key another answer has: that is a conflict, as ever', async () => {
    await store.commit({ answer: { ...answer, answer: 'other' } });
    line.next('answer-lost');
    expect(await store.commit({ ...whole, answer })).toBe('conflict');
    expect(await stand()).toEqual([null, 0, 0]);
  });

  test.each([
    ['question-lost', [null, 0, 0]],
    ['answer-lost', THERE],
  ] as const)('while a change without a key is kept (%s): nobody says that it is, or that it is not', async (fault, after) => {
    line.next(fault);
    await expect(store.commit(whole)).rejects.toMatchObject({ trouble: 'unknown' });
    expect([await stand(), line.faults()]).toEqual([after, 1]);
    expect(await store.commit(opens(2))).toBe('kept');
  });

  test.each(['question-lost', 'answer-lost'] as const)('while somebody reads (%s): it is asked again', async (fault) => {
    await store.commit(opens(1));
    line.next(fault);
    expect(await store.case(idOf(1))).toEqual(keptCase(1));
    expect(line.faults()).toBe(1);
  });

  test('while nobody uses it: the next one who wants it has another', async () => {
    await Promise.all([1, 2, 3].map((n) => store.commit(opens(n))));
    line.cutAll();
    // Until the ends of the lines have been noticed; one that has not been is found out by the key.
    await pause(20);
    expect(await store.commit({ ...opens(4), answer })).toBe('kept');
    expect(await store.cases(null, 9)).toHaveLength(4);
  });
});

test('a database that is not there is told in words, without the password', async () => {
  const opening = openPostgresStore('postgres://ana:secret@127.0.0.1:1/cases', { patienceMs: 30 });
  await expect(opening).rejects.toMatchObject({ trouble: 'unusable' });
  const words = await opening.catch(String);
  expect(words).toContain('PostgreSQL at 127.0.0.1:1/cases');
  expect(words).not.toContain('secret');
});

test('what is no address is told in words', async () => {
  await expect(openPostgresStore('here')).rejects.toMatchObject({ trouble: 'unusable' });
});
