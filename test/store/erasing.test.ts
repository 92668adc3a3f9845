import { describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreError } from '../../src/ports.ts';
import type { Erased } from '../../src/ports.ts';
import type { JournalOptions } from '../../src/store/journal.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { openReadOnly } from '../../src/store/read-only.ts';
import { faultyDisk, ioError } from './faulty-disk.ts';
import type { Call, Fault } from './faulty-disk.ts';
import { newFile, outcomeOf } from './journals.ts';
import { declined, idOf, opens, withoutPeople } from './records.ts';

const NEEDLE = 'Needle';
const whole = declined(1, NEEDLE);
const left = withoutPeople(whole);

const holds = (path: string): boolean => readFileSync(path).includes(NEEDLE);

/** A store with the case that is to be erased, and another one. */
const begun = async (options: JournalOptions = {}) => {
  const path = newFile();
  const plan: { fault: Fault } = { fault: () => undefined };
  const store = await openLowdbStore(path, { disk: faultyDisk((call, on) => plan.fault(call, on)), ...options });
  await store.commit({ next: { kept: whole.kept, expected: 0 }, events: whole.events });
  await store.commit(opens(2));
  return { path, store, plan };
};

/** What somebody reads there now: all of the case, or what is left of it, or neither the one nor the other. */
const standOf = async (path: string): Promise<'all' | 'left' | 'something else'> => {
  const store = await openReadOnly(path);
  const found = JSON.stringify([await store.case(idOf(1)), await store.history(idOf(1))]);
  if (found === JSON.stringify([whole.kept, whole.events])) return 'all';
  return found === JSON.stringify([left.kept, left.events]) ? 'left' : 'something else';
};

/** In a word; a store that throws says whether anything has changed. */
const outcomeOfErasing = (work: Promise<Erased>): Promise<string> =>
  work.then(
    ({ kind }) => kind,
    (error: unknown) => (error instanceof StoreError ? error.trouble : String(error)),
  );

describe('what was erased', () => {
  test('is nowhere in the file any more when that is said, and nothing stands beside it', async () => {
    const { path, store } = await begun();
    expect(holds(path)).toBe(true);
    expect(await store.erase(left)).toEqual({ kind: 'erased' });
    expect([holds(path), existsSync(`${path}.new`)]).toEqual([false, false]);
    expect(await store.commit(opens(3))).toBe('kept');
    await store.close();
    expect([holds(path), await standOf(path)]).toEqual([false, 'left']);
  });

  test('is gone too when a compaction is under way, which may have copied the old lines already, and others write', async () => {
    const { path, store } = await begun({ slack: -Infinity });
    const others = Array.from({ length: 20 }, (_, n) => store.commit(opens(n + 3)));
    for (let turns = 0; turns < 5; turns++) await nextTurn();
    expect(await store.erase(left)).toEqual({ kind: 'erased' });
    expect(holds(path)).toBe(false);
    await Promise.all(others);
    await store.close();
    expect([holds(path), await standOf(path)]).toEqual([false, 'left']);
  });

  test('was wholly there or wholly gone at every step on the way, for whoever had opened the file then', async () => {
    const { path, store, plan } = await begun();
    const copies: string[] = [];
    plan.fault = (call) => {
      const copy = newFile();
      copyFileSync(path, copy);
      copies.push(copy);
      // The first line comes short once, so that a torn one is among what is looked at.
      return call === 'append' && copies.length === 1 ? { half: true, error: ioError('ENOSPC') } : undefined;
    };
    expect(await outcomeOf(store.erase(left))).toBe('not-kept');
    expect(await store.erase(left)).toEqual({ kind: 'erased' });
    await store.close();
    const stands = await Promise.all(copies.map(standOf));
    expect(stands.join(' ')).toMatch(/^all( all)+( left)+$/);
  });
});

describe('an erasure that the disk refuses', () => {
  const armed = (only: Call, n: number): Fault => {
    let calls = 0;
    return (call) => (call === only && ++calls === n ? { half: true, error: ioError('EIO') } : undefined);
  };

  test.each<[Call, number, string, string]>([
    ['append', 1, 'not-kept', 'all'],
    ['datasync', 1, 'unknown', 'left'],
    ['remove', 1, 'not-purged', 'left'],
    ['create', 1, 'not-purged', 'left'],
    ['append', 2, 'not-purged', 'left'],
    ['datasync', 2, 'not-purged', 'left'],
    ['rename', 1, 'not-purged', 'left'],
    ['syncFolder', 1, 'not-purged', 'left'],
  ])('%s number %i: %s, what is read is %s, and erasing again brings it to its end', async (only, n, what, stand) => {
    const { path, store, plan } = await begun();
    plan.fault = armed(only, n);
    const outcome = await outcomeOfErasing(store.erase(left));
    plan.fault = () => undefined;
    expect([outcome, await standOf(path)]).toEqual([what, stand]);
    // Only where the new file is in place already are the old lines gone, though a power cut might bring them back.
    expect(holds(path)).toBe(only !== 'syncFolder');
    await store.close();
    const afresh = await openLowdbStore(path);
    expect(await afresh.erase(left)).toEqual({ kind: 'erased' });
    await afresh.close();
    expect([holds(path), await standOf(path)]).toEqual([false, 'left']);
  });

  test('says in words why older lines are still there, and goes better the next time', async () => {
    const { path, store, plan } = await begun();
    plan.fault = (call) => (call === 'create' ? { half: true, error: ioError('ENOSPC') } : undefined);
    expect(await store.erase(left)).toEqual({ kind: 'not-purged', words: 'ENOSPC: injected' });
    expect(JSON.stringify(await store.history(idOf(1)))).not.toContain(NEEDLE);
    plan.fault = () => undefined;
    expect([await store.erase(left), holds(path)]).toEqual([{ kind: 'erased' }, false]);
    await store.close();
  });
});
