import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { headerOf, lineOf } from '../../src/store/journal-lines.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { isDeletion, pairsIn } from '../../src/store/pairs-in.ts';
import { Table } from '../../src/store/table.ts';
import type { Key } from '../../src/store/table.ts';
import { linesOn, newFile, open, refusalOf, state } from './journals.ts';
import type { Value } from './journals.ts';
import { idOf, keptCase, MONDAY, opens, sealedEvent } from './records.ts';

const journalOf = (...lines: readonly string[]): string => {
  const path = newFile();
  writeFileSync(path, Buffer.concat([headerOf(1), ...lines.map(lineOf)]));
  return path;
};

describe('a row that nobody has asked for', () => {
  test('is written out by a compaction as it was read, letter by letter', async () => {
    const odd = '["case/1",{"n":1.0,"text":"\\u0041 [\\"],{"}]';
    const store = await open(journalOf(`[${odd},["case/2",{"n":2}]]`));
    await store.update((table) => table.set('case/2', { n: 3 }));
    expect(state(store.data)).toBe('[["case/1",{"n":1,"text":"A [\\"],{"}],["case/2",{"n":3}]]');
    expect([...store.data.pairs()].map(String)).toEqual([odd, '["case/2",{"n":3}]']);
    await store.close();
  });

  test('is parsed once, by whoever asks for it', async () => {
    const store = await open(journalOf('[["case/1",{"n":1}]]'));
    expect(store.data.get('case/1')).toBe(store.data.get('case/1'));
    expect(store.data.glance('case/1')).not.toBe(store.data.get('case/1'));
    await store.close();
  });

  test('leaves memory again when much else was asked for, and is parsed anew', async () => {
    const pairs = Array.from({ length: 5000 }, (_, n) => `["case/${n}",{"n":${n}}]`);
    const store = await open(journalOf(`[${pairs.join()}]`));
    const first = store.data.get('case/0');
    for (const key of store.data.keys()) store.data.get(key);
    expect(store.data.get('case/0')).toEqual(first);
    expect(store.data.get('case/0')).not.toBe(first);
    await store.close();
  });

  test('keeps its turn among the others when it is replaced, and loses it when it is deleted in between', async () => {
    const store = await open(journalOf('[["a/1",1],["a/2",2],["a/3",3]]', '[["a/1",null]]', '[["a/1",4]]'));
    expect([...store.data.keys()]).toEqual(['a/2', 'a/3', 'a/1']);
    await store.update((table) => table.set('a/2', { n: 5 }));
    await store.update((table) => table.delete('a/3'));
    await store.update((table) => table.set('a/3', { n: 6 }));
    expect([[...store.data.keys()], store.data.size]).toEqual([['a/2', 'a/1', 'a/3'], 3]);
    await store.close();
  });

  test('is put back as a text when the change is undone', () => {
    const table = new Table<Value>();
    const line = Buffer.from('[["case/1",{"n":1}]]');
    for (const pair of pairsIn(line) ?? []) table.fillAsRead(line, pair);
    const clear = (): void => {
      table.clear();
    };
    for (const spoil of [() => table.set('case/1', { n: 2 }), () => table.delete('case/1'), clear]) {
      expect(() => {
        table.change(() => {
          spoil();
          throw new Error('no');
        });
      }).toThrow('no');
      expect([state(table), table.size, [...table.pairs()].map(String)]).toEqual([
        '[["case/1",{"n":1}]]',
        1,
        ['["case/1",{"n":1}]'],
      ]);
    }
  });

  test('that is no JSON, though its sum is right, is named when somebody asks for it', async () => {
    const path = journalOf(`[["event/${idOf(1)}/000001",{"seq":x}],["sent/${idOf(1)}/team",tru]]`);
    const store = await openLowdbStore(path);
    for (const read of [store.history(idOf(1)), store.sentCards(idOf(1))])
      expect(await refusalOf(read)).toMatch(/^damaged: .* is not what this program keeps there \(it is no JSON: /);
    await store.close();
  });

  test('that is no JSON is refused at the start when it hides what is due', async () => {
    const path = journalOf(`[["case/${idOf(1)}",{"case":]}]]`);
    expect(await refusalOf(openLowdbStore(path))).toMatch(/^damaged: /);
  });
});

describe('the pairs of a line', () => {
  const key = fc.constantFrom<Key>('case/1', 'event/x/000001', 'a/ b');

  test('are where JSON has them, whatever stands in them', () => {
    const check = (records: readonly (readonly [Key, unknown])[]): void => {
      const json = Buffer.from(`[${records.map(([name, value]) => `["${name}",${JSON.stringify(value)}]`).join()}]`);
      const found = pairsIn(json)?.map((pair) => [
        pair.key,
        JSON.parse(json.toString('utf8', pair.from, pair.to)) as unknown,
        isDeletion(json, pair),
      ]);
      const wanted = records.map(([name, value]) => [name, JSON.parse(JSON.stringify([name, value])) as unknown, value === null]);
      expect(found).toEqual(wanted);
    };
    fc.assert(fc.property(fc.array(fc.tuple(key, fc.jsonValue({ maxDepth: 4 })), { minLength: 1 }), check), { numRuns: 300 });
  });

  test.each([
    ['a key with an escape', '[["a/\\u0041",{"n":1}]]', '[["a/A",{"n":1}]]'],
    ['a key in letters of another alphabet', '[["a/é",{"n":1}]]', '[["a/é",{"n":1}]]'],
    ['blanks between', '[ ["a/1", {"n":1}] , ["a/2",{"n":2}] ]', '[["a/1",{"n":1}],["a/2",{"n":2}]]'],
    ['a deletion with a blank before', '[["a/1", null]]', '[]'],
    ['a deletion with a blank behind', '[["a/1",null ]]', '[]'],
    ['nothing', '[]', '[]'],
  ])('may be written otherwise than we write: %s', async (_, line, wanted) => {
    const path = journalOf(line);
    const store = await open(path);
    expect(state(store.data)).toBe(wanted);
    await store.close();
  });

  test.each([
    '[["a/1"]]',
    '[["a/1",]]',
    '[["a/1",1,2]]',
    '[["a/1",1]',
    '[["a/1",{"n":1]]',
    '[["a/1","x]]',
    '[1]',
    '["a/1"]',
    '[["a/1",1]["a/2",2]]',
  ])('are refused where they are none: %s', async (line) => {
    const path = journalOf('[["a/0",1]]', line);
    const byte = linesOn(path).slice(0, 2).join('\n').length + 1;
    expect(await refusalOf(open(path))).toMatch(new RegExp(`^damaged: .* at byte ${byte}, `));
  });
});

test('notes outlive a compaction, whether they were read, changed, forgotten or written since', async () => {
  const path = newFile();
  const write = (key: string, value: unknown, expected = 0) => ({ key, expected, value });
  let store = await openLowdbStore(path);
  await store.commit({ notes: ['read', 'changed', 'gone', 'élan'].map((key) => write(key, { of: key })) });
  await store.close();
  store = await openLowdbStore(path, { slack: -Infinity });
  await store.commit({ notes: [write('changed', 2, 1), write('gone', null, 1), write('new', [])] });
  await store.commit({ notes: [write('new', null, 1), write('newer', 3)] });
  await store.close();
  store = await openLowdbStore(path);
  expect((await store.notes('', null, 9)).map(({ key, version, value }) => [key, version, value])).toEqual([
    ['changed', 2, 2],
    ['newer', 1, 3],
    ['read', 1, { of: 'read' }],
    ['élan', 1, { of: 'élan' }],
  ]);
  await store.close();
});

test('what was read and what was written since are one store', async () => {
  const path = newFile();
  let store = await openLowdbStore(path);
  for (const n of [1, 2]) await store.commit({ ...opens(n), events: [sealedEvent(n, 1)] });
  await store.close();
  store = await openLowdbStore(path, { slack: -Infinity });
  await store.commit({ next: { kept: keptCase(1, 2, MONDAY, 'other'), expected: 1 } });
  await store.close();
  store = await openLowdbStore(path);
  expect(await store.cases(null, 9)).toEqual(
    [keptCase(1, 2, MONDAY, 'other'), keptCase(2)].sort((a, b) => (a.case.id < b.case.id ? -1 : 1)),
  );
  expect(await store.history(idOf(2))).toEqual([sealedEvent(2, 1)]);
  await store.close();
});
