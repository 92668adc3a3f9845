import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeFile } from '../src/store/store-file.ts';
import { openLowdbStore } from '../src/store/lowdb.ts';
import { doing, inviting } from './support/requests.ts';
import { handshake } from './support/terminal.ts';
import { createWorld } from './support/world.ts';

const block = (page: string, language: string): string => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  return text.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
};

test('the policy page shows what the command line answers', async () => {
  const [command = '', ...answer] = block('docs/policy.md', 'console').split('\n');
  expect(command).toBe('$ npm run -s policy -- decide --defaults src/playground/ask/usual.json situation.json');
  const { out } = await handshake('policy decide --defaults src/playground/ask/usual.json -', block('docs/policy.md', 'json'));
  // The last line is the fingerprint, which changes with every rule.
  expect(answer).toEqual(out.split('\n').slice(0, -1));
});

test('the README shows what the audit answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-readme-'));
  const store = await openLowdbStore(storeFile(folder));
  const world = createWorld({ store });
  await doing(world).opened(inviting());
  world.wait({ days: 1, hours: 1 });
  await world.settle();
  await store.close();
  const [command = '', ...answer] = block('README.md', 'console').split('\n');
  expect(command).toBe('$ npm run -s handshake -- audit verify --store ./data');
  const { out } = await handshake(`audit verify --store ${folder}`);
  const bare = (text: string) => text.replace(/\d+/g, '0');
  expect(answer.map(bare)).toEqual(out.split('\n').map(bare));
});
