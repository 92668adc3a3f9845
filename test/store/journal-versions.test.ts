import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Migration } from '../../src/store/migrations.ts';
import { faultyDisk, ioError } from './faulty-disk.ts';
import { linesOn, newFile, open, refusalOf, scribble, state } from './journals.ts';
import type { Value } from './journals.ts';

const renumber: Migration = ([key, value]) => [key, { ...(value as Value), n: (value as Value).n * 10 }];
const dropSeen: Migration = (record) => (record[0].startsWith('seen/') ? null : record);

/** A file of version 1 with three records. */
const old = async (): Promise<string> => {
  const path = newFile();
  const store = await open(path);
  await store.update((table) => table.set('case/1', { n: 1 }).set('case/2', { n: 2 }).set('seen/1', { n: 3 }));
  await store.update((table) => table.delete('case/2'));
  await store.close();
  return path;
};

describe('an older file', () => {
  test('is upgraded step by step, and is a new file before anything else happens', async () => {
    const path = await old();
    const told: string[] = [];
    const store = await open(path, { migrations: [renumber, dropSeen], tell: (sentence) => told.push(sentence) });
    expect(state(store.data)).toBe('[["case/1",{"n":10}]]');
    expect(linesOn(path).map((line) => line.slice(9))).toEqual(['{"handshake":3}', '[["case/1",{"n":10}]]', '"opened"']);
    expect(told).toEqual([`${path} was brought from version 1 to 3.`]);
    await store.update((table) => table.set('case/2', { n: 7 }));
    await store.close();
    const again = await open(path, { migrations: [renumber, dropSeen] });
    expect(state(again.data)).toBe('[["case/1",{"n":10}],["case/2",{"n":7}]]');
    await again.close();
  });

  test('begins at the step after its own version', async () => {
    const path = await old();
    await (await open(path, { migrations: [renumber] })).close();
    const store = await open(path, { migrations: [renumber, dropSeen] });
    expect(state(store.data)).toBe('[["case/1",{"n":10}]]');
    await store.close();
  });

  test('that ends in a torn line is upgraded without that line', async () => {
    const path = await old();
    scribble(path, '12345678 [["case/1",');
    const store = await open(path, { migrations: [dropSeen] });
    expect(state(store.data)).toBe('[["case/1",{"n":1}]]');
    await store.close();
  });

  const throws: Migration = () => {
    throw new Error('no such country');
  };
  const merges: Migration = ([, value]) => ['case/1', value];
  test.each([
    ['cannot be carried out', throws, 'no such country'],
    ['would make one record of two', merges, 'seen/1 would overwrite another record under case/1'],
  ])('is left as it is when the upgrade %s (P12)', async (_, migration, words) => {
    const path = await old();
    const before = readFileSync(path);
    const refusal = await refusalOf(open(path, { migrations: [migration] }));
    expect(refusal).toContain(`not-upgraded: ${path}: cannot be brought from version 1 to 2: ${words}`);
    expect(readFileSync(path).equals(before)).toBe(true);
    const store = await open(path);
    expect(store.data.size).toBe(2);
    await store.close();
  });

  test.each(['create', 'append', 'datasync', 'rename'] as const)('is whole when the disk fails at %s', async (failing) => {
    const path = await old();
    const before = readFileSync(path);
    const disk = faultyDisk((call) => (call === failing ? { half: true, error: ioError('ENOSPC') } : undefined));
    expect(await refusalOf(open(path, { disk, migrations: [dropSeen] }))).toContain('ENOSPC');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a newer file', () => {
  test('is refused in words, and left as it is (P12)', async () => {
    const path = await old();
    await (await open(path, { migrations: [renumber, dropSeen] })).close();
    const before = readFileSync(path);
    expect(await refusalOf(open(path, { migrations: [renumber] }))).toBe(
      `newer: ${path} was written by a newer Handshake: it has version 3, and this program knows versions up to 2. ` +
        'The file is left as it is. Start the newer program, or restore a copy from before the upgrade.',
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('is not read further than its first line', async () => {
    const path = await old();
    await (await open(path, { migrations: [renumber] })).close();
    const [header = ''] = linesOn(path);
    writeFileSync(path, `${header}\n\0\0 whatever a later format may be`);
    expect(await refusalOf(open(path))).toMatch(/^newer: /);
  });
});

test('a new file says which version it has', async () => {
  const path = newFile();
  await (await open(path)).close();
  expect(linesOn(path)).toEqual([
    '01f6fa8b {"handshake":1}',
    expect.stringMatching(/ "opened"$/),
    expect.stringMatching(/ "closed"$/),
  ]);
});
