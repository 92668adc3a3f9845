import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '../../src/cases/time.ts';
import { createKeptFile } from '../../src/playground/play/kept-file.ts';
import type { Kept, KeptFile } from '../../src/playground/play/kept-file.ts';
import { keptOf as keptOfTeams } from '../../src/playground/teams/keep.ts';
import { createTeams } from '../../src/playground/teams/teams.ts';
import { keptOf } from '../../src/sandbox/keep.ts';
import { sandboxScene } from '../support/sandbox-world.ts';

let folder: string;
let path: string;
let file: KeptFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  path = join(folder, 'data', 'world.bin');
  file = createKeptFile(path);
});
afterEach(() => rm(folder, { recursive: true }));

const whole = (aheadMs = 0): Kept => {
  const { world } = sandboxScene();
  world.mail.push({ id: '1', tenant: 't', mailbox: 'a', messageId: 'm', raw: Buffer.from([0, 255]), visibleAt: world.now() });
  const teams = createTeams({ tenant: 't', bot: { id: 'b', name: 'B' }, people: [{ id: 'p', name: 'P' }], now: () => instant(0) });
  return { sandbox: keptOf(world), teams: keptOfTeams(teams.world), aheadMs };
};

describe('the file in which the made-up world is kept', () => {
  test('gives nothing before anything was written, and the whole afterwards', async () => {
    expect(await file.read()).toBeNull();
    await file.write(whole(5000));
    expect(await createKeptFile(path).read()).toEqual(whole(5000));
  });

  test('holds what was written last, as it was at the call, and no drafts', async () => {
    const kept = whole(1);
    const writing = [file.write(kept), file.write(whole(2)), file.write(whole(3))];
    kept.sandbox.mail.splice(0);
    await writing[0];
    await Promise.all(writing);
    expect((await file.read())?.aheadMs).toBe(3);
    expect(await readdir(join(folder, 'data'))).toEqual(['world.bin']);
  });

  test('is as it was when a write fails, and takes the next one', async () => {
    await file.write(whole(1));
    const unwritable = { ...whole(2), more: () => 0 };
    expect(() => file.write(unwritable)).toThrow();
    expect((await file.read())?.aheadMs).toBe(1);
    await file.write(whole(3));
    expect((await file.read())?.aheadMs).toBe(3);
  });

  test('what cannot be put there is told', async () => {
    await writeFile(join(folder, 'data'), '');
    await expect(file.write(whole())).rejects.toThrow('EEXIST');
  });
});

describe('a file that is not as it was written', () => {
  const spoiled = async (spoil: (bytes: Buffer) => Buffer | string): Promise<string> => {
    await file.write(whole());
    const spoilt = spoil(await readFile(path));
    await writeFile(path, spoilt);
    const error = await file.read().then(
      () => new Error('It was read.'),
      (problem: unknown) => problem as Error,
    );
    expect(await readFile(path)).toEqual(Buffer.from(spoilt));
    return error.message;
  };

  const flipped = (bytes: Buffer): Buffer => {
    const other = Buffer.from(bytes);
    other.writeUInt8(other.readUInt8(other.length - 9) ^ 1, other.length - 9);
    return other;
  };

  test.each([
    ['empty', () => '', 'it does not begin as it should'],
    ['something else', () => '{"this": "is JSON"}\n', 'it does not begin as it should'],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -1), 'what it holds is not what was written'],
    ['changed in one bit', flipped, 'what it holds is not what was written'],
  ])('%s: it says what is the matter, where, and how to go on', async (_what, spoil, says) => {
    const message = await spoiled(spoil);
    expect(message).toBe(
      `${path}, where the playground keeps its made-up world, is damaged: ${says}. ` +
        'The file is left as it is. `npm start -- --fresh` begins anew.',
    );
  });

  test('from a newer program: it says so', async () => {
    const message = await spoiled((bytes) => Buffer.from(bytes.toString('latin1').replace(' 1 ', ' 2 '), 'latin1'));
    expect(message).toContain('was written by a newer Handshake: it has format 2, and this program knows formats up to 1.');
    expect(message).toContain('--fresh');
  });

  test('whole, but without a part of it: it names the part', async () => {
    const { sandbox, ...rest } = whole();
    const lacking: Partial<Kept['sandbox']> = { ...sandbox, mail: undefined };
    await file.write({ ...rest, sandbox: lacking } as Kept);
    await expect(file.read()).rejects.toThrow('not as expected are sandbox.mail.');
  });
});
