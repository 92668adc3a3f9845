import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from '@jest/globals';

export const tenant = '7a11c0de-1111-4a10-8a10-0000000000a1';
export const bot = { id: 'b070b070-0001-4f01-8f01-0000000000f2', name: 'Handshake', secret: 'secret-of-the-bot.example' };

const example = (name: string): string => fileURLToPath(new URL(`../../${name}.example.json`, import.meta.url));

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with the files that an operator has written, gone after the test, and the settings that name them. */
export const operatorFiles = (accounts: readonly object[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-serving-'));
  folders.push(folder);
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('accounts.json'), JSON.stringify({ accounts }));
  for (const name of ['people', 'house-rules']) copyFileSync(example(name), at(`${name}.json`));
  const settings = {
    ...{ ACCOUNTS: at('accounts.json'), PEOPLE: at('people.json'), HOUSE_RULES: at('house-rules.json') },
    ...{ DATA: at('data'), SECRETS: at('secrets'), BOT_APP_ID: bot.id, BOT_SECRET: bot.secret },
  };
  return { folder, settings };
};
