import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { handshake } from './support/terminal.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = (language: string): string => readme.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';

test('the README shows what the command line answers', async () => {
  const [command = '', ...answer] = block('console').split('\n');
  expect(command).toBe('$ npm run -s policy -- decide --defaults src/playground/ask/usual.json situation.json');
  const { out } = await handshake('policy decide --defaults src/playground/ask/usual.json -', block('json'));
  // The last line is the fingerprint, which changes with every rule.
  expect(answer).toEqual(out.split('\n').slice(0, -1));
});
