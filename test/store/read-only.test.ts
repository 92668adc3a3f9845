import { describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { openReadOnly } from '../../src/store/read-only.ts';
import { newFile, open, refusalOf, scribble } from './journals.ts';
import { giveUp, idOf, keptCase, minutes, MONDAY, opens, sealedEvent, want } from './records.ts';

const head = { day: '2026-03-02', cases: 1, events: 1, hash: 'h' };

/** A store with one case, that somebody has open. */
const inUse = async () => {
  const path = newFile();
  const store = await openLowdbStore(path);
  await store.commit({ ...opens(1), events: [sealedEvent(1, 1)], head });
  return { path, store };
};

describe('reading a store that somebody else has open', () => {
  test('shows its cases, histories and heads, and leaves file and owner undisturbed', async () => {
    const { path, store } = await inUse();
    const before = readFileSync(path);
    const found = await openReadOnly(path);
    expect([await found.case(idOf(1)), await found.cases(null, 9)]).toEqual([keptCase(1), [keptCase(1)]]);
    expect([await found.history(idOf(1)), await found.heads()]).toEqual([[sealedEvent(1, 1)], [head]]);
    expect(await found.withoutRecord()).toEqual([]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await store.commit(opens(2))).toBe('kept');
    await store.close();
  });

  test('shows its dead letters, the oldest first, and no other effects', async () => {
    const { path, store } = await inUse();
    await want(store, { n: 1, since: minutes(2) }, { n: 2, since: minutes(1) }, { n: 3, dueAt: minutes(5) });
    for (const claim of await store.claim(MONDAY, minutes(1), 9)) await giveUp(store, claim);
    const letters = await (await openReadOnly(path)).deadLetters();
    expect([letters.map(({ id }) => id), letters]).toEqual([['2-cards-1', '1-cards-1'], await store.deadLetters()]);
    await store.close();
  });

  test('shows what a case still wants done, in its order, and its dead letters among it', async () => {
    const { path, store } = await inUse();
    await want(store, { order: 2 }, { order: 1, lane: 'letters' }, { n: 2 });
    const [claim] = (await store.claim(MONDAY, minutes(1), 9)).filter(({ lane }) => lane === 'letters');
    await giveUp(store, claim ?? { id: '', claim: 0 });
    const found = await (await openReadOnly(path)).effectsOf(idOf(1));
    expect([found.map(({ id }) => id), found]).toEqual([['1-letters-1', '1-cards-2'], await store.effectsOf(idOf(1))]);
    await store.close();
  });

  test('shows its notes as they are', async () => {
    const { path, store } = await inUse();
    const write = (key: string, value: unknown, expected = 0) => store.commit({ notes: [{ key, expected, value }] });
    await Promise.all([write('a/2', 2), write('a/1', 1), write('b', 3)]);
    await Promise.all([write('a/1', null, 1), write('b', 4, 1)]);
    const found = await openReadOnly(path);
    expect([await found.note('a/1'), await found.note('b')]).toEqual([null, { key: 'b', version: 2, value: 4 }]);
    expect(await found.notes('a/', null, 9)).toEqual([{ key: 'a/2', version: 1, value: 2 }]);
    await store.close();
  });

  test('ignores a torn last line, and leaves it where it is: its owner may be writing it', async () => {
    const { path, store } = await inUse();
    await store.close();
    scribble(path, '12345678 [["case/');
    const before = readFileSync(path);
    expect(await (await openReadOnly(path)).cases(null, 9)).toEqual([keptCase(1)]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('needs no right to write, and creates nothing', async () => {
    const { path, store } = await inUse();
    await store.close();
    chmodSync(path, 0o400);
    expect(await (await openReadOnly(path)).cases(null, 9)).toEqual([keptCase(1)]);
    expect([existsSync(`${path}.lock`), existsSync(`${path}.new`)]).toEqual([false, false]);
    const nowhere = newFile();
    const nothing = `foreign: ${nowhere}: there is no such file. Name the folder in which the store is.`;
    expect(await refusalOf(openReadOnly(nowhere))).toBe(nothing);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('refuses what is damaged, as opening it would', async () => {
    const { path, store } = await inUse();
    await store.close();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"head 1"', '"head 2"'));
    expect(await refusalOf(openReadOnly(path))).toMatch(/^damaged: .* damaged at byte /);
  });

  test('names cases that have events and no record, and does not hide a gap in a history', async () => {
    const path = newFile();
    const database = await open(path);
    const events = [sealedEvent(1, 1), sealedEvent(1, 3)];
    await database.update((table) => {
      for (const event of events) table.set(`event/${event.caseId}/00000${event.seq}`, event as never);
    });
    await database.close();
    const found = await openReadOnly(path);
    expect([await found.withoutRecord(), await found.history(idOf(1))]).toEqual([[idOf(1)], events]);
  });
});
