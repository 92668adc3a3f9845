import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFilePost } from '../../src/mail/file-post.ts';
import { mailing, now } from '../support/posting.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-post-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a message is one file, byte for byte, however often it is sent', async () => {
  const letters = join(folder, 'letters');
  const post = createFilePost(letters);
  expect(await post.lookUp(mailing(), now)).toEqual({ kind: 'absent' });
  expect(await post.send(mailing(), now)).toEqual({ kind: 'sent' });
  expect(await post.send(mailing({ eml: 'later' }), now)).toEqual({ kind: 'sent' });
  expect(await post.lookUp(mailing(), now)).toEqual({ kind: 'sent' });
  expect(readdirSync(letters).map((name) => readFileSync(join(letters, name), 'utf8'))).toEqual([mailing().eml]);
});

test('nothing that it is about leads out of the folder', async () => {
  const letters = join(folder, 'apart');
  await createFilePost(letters).send(mailing({ about: '../../evil/..' }), now);
  expect(readdirSync(letters)).toHaveLength(1);
  expect(readdirSync(folder)).not.toContain('evil');
});

test('where nothing can be written it is tried again', async () => {
  const file = join(folder, 'no-folder');
  writeFileSync(file, '');
  expect(await createFilePost(file).send(mailing(), now)).toMatchObject({
    kind: 'again',
    words: expect.stringContaining('no-folder'),
  });
});
