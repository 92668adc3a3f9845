import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { disk } from '../../src/store/disk.ts';
import type { Disk, DiskFile } from '../../src/store/disk.ts';
import { JournalFile } from '../../src/store/journal.ts';
import { Table } from '../../src/store/table.ts';
import type { Key } from '../../src/store/table.ts';
import { faultyDisk } from './faulty-disk.ts';
import { anyCommits, linesOn, make, newFile, open, outcomeOf, refusalOf, state, stateOnDisk } from './journals.ts';
import type { Value } from './journals.ts';

const commitsOn = (path: string): string[] => linesOn(path).filter((line) => line.slice(9).startsWith('['));

describe('what was acknowledged (P1)', () => {
  test('is on the disk at that moment, and there after opening again', async () => {
    await fc.assert(
      fc.asyncProperty(anyCommits, async (commits) => {
        const path = newFile();
        const store = await open(path);
        for (const commit of commits) {
          await store.update(make(commit));
          expect(await stateOnDisk(path)).toBe(state(store.data));
        }
        const last = state(store.data);
        await store.close();
        const again = await open(path);
        expect(state(again.data)).toBe(last);
        await again.close();
      }),
      { numRuns: 20 },
    );
  });

  test('has been synced before', async () => {
    const path = newFile();
    const calls: string[] = [];
    const store = await open(path, { disk: faultyDisk((call) => void calls.push(call)) });
    expect(calls.filter((call) => call !== 'read')).toEqual([
      'remove',
      'open',
      'remove',
      'create',
      'append',
      'datasync',
      'link',
      'remove',
      'syncFolder',
      'append',
      'datasync',
    ]);
    calls.length = 0;
    await store.update((table) => table.set('case/1', { n: 1 }));
    expect(calls).toEqual(['append', 'datasync']);
    await store.close();
    expect(calls.slice(2)).toEqual(['append', 'datasync', 'close']);
  });

  test('in good order is marked as such; a process that was killed leaves no such mark', async () => {
    const path = newFile();
    const store = await open(path);
    await store.update((table) => table.set('case/1', { n: 1 }));
    expect(linesOn(path).at(-1)).not.toContain('closed');
    await Promise.all([store.close(), store.close()]);
    expect(linesOn(path).at(-1)).toMatch(/^[0-9a-f]{8} "closed"$/);
    expect(await outcomeOf(store.update((table) => table.set('case/2', { n: 2 })))).toBe('stopped');
    expect(store.data.has('case/2')).toBe(false);
  });

  test('before closing is kept, even while it is being written', async () => {
    const path = newFile();
    const store = await open(path);
    const kept = store.update((table) => table.set('case/1', { n: 1 }));
    await Promise.all([store.close(), kept]);
    expect(await stateOnDisk(path)).toBe('[["case/1",{"n":1}]]');
  });
});

describe('group commit', () => {
  test('everybody who asks in one turn shares one line', async () => {
    const path = newFile();
    const store = await open(path);
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.update((table) => table.set(`case/${n}`, { n }))));
    expect([commitsOn(path).length, store.data.size]).toEqual([1, 50]);
    await store.close();
  });

  test('writers that ask again as soon as they are answered share every line', async () => {
    const path = newFile();
    const store = await open(path);
    const writer = async (who: number) => {
      for (let n = 0; n < 5; n++) await store.update((table) => table.set(`case/${who}`, { n }));
    };
    await Promise.all(Array.from({ length: 20 }, (_, who) => writer(who)));
    expect(commitsOn(path).length).toBeLessThanOrEqual(6);
    await store.close();
  });

  test('a change that changes nothing writes nothing, and waits for what it may have seen', async () => {
    const path = newFile();
    const store = await open(path);
    const { size } = statSync(path);
    await store.update(() => undefined);
    expect(statSync(path).size).toBe(size);
    const order: string[] = [];
    await Promise.all([
      store.update((table) => table.set('case/1', { n: 1 })).then(() => order.push('change')),
      store.update((table) => void table.get('case/1')).then(() => order.push('look')),
    ]);
    expect(order).toEqual(['change', 'look']);
    await store.close();
  });
});

describe('a change is made at once and whole', () => {
  test.each<[string, (table: Table<Value>) => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
      'no',
    ],
    ['gives a value without JSON', (table) => table.set('case/3', { n: 1n as never }), 'BigInt'],
    ['gives no value', (table) => table.set('case/3', null as never), 'case/3: null cannot be stored'],
    ['gives undefined', (table) => table.set('case/3', undefined as never), 'case/3: undefined cannot be stored'],
    ['names a key without its kind', (table) => table.set('3' as Key, { n: 3 }), '"3" is no key'],
    [
      'begins another',
      (table) => {
        table.change(() => undefined);
      },
      'cannot begin inside a change',
    ],
    [
      'is asynchronous',
      async (table) => {
        await pause(0);
        table.clear();
      },
      'made at once',
    ],
  ])('one that %s changes nothing, and nobody else is disturbed', async (_, spoil, words) => {
    const path = newFile();
    const store = await open(path);
    await store.update((table) => table.set('case/1', { n: 1 }));
    const spoilt = store.update((table) => {
      table.set('case/1', { n: 9 }).set('case/2', { n: 9 });
      return spoil(table);
    });
    const innocent = store.update((table) => table.set('case/4', { n: 4 }));
    expect(await refusalOf(spoilt)).toContain(words);
    await innocent;
    const wanted = '[["case/1",{"n":1}],["case/4",{"n":4}]]';
    expect([state(store.data), await stateOnDisk(path)]).toEqual([wanted, wanted]);
    await store.close();
  });

  test('outside update nothing can be changed', async () => {
    const store = await open(newFile());
    await store.update((table) => table.set('case/1', { n: 1 }));
    expect(() => store.data.set('case/1', { n: 2 })).toThrow('outside update()');
    expect(() => store.data.delete('case/1')).toThrow('outside update()');
    expect(() => {
      store.data.clear();
    }).toThrow('outside update()');
    expect(store.data.get('case/1')).toEqual({ n: 1 });
    await store.close();
  });

  test('what is read is the table, again and again; what was not read is not written', async () => {
    const journal = new JournalFile<Value>(newFile());
    await expect(journal.write(new Table())).rejects.toThrow('to be read before it is written');
    await journal.close();
    const [one, other] = await Promise.all([journal.read(), journal.read()]);
    expect(one).toBe(other);
    await journal.close();
  });

  test('clearing is a change like any other', async () => {
    const path = newFile();
    const store = await open(path);
    await store.update((table) => table.set('case/1', { n: 1 }).set('case/2', { n: 2 }));
    await store.update((table) => {
      table.clear();
    });
    expect(await stateOnDisk(path)).toBe('[]');
    await store.close();
  });
});

describe('compaction', () => {
  test('keeps the state, under load too (P1)', async () => {
    await fc.assert(
      fc.asyncProperty(anyCommits, async (commits) => {
        const path = newFile();
        const store = await open(path, { slack: -Infinity });
        const asked = [];
        for (const [n, commit] of commits.entries()) {
          asked.push(store.update(make(commit)));
          if (n % 3 === 0) await asked.at(-1);
        }
        await Promise.all(asked);
        const last = state(store.data);
        await store.close();
        expect(await stateOnDisk(path)).toBe(last);
      }),
      { numRuns: 60 },
    );
  });

  /** So slow that there is always one more change when a line is durable. */
  const slowly = (file: DiskFile): DiskFile => ({
    ...file,
    datasync: async () => {
      await pause(3);
      await file.datasync();
    },
  });
  const slowDisk: Disk = {
    ...disk,
    open: async (path) => {
      const file = await disk.open(path);
      return file && slowly(file);
    },
    create: async (path) => slowly(await disk.create(path)),
  };

  test('begins and ends while several write without a pause (P1)', async () => {
    const path = newFile();
    const store = await open(path, { slack: 20, disk: slowDisk });
    const begun = statSync(path).ino;
    const inodes = new Set<number>();
    let isOver = false;
    const writer = async (who: number): Promise<number> => {
      const asked: Promise<unknown>[] = [];
      while (!isOver) {
        const n = asked.length;
        asked.push(store.update((table) => table.set(`case/${who}`, { n })));
        await pause(1);
      }
      return (await Promise.all(asked)).length;
    };
    const writers = Array.from({ length: 8 }, (_, who) => writer(who));
    const end = performance.now() + 5_000;
    while (inodes.size < 3 && performance.now() < end) {
      await pause(1);
      const { ino } = statSync(path);
      if (ino !== begun) inodes.add(ino);
    }
    isOver = true;
    await Promise.all(writers);
    expect(inodes.size).toBeGreaterThanOrEqual(3);
    const last = state(store.data);
    await store.close();
    expect(await stateOnDisk(path)).toBe(last);
  }, 20_000);

  test('leaves as many lines as are needed, and nothing beside the file', async () => {
    const path = newFile();
    const store = await open(path, { slack: 20 });
    for (let n = 0; n < 200; n++) await store.update((table) => table.set(`case/${n % 3}`, { n }));
    await store.close();
    expect(linesOn(path).length).toBeLessThan(40);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  test('of many large records goes on in pieces while others write (P1)', async () => {
    const path = newFile();
    const store = await open(path, { slack: 100 });
    const text = 'x'.repeat(20_000);
    for (let n = 0; n < 300; n++) await store.update((table) => table.set(`case/${n % 100}`, { n, text }).set('seen/1', { n }));
    const last = state(store.data);
    await store.close();
    expect(statSync(path).size).toBeLessThan(6_000_000);
    expect(await stateOnDisk(path)).toBe(last);
  });

  test('that was interrupted by a kill leaves a rest, which the next process removes', async () => {
    const path = newFile();
    writeFileSync(`${path}.new`, 'half a journal');
    await (await open(path)).close();
    expect(existsSync(`${path}.new`)).toBe(false);
  });
});
