import { describe, expect, test } from '@jest/globals';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import type { Key } from '../../src/store/table.ts';
import { newFile, open, refusalOf } from './journals.ts';
import { idOf, keptCase, MONDAY, newEffect, opens, sealedEvent } from './records.ts';

describe('a row that this program cannot have written', () => {
  const withRow = async (key: Key, row: unknown): Promise<string> => {
    const path = newFile();
    const database = await open(path);
    await database.update((table) => table.set(key, row as never));
    await database.close();
    return path;
  };
  const kept = keptCase(1);
  const event = sealedEvent(1, 1);
  const answer = { key: 'key', command: 'c', answer: 1, at: MONDAY };

  test.each<[Key, unknown, string]>([
    [`case/${idOf(1)}`, { ...kept, case: { ...kept.case, cloud: 'moon' } }, 'case.cloud'],
    [`case/${idOf(2)}`, kept, `it belongs under case/${idOf(1)}`],
    [`event/${idOf(1)}/000001`, { ...event, hash: 'short' }, 'hash'],
    [`event/${idOf(1)}/000001`, sealedEvent(2, 1), `it belongs under event/${idOf(2)}/000001`],
    [`sent/${idOf(1)}/team`, 'a card', 'the whole'],
    ['head/2026-03-02', { day: '2026-03-02' }, 'cases'],
    ['note/a', { key: 'a', version: 0, value: 1 }, 'version'],
    ['note/a', { key: 'b', version: 1, value: 1 }, 'it belongs under note/b'],
  ])('%s is named when somebody asks for it, with what to do; all else can be read', async (key, row, words) => {
    const path = await withRow(key, row);
    const store = await openLowdbStore(path);
    await store.commit({ ...opens(7), events: [sealedEvent(7, 1)] });
    const id = key.includes(idOf(2)) ? idOf(2) : idOf(1);
    const refusals = await Promise.all(
      [store.case(id), store.history(id), store.sentCards(id), store.heads(), store.note('a')].map((read) => refusalOf(read)),
    );
    const refused = refusals.filter((refusal) => refusal !== 'no refusal');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^damaged: .*The file is left as it is\. .*restore a copy\.$/);
    expect(refused[0]).toContain(`${path}: what is kept under ${key} is not what this program keeps there (${words}`);
    expect([await store.case(idOf(7)), await store.history(idOf(7))]).toEqual([keptCase(7), [sealedEvent(7, 1)]]);
    await store.close();
  });

  test.each<[Key, unknown, string]>([
    ['effect/1', { ...newEffect(), id: '1', state: 'asleep' }, 'state'],
    ['answer/key', { ...answer, at: 'yesterday' }, 'at'],
    [`case/${idOf(1)}`, { ...kept, case: { deadlines: 'none' } }, 'case.deadlines'],
  ])('%s is refused at the start when it hides what is due, and the file is free again', async (key, row, words) => {
    const path = await withRow(key, row);
    for (let again = 0; again < 2; again++) expect(await refusalOf(openLowdbStore(path))).toContain(`keeps there (${words}`);
  });
});
