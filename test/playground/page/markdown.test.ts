import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdown } from '../../../src/playground/page/chat/markdown.ts';

const A = (to: string, text: string): string => `<a href="${to}" target="_blank" rel="noopener noreferrer">${text}</a>`;

describe('markdown on a card', () => {
  test.each([
    ['plain words', 'plain words'],
    ['**bold** and _italic_ and *italic*', '<b>bold</b> and <i>italic</i> and <i>italic</i>'],
    ['**bold with _italic_**', '<b>bold with <i>italic</i></b>'],
    ['_italic with **bold**_', '<i>italic with <b>bold</b></i>'],
    ['[docs](https://learn.example/a?b=1&c=2)', A('https://learn.example/a?b=1&amp;c=2', 'docs')],
    ['[**docs**](http://learn.example/)', A('http://learn.example/', '<b>docs</b>')],
  ])('%s becomes what Teams shows', (text, html) => {
    expect(markdown(text)).toBe(html);
  });

  test.each([
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['some_file_name', 'some_file_name'],
    ['** not bold **', '** not bold **'],
    ['**never closed', '**never closed'],
    ['[no link]', '[no link]'],
    ['[no link](not an address)', '[no link](not an address)'],
  ])('%s is left as it is', (text, html) => {
    expect(markdown(text)).toBe(html);
  });

  test.each([
    ['\\*\\*not bold\\*\\*', '**not bold**'],
    ['\\_not italic\\_', '_not italic_'],
    ['\\[no link\\](https://evil.example)', '[no link](https://evil.example)'],
    ['\\<b\\>', '&lt;b&gt;'],
    ['**a\\** b**', '<b>a** b</b>'],
    ['C:\\temp', 'C:\\temp'],
    ['at the end \\', 'at the end \\'],
  ])('a backslash takes the meaning from the sign after it: %s', (text, html) => {
    expect(markdown(text)).toBe(html);
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['**<img src=x onerror=alert(1)>**', '<b>&lt;img src=x onerror=alert(1)&gt;</b>'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['[press](javascript:alert(1))', '[press](javascript:alert(1))'],
    ['[press](data:text/html,x)', '[press](data:text/html,x)'],
    ['[press](https://login.example@evil.example/)', '[press](https://login.example@evil.example/)'],
    ['[press](https://evil.example/"onmouseover="alert)', A('https://evil.example/%22onmouseover=%22alert', 'press')],
    ["[press](https://evil.example/'x)", A('https://evil.example/&#39;x', 'press')],
  ])('hostile text stays text: %s', (text, html) => {
    expect(markdown(text)).toBe(html);
  });

  test('no link stands in a link, and nothing in itself', () => {
    expect(markdown('[a [b](https://one.example) c](https://two.example)')).toBe(
      `[a ${A('https://one.example/', 'b')} c](https://two.example)`,
    );
    expect(markdown('**a _b **c** d_ e**')).not.toMatch(/<b>[^/]*<b>/);
  });

  const hostile = fc
    .array(
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '[',
          ']',
          '(',
          ')',
          '](',
          '\\',
          '<',
          '>',
          '"',
          "'",
          '&',
          '&lt;',
          '<b>',
          '</a>',
          '<script>',
          'a',
          ' ',
          '\n',
        ],
        ...['https://x.example/', 'javascript:', '[x](https://x.example/)', '[x](javascript:x)', '🙂', 'ж'],
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];

  const closed = (tags: readonly string[]): readonly string[] => {
    const open: string[] = [];
    for (const tag of tags) {
      if (tag === `</${open.at(-1) ?? ''}>`) open.pop();
      else open.push(tag.replace(/^<(\w).*$/u, '$1'));
    }
    return open;
  };

  test('whatever is written, there is no tag but bold, italics and links to the web', () => {
    const only = /^(?:[^<>"']|<\/?[bia]>|<a href="https?:\/\/[^"'<>\s]*" target="_blank" rel="noopener noreferrer">)*$/u;
    fc.assert(
      fc.property(hostile, (text) => {
        const html = markdown(text);
        expect(html).toMatch(only);
        expect(closed(tagsOf(html))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('every letter that means nothing is there', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z &<>"']{0,40}$/), (text) => {
        const read = markdown(text)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(read).toBe(text);
      }),
    );
  });

  test.each(['[', '**', '*a', '_a', '[a](', '\\\\', '**a ', '[a](https://x.example/'])(
    'a card full of “%s” is read to its end',
    (part) => {
      const text = part.repeat(5_000);
      expect(markdown(text).length).toBeGreaterThan(4_000);
    },
  );
});
