import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asHtml } from '../../src/letters/as-html.ts';
import type { Block, Letter } from '../../src/letters/blocks.ts';
import { languages } from '../../src/languages/speak.ts';
import { linesOf } from '../../src/letters/plain-text.ts';
import { anyCharacter } from '../support/any-text.ts';
import { everyLetter } from './every-letter.ts';
import { htmlProblems, textOf } from './html-check.ts';

/** Neither marks nor the space before them are a part of what is said; what somebody has said may begin with the like. */
const marks: Partial<Record<Block['kind'], number>> = { list: '• '.length, quote: '> '.length, draft: 4 };

const bare = ({ kind }: Block, line: string, index: number): string =>
  line.slice(kind === 'table' && index % 2 === 1 ? 2 : (marks[kind] ?? 0));

const readAs = (letter: Letter): readonly string[] =>
  letter.blocks.flatMap((block) => linesOf({ ...letter, blocks: [block] }).map((line, index) => bare(block, line, index)));

describe.each(languages)('a letter in %s', (language) => {
  const letters = Object.entries(everyLetter(language));

  test('is nothing but what mail programs show', () => {
    expect(letters.flatMap(([name, one]) => htmlProblems(asHtml(one)).map((problem) => `${name}: ${problem}`))).toEqual([]);
  });

  test('says the same in HTML as in plain text', () => {
    for (const [, one] of letters) expect(textOf(asHtml(one))).toEqual(readAs(one));
  });

  test('says in which language it is, and links say where they lead', () => {
    for (const [, one] of letters) {
      const html = asHtml(one);
      expect(html).toContain(`<html lang="${language}" dir="ltr">`);
      const anchors = [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)];
      expect(anchors.map(([, , label]) => label)).toEqual(anchors.map(([, target]) => target));
      expect(anchors).toHaveLength(one.blocks.filter(({ kind }) => kind === 'link').length);
    }
  });
});

describe('whatever stands in a letter', () => {
  const block = (words: string): fc.Arbitrary<Block> =>
    fc.constantFrom<Block>(
      { kind: 'text', text: words },
      { kind: 'heading', text: words },
      { kind: 'list', items: [words, words] },
      { kind: 'table', rows: [{ term: words, text: words }] },
      { kind: 'quote', lines: [words] },
      { kind: 'draft', lines: [words] },
      { kind: 'link', link: words },
    );
  const markup = '</td></table><script>alert(1)</script><img src=x onerror="alert(1)">&lt;&#60;"\' <!-- ]]> {{x}} ${y}';
  const sly = fc.oneof(fc.string({ unit: anyCharacter, minLength: 1, maxLength: 80 }), fc.constant(markup));

  test('is text: it opens no tag, fetches nothing, and comes out as it went in', () => {
    fc.assert(
      fc.property(
        sly.chain((words) => block(words.replaceAll(/[\r\n]/g, ' ').toWellFormed())),
        (one) => {
          const letter: Letter = { language: 'en', subject: markup, blocks: [one], typed: null };
          expect(htmlProblems(asHtml(letter))).toEqual([]);
          expect(textOf(asHtml(letter))).toEqual(readAs(letter));
        },
      ),
      { numRuns: 300, examples: [[{ kind: 'text', text: '  \0' }], [{ kind: 'draft', lines: ['> • '] }]] },
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/x', 'JAVASCRIPT://x'])('%s is no link', (link) => {
    const html = asHtml({ language: 'en', subject: 'x', blocks: [{ kind: 'link', link }], typed: null });
    expect(html).not.toContain('href');
    expect(textOf(html)).toEqual([link]);
  });
});

test.each([
  ['<p onclick="x">a</p>', 'onclick of p'],
  ['<p style="position:fixed">a</p>', 'style position:fixed'],
  ['<img src="x">', 'tag <img src="x">'],
  ['<p>a', 'p is not closed'],
  ['<a href="http://x">a</a>', 'link to http://x'],
  ['a < b', 'a bare <'],
])('the checker of HTML sees what is wrong with %s', (html, problem) => {
  expect(htmlProblems(`<!DOCTYPE html>\n${html}`)).toContain(problem);
});
