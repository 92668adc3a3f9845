import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { later } from '../../src/cases/time.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { openReadOnly } from '../../src/store/read-only.ts';
import { storeContract } from './contract.ts';
import { faultyDisk, ioError } from './faulty-disk.ts';
import type { Fault } from './faulty-disk.ts';
import { linesOn, newFile, outcomeOf, refusalOf } from './journals.ts';
import { startOwner } from './processes.ts';
import {
  claimAll,
  days,
  everything,
  giveUp,
  idOf,
  keptCase,
  minutes,
  MONDAY,
  newEffect,
  opens,
  sealedEvent,
  want,
} from './records.ts';

storeContract('the store in one file', async () => {
  const path = newFile();
  let store = await openLowdbStore(path);
  const reopen = async () => {
    await store.close();
    return (store = await openLowdbStore(path));
  };
  return { store, reopen };
});

const old = { key: 'old', expected: 0, value: 'o' };

/** A store with a case, a note, a claimed effect, one behind it and a dead letter, and a disk that can be made to fail. */
const onFaultyDisk = async () => {
  const path = newFile();
  const plan: { fault: Fault } = { fault: () => undefined };
  const store = await openLowdbStore(path, { disk: faultyDisk((call, on) => plan.fault(call, on)) });
  await store.commit({ ...opens(1), events: [sealedEvent(1, 1)], effects: [newEffect({ n: 2 })], notes: [old] });
  for (const claim of await store.claim(MONDAY, minutes(1), 1)) await giveUp(store, claim);
  await want(store, { order: 2, dueAt: minutes(2) }, { order: 1 });
  await claimAll(store, MONDAY);
  return { path, store, plan };
};

const failing =
  (failing: string): Fault =>
  (call) =>
    call === failing ? { half: true, error: ioError('ENOSPC') } : undefined;

/** One commit that touches everything. */
const manyThings = {
  next: { kept: { ...keptCase(1, 2), case: { ...keptCase(1).case, deadlines: [] } }, expected: 1 },
  events: [sealedEvent(1, 2)],
  effects: [newEffect({ order: 0 }), newEffect({ n: 3 })],
  answer: { key: 'key', command: 'c', answer: 1, at: MONDAY },
  settles: { id: '1-cards-1', claim: 1, as: 'done' as const },
  revives: { id: '2-cards-1', dueAt: MONDAY },
  sent: [{ caseId: idOf(1), place: 'team', activityId: 'a', at: MONDAY }],
  head: { day: '2026-03-02', cases: 1, events: 1, hash: 'h' },
  notes: [
    { key: 'new', expected: 0, value: { words: 'n' } },
    { key: 'old', expected: 1, value: null },
  ],
};

describe('a commit that the disk refuses', () => {
  test('leaves case, events, effects, answers, notes and agenda as they were, and the next one goes better', async () => {
    const { store, plan } = await onFaultyDisk();
    const before = await everything(store, ['key']);
    plan.fault = failing('append');
    expect(await outcomeOf(store.commit(manyThings))).toBe('not-kept');
    plan.fault = () => undefined;
    expect(await everything(store, ['key'])).toEqual(before);
    expect(await claimAll(store, minutes(5))).toEqual([]);
    expect(await store.commit(manyThings)).toBe('kept');
    expect((await claimAll(store, minutes(5))).toSorted()).toEqual(['1-cards-0', '2-cards-1', '3-cards-1']);
    await store.close();
  });

  test('makes a claim fail, and whoever claims next gets the effect with the same number', async () => {
    const { store, plan } = await onFaultyDisk();
    await want(store, { n: 5 });
    plan.fault = failing('append');
    expect(await outcomeOf(store.claim(MONDAY, days(1), 9))).toBe('not-kept');
    plan.fault = () => undefined;
    expect(await store.claim(MONDAY, days(1), 9)).toMatchObject([{ id: '5-cards-1', claim: 1, isUncertain: false }]);
    await store.close();
  });

  test('makes no conflict: whoever waited for it to be kept is kept in its place', async () => {
    const { store, plan } = await onFaultyDisk();
    plan.fault = (call) => {
      if (call !== 'append') return undefined;
      plan.fault = () => undefined;
      return { half: true, error: ioError('ENOSPC') };
    };
    const outcomes = ['one', 'other'].map((words) =>
      outcomeOf(store.commit({ next: { kept: keptCase(1, 2, MONDAY, words), expected: 1 } })),
    );
    expect(await Promise.all(outcomes)).toEqual(['not-kept', 'kept']);
    expect(await store.case(idOf(1))).toEqual(keptCase(1, 2, MONDAY, 'other'));
    await store.close();
  });

  test('may be on the disk when fsync fails: what is read is what was certain before, and nothing is kept or claimed any more', async () => {
    const { path, store, plan } = await onFaultyDisk();
    const before = await everything(store, ['key']);
    plan.fault = failing('datasync');
    expect(await outcomeOf(store.commit(manyThings))).toBe('unknown');
    plan.fault = () => undefined;
    expect(await everything(store, ['key'])).toEqual(before);
    expect(await outcomeOf(store.commit(opens(9)))).toBe('stopped');
    expect(await outcomeOf(store.claim(minutes(20), days(1), 9))).toBe('stopped');
    await store.close();
    const afresh = await openLowdbStore(path);
    expect([await afresh.case(idOf(9)), (await afresh.case(idOf(1)))?.version]).toEqual([null, 2]);
    await afresh.close();
  });
});

describe('what is on its way to the disk', () => {
  test('is shown to nobody before it is there', async () => {
    const { store, plan } = await onFaultyDisk();
    const order: string[] = [];
    plan.fault = (call) => {
      if (call === 'datasync') order.push('synced');
      return undefined;
    };
    const reads = {
      case: () => store.case(idOf(1)),
      cases: () => store.cases(null, 9),
      history: () => store.history(idOf(1)),
      answer: () => store.answer('key'),
      cards: () => store.sentCards(idOf(1)),
      effect: () => store.effect('1-cards-1'),
      due: () => store.dueCases(days(9), 9),
      letters: () => store.deadLetters(),
      heads: () => store.heads(),
      note: () => store.note('new'),
      forgotten: () => store.note('old'),
      notes: () => store.notes('o', null, 9),
    };
    const commit = store.commit(manyThings);
    const seen = await Promise.all(
      Object.entries(reads).map(async ([name, read]) => {
        const found = await read();
        order.push(name);
        return [name, found];
      }),
    );
    await commit;
    expect(order[0]).toBe('synced');
    expect(Object.fromEntries(seen)).toEqual({
      case: manyThings.next.kept,
      cases: [manyThings.next.kept],
      history: [sealedEvent(1, 1), sealedEvent(1, 2)],
      answer: manyThings.answer,
      cards: manyThings.sent,
      effect: null,
      due: [],
      letters: [],
      heads: [manyThings.head],
      note: { key: 'new', version: 1, value: { words: 'n' } },
      forgotten: null,
      notes: [],
    });
    await store.close();
  });

  test('is not due: whoever asks what is next, while it is being claimed, is not sent round in circles', async () => {
    const { store } = await onFaultyDisk();
    const [claimed, next] = await Promise.all([store.claim(minutes(10), minutes(20), 9), store.nextDue()]);
    expect([claimed.length, next]).toEqual([1, minutes(20)]);
    await store.close();
  });

  test('is claimed alone: a dead letter that comes back to its lane meanwhile has to wait', async () => {
    const { store, plan } = await onFaultyDisk();
    await want(store, { n: 2, order: 2 });
    const first: Promise<readonly string[]>[] = [];
    plan.fault = () => {
      // It is taken up while the revival is being written, and so is written after it.
      if (first.length === 0) first.push(claimAll(store, MONDAY));
      return undefined;
    };
    await store.commit({ revives: { id: '2-cards-1', dueAt: MONDAY } });
    expect([await claimAll(store, MONDAY), ...(await Promise.all(first))]).toEqual([[], ['2-cards-2']]);
    await store.close();
  });

  test('is one line for one commit', async () => {
    const { path, store } = await onFaultyDisk();
    const before = linesOn(path).length;
    await store.commit(manyThings);
    expect(linesOn(path).length).toBe(before + 1);
    await store.close();
  });
});

test('a claim is known after a kill: nobody carries it out a second time before it lapses', async () => {
  const { store, path } = await onFaultyDisk();
  const [claimed] = await store.claim(minutes(10), minutes(20), 1);
  await store.close();
  const afresh = await openLowdbStore(path);
  expect(await afresh.effect(claimed?.id ?? '')).toEqual(claimed);
  expect(await claimAll(afresh, minutes(19))).toEqual([]);
  expect(await claimAll(afresh, later(MONDAY, { minutes: 20 }))).toEqual([claimed?.id]);
  await afresh.close();
});

describe('a place that the machine does not let be opened is told in words, and nothing is left there (P12)', () => {
  test.each<[string, (path: string) => string, RegExp]>([
    ['a folder that does not exist', (path) => join(path, 'nowhere', 'file.jsonl'), /ENOENT/],
    [
      'a file in the place of the folder',
      (path) => {
        writeFileSync(path, '');
        return join(path, 'file.jsonl');
      },
      /ENOTDIR/,
    ],
    [
      'a folder in the place of the file',
      (path) => {
        mkdirSync(path);
        return path;
      },
      /EISDIR/,
    ],
  ])('%s', async (_what, place, code) => {
    const path = place(newFile());
    const refusal = await refusalOf(openLowdbStore(path));
    expect(refusal).toMatch(
      /^unusable: .*: cannot be opened \(.*\)\. Look whether its folder is there, can be written, and has room\.$/,
    );
    expect(refusal).toMatch(code);
    expect([existsSync(`${path}.lock`), existsSync(`${path}.new`)]).toEqual([false, false]);
  });

  test('to read: a folder in the place of the file', async () => {
    const path = newFile();
    mkdirSync(path);
    expect(await refusalOf(openReadOnly(path))).toMatch(/^unusable: .*EISDIR/);
  });

  test('no room for the name in the lock: it does not keep the next one waiting', async () => {
    if (process.platform !== 'linux') return;
    const path = newFile();
    const owner = startOwner(path, 'ulimit -S -f 0');
    try {
      expect(await owner.ask()).toMatch(/EFBIG/);
      expect(existsSync(`${path}.lock`)).toBe(false);
    } finally {
      await owner.end();
    }
    const begun = performance.now();
    await (await openLowdbStore(path)).close();
    expect(performance.now() - begun).toBeLessThan(4000);
  });
});
