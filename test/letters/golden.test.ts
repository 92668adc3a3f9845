import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import type { LetterKind } from '../../src/letters/compose.ts';
import { languages } from '../../src/languages/speak.ts';
import type { Language } from '../../src/languages/speak.ts';
import { asText } from '../../src/letters/plain-text.ts';
import { awaiting, letter, over, standing } from './written.ts';

const paragraph = 'Thank you for Tuesday, Marta.\nAs agreed: half a year, and we begin with the telephones.';

const expectWritten = (name: string, written: readonly ReturnType<typeof letter>[]): void => {
  const golden = new URL(`golden/${name}.md`, import.meta.url);
  const text = written.map((one) => `# ${one.subject}\n\n\`\`\`text\n${asText(one)}\`\`\`\n`).join('\n');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
};

const inLanguage = (language: Language) => ({ customer: { language } });

describe('what a customer’s administrator reads', () => {
  test.each(languages)('in %s: an invitation to both', (language) => {
    expectWritten(`invitation.${language}`, [letter('invitation', awaiting({ ...inLanguage(language), paragraph }))]);
  });

  test.each(languages)('in %s: what is written later', (language) => {
    const later: readonly [LetterKind, ReturnType<typeof awaiting>][] = [
      ['reminder', awaiting(inLanguage(language))],
      ['accepted', standing(inLanguage(language))],
      ['extended', standing({ ...inLanguage(language), wants: 'gdap' })],
      ['about-to-expire', standing(inLanguage(language))],
      ['ended', over(inLanguage(language))],
    ];
    expectWritten(
      `later.${language}`,
      later.map(([kind, current]) => letter(kind, current)),
    );
  });

  test.each(languages)('in %s: the two paragraphs at 21Vianet', (language) => {
    const current = awaiting({ ...inLanguage(language), cloud: 'china_21v', wants: 'reseller', paragraph });
    expectWritten(`21vianet.${language}`, [letter('invitation', current)]);
  });

  test.each(['en', 'de'] as const)('in %s: other kinds of invitation', (language) => {
    const kinds = [
      { wants: 'reseller' },
      { wants: 'gdap', autoExtend: true },
      { wants: 'reseller', model: 'indirect', includeDap: true },
    ] as const;
    const written = kinds.map((kind) => letter('invitation', awaiting({ ...inLanguage(language), ...kind })));
    expectWritten(`other-kinds.${language}`, written);
  });
});
