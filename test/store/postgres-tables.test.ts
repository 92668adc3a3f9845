import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConnectionOptions } from '../../src/store/postgres/connections.ts';
import { Connections } from '../../src/store/postgres/connections.ts';
import { migrate } from '../../src/store/postgres/migrations.ts';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { emptyPlace } from '../postgres/server.ts';
import { idOf, MONDAY, opens, sealedEvent } from './records.ts';

let place: Awaited<ReturnType<typeof emptyPlace>>;

beforeEach(async () => {
  place = await emptyPlace();
});
afterEach(() => place.remove());

const opened = (options?: ConnectionOptions) => openPostgresStore(place.url, options);

describe('tables', () => {
  test('are made once, however many processes start on an empty database at the same moment', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => opened()));
    const outcomes = await Promise.all(stores.map((store) => store.commit(opens(1))));
    expect(outcomes.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'conflict', 'kept']);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('are changed step by step, each step once and in its order, whoever comes first', async () => {
    const steps = ['create table steps (n integer)', 'insert into steps values (1)', 'insert into steps values (2)'];
    const first = new Connections(place.url, 'a database', {});
    await migrate(first, steps.slice(0, 2));
    const many = [first, ...Array.from({ length: 4 }, () => new Connections(place.url, 'a database', {}))];
    await Promise.all(many.map((connections) => migrate(connections, steps)));
    await Promise.all(many.map((connections) => connections.close()));
    expect(await place.ask('select n from steps')).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await place.ask('select version from handshake_schema')).toEqual([{ version: '3' }]);
  });

  test('of a step that fails are left as they were, and that is told in words', async () => {
    const connections = new Connections(place.url, 'a database', {});
    await migrate(connections, ['create table steps (n integer)']);
    const failing = migrate(connections, ['', 'insert into steps values (1)', 'no sql at all']);
    await expect(failing).rejects.toThrow('syntax error');
    await connections.close();
    expect(await place.ask('select n from steps')).toEqual([]);
    expect(await place.ask('select version from handshake_schema')).toEqual([{ version: '1' }]);
  });

  test('of a newer program are left alone', async () => {
    await (await opened()).close();
    await place.ask('update handshake_schema set version = 99');
    await expect(opened()).rejects.toMatchObject({ trouble: 'newer' });
    await expect(opened()).rejects.toThrow('version 99, and this program knows versions up to 1');
    expect(await place.ask('select version from handshake_schema')).toEqual([{ version: '99' }]);
  });
});

describe('rows', () => {
  test('hold events as the very text that was hashed', async () => {
    const store = await opened();
    const event = sealedEvent(1, 1);
    await store.commit({ ...opens(1), events: [event] });
    expect(await place.ask('select text, hash from handshake_events')).toEqual([{ text: event.text, hash: event.hash }]);
    await store.close();
  });

  test.each([
    ['no JSON', '{'],
    ['no case', '{"kind":"none"}'],
  ])('that somebody else has changed are refused when they are read: %s', async (_, body) => {
    const store = await opened();
    await store.commit(opens(1));
    await place.ask(`update handshake_cases set body = '${body}'`);
    await expect(store.case(idOf(1))).rejects.toMatchObject({ trouble: 'damaged' });
    await store.close();
  });

  test.each(['NUL \0', 'half a letter \ud800'])(
    'cannot hold %j where it is looked for: refused, and looked for in vain',
    async (key) => {
      const store = await opened();
      await expect(store.commit({ ...opens(1), answer: { key, command: 'c', answer: 1, at: MONDAY } })).rejects.toThrow(TypeError);
      expect([await store.answer(key), await store.case(idOf(1))]).toEqual([null, null]);
      await store.close();
    },
  );

  test('hold any text in what was answered, letters in halves too', async () => {
    const store = await opened();
    const answer = { key: 'k', command: 'c', answer: 'NUL \0 and half a letter \ud800', at: MONDAY };
    await store.commit({ answer });
    expect(await store.answer('k')).toEqual(answer);
    await store.close();
  });
});
