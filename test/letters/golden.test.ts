import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { asHtml } from '../../src/letters/as-html.ts';
import type { Letter } from '../../src/letters/blocks.ts';
import { asText } from '../../src/letters/plain-text.ts';
import { languages } from '../../src/languages/speak.ts';
import { everyLetter, otherInvitations } from './every-letter.ts';

const withoutFrame = (html: string): string => html.slice(html.indexOf('<body'));

const written = (letters: Readonly<Record<string, Letter>>): string =>
  Object.entries(letters)
    .map(([name, one]) => `# ${name}: ${one.subject}\n\n\`\`\`text\n${asText(one)}\`\`\`\n`)
    .join('\n');

const expectWritten = (name: string, text: string): void => {
  const golden = new URL(`golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
};

describe.each(languages)('what a customer’s administrator reads in %s', (language) => {
  test('in plain text', () => {
    expectWritten(`text.${language}.md`, written(everyLetter(language)));
  });

  test('as their mail program shows it', () => {
    const html = Object.entries(everyLetter(language)).map(([name, one]) => `<!-- ${name} -->\n${withoutFrame(asHtml(one))}`);
    expectWritten(`html.${language}.txt`, html.join('\n'));
  });
});

test.each(['en', 'de'] as const)('other kinds of invitation, in %s', (language) => {
  expectWritten(`other-kinds.${language}.md`, written(otherInvitations(language)));
});

test('a whole message in HTML, frame and all', () => {
  const { invitation } = everyLetter('en');
  expectWritten('whole.en.txt', invitation ? asHtml(invitation) : '');
});
