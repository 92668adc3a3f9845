import { describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { faultyDisk } from './faulty-disk.ts';
import { linesOn, newFile, open, outcomeOf, refusalOf, scribble, stateOnDisk } from './journals.ts';
import { LEASE, startOwner } from './processes.ts';

describe('the fence: two writers on one file, with the lock taken away', () => {
  test('the older one stops before it acknowledges anything, and nothing acknowledged is lost (P1)', async () => {
    const path = newFile();
    const older = await open(path);
    await older.update((table) => table.set('case/1', { n: 1 }));
    rmSync(`${path}.lock`);
    const newer = await open(path);
    await newer.update((table) => table.set('case/2', { n: 2 }));
    expect(await refusalOf(older.update((table) => table.set('case/1', { n: 3 })))).toMatch(/^stopped: .*another process/);
    expect(older.data.get('case/1')).toEqual({ n: 1 });
    await newer.update((table) => table.set('case/2', { n: 4 }));
    await Promise.all([older.close(), newer.close()]);
    expect(await stateOnDisk(path)).toBe('[["case/1",{"n":1}],["case/2",{"n":4}]]');
  });

  test('an outcome is unknown when the other came between writing and answering (P2)', async () => {
    const path = newFile();
    const plan = { isArmed: false };
    const disk = faultyDisk((call) => {
      if (plan.isArmed && call === 'datasync') scribble(path);
      return undefined;
    });
    const store = await open(path, { disk });
    plan.isArmed = true;
    expect(await refusalOf(store.update((table) => table.set('case/1', { n: 1 })))).toMatch(/^unknown: .*another process/);
    expect(store.data.size).toBe(0);
    await store.close();
  });

  test('a file that was put in its place stops it too, even one of the same length', async () => {
    const path = newFile();
    const store = await open(path);
    await store.update((table) => table.set('case/1', { n: 1 }));
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
    expect(await outcomeOf(store.update((table) => table.set('case/1', { n: 2 })))).toBe('stopped');
    await store.close();
    expect(linesOn(path).at(-1)).not.toContain('closed');
  });

  test('whoever opens is refused when somebody writes before its mark is there', async () => {
    const path = newFile();
    await (await open(path)).close();
    const disk = faultyDisk((call) => {
      if (call === 'append') scribble(path);
      return undefined;
    });
    expect(await refusalOf(open(path, { disk }))).toMatch(/^unknown: .*another process/);
  });
});

describe('the lock: one process at a time', () => {
  test('a second process is refused in words that name the first; a dead one is followed at once', async () => {
    const path = newFile();
    const owner = startOwner(path);
    try {
      expect(await owner.ask()).toBe('opened');
      expect(await refusalOf(open(path, { lease: LEASE }))).toBe(
        `in-use: ${path} is in use by process ${owner.pid} on host ${hostname()}. ` +
          'One process at a time: stop that one first, or name another file.',
      );
      expect(await owner.ask('set 1')).toBe('kept 1');
    } finally {
      await owner.end();
    }
    // With the product's times: had it to wait for the lock to grow stale, it would take eight seconds.
    const store = await open(path);
    expect([...store.data.keys()]).toEqual(['case/1']);
    await store.close();
  });

  test('an owner that was paused is followed after a while, and answers nothing any more when it wakes (P1)', async () => {
    const path = newFile();
    const owner = startOwner(path);
    try {
      expect([await owner.ask(), await owner.ask('set 1')]).toEqual(['opened', 'kept 1']);
      owner.signal('SIGSTOP');
      const store = await open(path, { lease: LEASE });
      await store.update((table) => table.set('case/2', { n: 2 }));
      owner.signal('SIGCONT');
      expect(await owner.ask('set 3')).toMatch(/^refused stopped: /);
      await store.update((table) => table.set('case/4', { n: 4 }));
      await store.close();
      expect(await stateOnDisk(path)).not.toContain('case/3');
    } finally {
      await owner.end();
    }
  });

  test('one process does not open a file twice either', async () => {
    const path = newFile();
    const store = await open(path);
    expect(await refusalOf(open(path))).toMatch(new RegExp(`^in-use: .* process ${process.pid} on host`));
    await store.update((table) => table.set('case/1', { n: 1 }));
    await store.close();
  });

  test('a predecessor with the same process number, as in a container, is followed at once', async () => {
    const path = newFile();
    writeFileSync(`${path}.lock`, `${hostname()} ${process.pid} of-an-earlier-start`);
    await (await open(path)).close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('a lock of another host is taken over when it has stood still, and only then', async () => {
    const path = newFile();
    writeFileSync(`${path}.lock`, 'another-host 1 x');
    const start = performance.now();
    await (await open(path, { lease: LEASE })).close();
    expect(performance.now() - start).toBeGreaterThanOrEqual(LEASE.staleMs);
  });

  test('a lock that was deleted by hand is put back; one that was taken stops the owner', async () => {
    const path = newFile();
    const store = await open(path, { lease: { beatMs: 10, staleMs: 40 } });
    rmSync(`${path}.lock`);
    while (!existsSync(`${path}.lock`)) await pause(5);
    await store.update((table) => table.set('case/1', { n: 1 }));
    writeFileSync(`${path}.lock`, 'another-host 17 x');
    while ((await outcomeOf(store.update((table) => table.set('case/1', { n: 2 })))) === 'kept') await pause(5);
    expect(await refusalOf(store.update((table) => table.set('case/1', { n: 2 })))).toContain('process 17 on host another-host');
    await store.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  test('a file that is refused is not locked', async () => {
    const path = newFile();
    writeFileSync(path, 'something else\n');
    expect(await refusalOf(open(path))).toMatch(/^foreign: /);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});
