import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clean, cleanText } from '../../src/commands/clean.ts';
import { anyCharacter } from '../support/any-text.ts';

describe('what every store can hold (P14)', () => {
  test.each([
    ['a NUL', 'Con\0toso', 'Contoso'],
    ['half a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
    ['the other half', '\uDE00', '\uFFFD'],
    ['halves that a NUL had kept apart', '\uD83D\0\uDE00', '\u{1F600}'],
    ['whole pairs, composed and decomposed letters, control characters', '😀 é e\u0301 \u202E\r\n\t', '😀 é e\u0301 \u202E\r\n\t'],
    ['nothing', '', ''],
  ])('%s', (_, given, wanted) => {
    expect(cleanText(given)).toBe(wanted);
  });

  test('text is cleaned wherever it stands, names of properties included', () => {
    expect(clean({ 'na\0me': ['\0', { deep: '\uD800' }], n: 1, yes: true, none: null })).toEqual({
      name: ['', { deep: '\uFFFD' }],
      n: 1,
      yes: true,
      none: null,
    });
  });

  test('a property called __proto__ stays a property', () => {
    const cleaned = clean(JSON.parse('{"__proto__":{"isAdmin":"yes\\u0000"}}') as object);
    expect(JSON.stringify(cleaned)).toBe('{"__proto__":{"isAdmin":"yes"}}');
    expect(cleaned).not.toHaveProperty('isAdmin');
  });

  test('what is no plain object is left as it is', () => {
    const day = new Date(0);
    expect(clean({ day, big: 1n }).day).toBe(day);
  });

  test('what is nested too deeply is refused in words, before anything runs out of stack (P8)', () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(clean(nested(100))).toEqual(nested(100));
    expect(() => clean(nested(10_000))).toThrow('Nested deeper than 100 levels');
  });

  test('cleaning is done once: what is clean stays the same, and is clean', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: anyCharacter }), (value) => {
        const cleaned = clean(value);
        expect(clean(cleaned)).toEqual(cleaned);
        expect(JSON.stringify(cleaned)).not.toMatch(/\\u(0000|[dD][89a-fA-F])/);
      }),
    );
  });

  test('any text comes out well-formed and without NUL', () => {
    const halves = fc.string({ unit: fc.constantFrom('\0', '\uD83D', '\uDE00', 'a', 'é') });
    fc.assert(
      fc.property(halves, (text) => {
        const cleaned = cleanText(text);
        expect([cleaned.isWellFormed(), cleaned.includes('\0'), cleanText(cleaned)]).toEqual([true, false, cleaned]);
      }),
    );
  });
});
