import { beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeFile } from '../../src/store/store-file.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { handshake } from '../support/terminal.ts';

let folder: string;

/** A store in good order, which nobody has open. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-unusable-'));
  await (await openLowdbStore(storeFile(folder))).close();
});

describe('a store that the machine does not let us open ends with status 2 and words, and no stack', () => {
  const commands = [
    ['outbox dead', 'outbox dead'],
    ['outbox retry', 'outbox retry ADM-00000-00000/1.1'],
    ['outbox close', 'outbox close ADM-00000-00000/1.1 --note x'],
    ['audit verify', 'audit verify'],
    ['audit case', 'audit case ADM-00000-00000'],
    ['audit erase', 'audit erase ADM-00000-00000 --yes'],
  ] as const;
  const refused = async (words: string, where: string): Promise<string> => {
    const { status, out, err } = await handshake(`${words} --store ${where}`);
    expect([status, out]).toEqual([2, '']);
    expect(err).not.toMatch(/\n\s+at |node:/);
    return err;
  };

  test.each(commands)(
    '%s: a file in place of the folder, a folder in place of the file, no folder at all',
    async (_name, words) => {
      const [file, place] = [join(folder, 'a-file'), join(folder, 'a-folder')];
      writeFileSync(file, '');
      mkdirSync(storeFile(place), { recursive: true });
      expect(await refused(words, file)).toMatch(
        /handshake\.jsonl: cannot be opened \(ENOTDIR.*\)\. Look whether its folder is there/,
      );
      expect(await refused(words, place)).toMatch(
        /handshake\.jsonl: cannot be opened \(EISDIR.*\)\. Look whether its folder is there/,
      );
      expect(await refused(words, join(folder, 'nowhere'))).toContain(
        'there is no such file. Name the folder in which the store is.',
      );
    },
  );
});
