import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { commands } from '../../src/conversation/commands.ts';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';
import { waysOf } from '../../src/conversation/grammar/vocabulary.ts';
import { boardFilters } from '../../src/cards/board-wish.ts';
import { languages } from '../../src/languages/speak.ts';
import { anyCharacter } from '../support/any-text.ts';

const grammar = createGrammar();

const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const value = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !CONTROL.test(text) && text.isWellFormed() && text === text.trim())
  .nullable();
const words = z
  .string()
  .max(2000)
  .refine((text) => !/[\0-\x08\x0b-\x1f\x7f-\x9f]/.test(text) && text.isWellFormed());

const shapes = {
  nothing: z.strictObject({ wants: z.string() }),
  board: z.strictObject({ wants: z.string(), filter: z.enum(boardFilters), customer: value, page: z.int().min(1).max(999) }),
  customer: z.strictObject({ wants: z.string(), customer: value }),
  'customer-about': z.strictObject({ wants: z.string(), customer: value, about: z.string().max(200) }),
  id: z.strictObject({ wants: z.string(), id: value }),
  rule: z.strictObject({ wants: z.string(), id: value }),
  'id-words': z.strictObject({ wants: z.string(), id: value, words }),
  'id-item-words': z.strictObject({ wants: z.string(), id: value, item: value, words }),
  language: z.strictObject({ wants: z.string(), language: z.enum(languages).nullable() }),
};
const unclear = z.strictObject({ wants: z.literal('unclear'), nearest: z.array(z.string().min(1).max(2300)).max(3) });

const expectIntent = (text: string): void => {
  const intent = grammar(text);
  const command = commands.find(({ wish }) => wish === intent.wants);
  expect((command === undefined ? unclear : shapes[command.follows]).safeParse(intent)).toMatchObject({ success: true });
};

const commandWord = fc.constantFrom(...languages.flatMap((language) => waysOf(language).flatMap(({ slots }) => slots.flat())));
const piece = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  commandWord,
  fc.constantFrom(
    'ADM-7K2MX-4QD9A',
    'AZ-1',
    'contoso.example',
    'a@b.example',
    'https://x.example/',
    '[a](b)',
    '<at>x</at>',
    '{',
    '“',
    '»',
    "'",
    '\0',
    '\u202E',
    '\uD800',
    '。',
    '@Handshake',
    ':',
    '?',
    '不',
    'R-',
  ),
);

describe('whatever is typed', () => {
  test('it is never more than an intent', () => {
    fc.assert(fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), expectIntent), { numRuns: 100 });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' ')),
        expectIntent,
      ),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        expectIntent,
      ),
      { numRuns: 150 },
    );
  });

  test('a command in whatever case, with whatever marks around it, is the command', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', '\n', '!', '.', '*', '\u200B', '…', '—', '\u00A0', '🙂'), maxLength: 6 });
    fc.assert(
      fc.property(around, around, fc.boolean(), (before, after, isLarge) => {
        const text = `${before}${isLarge ? 'CHECK' : 'check'} contoso.example${after}`;
        expect(grammar(text)).toStrictEqual({ wants: 'check', customer: 'contoso.example' });
      }),
      { numRuns: 200 },
    );
  });

  const long = 100_000;
  test.each([
    ['a', 'a'],
    ['blanks', ' '],
    ['labels', 'a.'],
    ['labels with hyphens', 'a-'],
    ['hyphens', '-'],
    ['Chinese', '微'],
    ['Chinese labels', '微.'],
    ['open quotes', '“'],
    ['apostrophes', "'"],
    ['brackets', '['],
    ['links', '[]('],
    ['mentions', '<at>'],
    ['mentions with blanks', '<at '],
    ['addresses', 'http://'],
    ['signs', '@'],
    ['mails', 'a@'],
    ['ids', 'ADM-'],
    ['digits', '1'],
    ['hexadecimal digits', 'abcdef01-'],
    ['rules', 'R-A'],
    ['commands', 'approve request admin switch azure '],
    ['mistakes', 'aprove requst solictar '],
    ['one letter that is eighteen', '\uFDFA'],
    ['marks', 'a\u0301\u0301'],
    ['surrogates', '\uD83D'],
    ['entities', '&nbsp;'],
  ])('a hundred thousand letters of %s are read in one go', (_, unit) => {
    const text = unit.repeat(Math.ceil(long / unit.length));
    for (const around of [`approve ADM-7K2MX-4QD9A ${text}`, `${text} check contoso.example`]) expectIntent(around);
  });
});
