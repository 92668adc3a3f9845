import { webAddress } from './web-address.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const asText = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

interface Mark {
  /** Sticky, and never looks past the next sign of its own kind: hostile text decides how long a pattern takes. */
  readonly pattern: RegExp;
  /** Null: it is no such thing after all. */
  readonly html: (match: readonly string[], inside: (text: string) => string) => string | null;
}

const bold: Mark = {
  pattern: /\*\*(?!\s)((?:\\.|(?!\*\*)[^\\])+?)(?<!\s)\*\*/suy,
  html: ([, text = ''], inside) => `<b>${inside(text)}</b>`,
};

const italic = (pattern: RegExp): Mark => ({ pattern, html: ([, text = ''], inside) => `<i>${inside(text)}</i>` });

const stars = italic(/\*(?![\s*])((?:\\.|[^\\*])+?)(?<!\s)\*(?!\*)/suy);
/** Not inside of a word: names of things are written with such signs. */
const lines = italic(/(?<![\p{L}\p{N}_])_(?![\s_])((?:\\.|[^\\_])+?)(?<!\s)_(?![\p{L}\p{N}_])/suy);

const link: Mark = {
  pattern: /\[((?:\\.|[^\\[\]])+)\]\(([^\s()]+)\)/suy,
  html: ([, text = '', to = ''], inside) => {
    const address = webAddress(to);
    return address === null ? null : `<a href="${asText(address)}" target="_blank" rel="noopener noreferrer">${inside(text)}</a>`;
  },
};

const escape: Mark = { pattern: /\\([!-/:-@[-`{-~])/suy, html: ([, sign = '']) => asText(sign) };

/** Signs that mean nothing, as many as there are, or the one at which nothing was found. */
const plain: Mark = { pattern: /[^\\*_[]+|./suy, html: ([text = '']) => asText(text) };

const kinds: readonly (readonly Mark[])[] = [[bold], [stars, lines], [link]];

const written = (text: string, allowed: readonly (readonly Mark[])[]): string => {
  const readAt = (at: number, mark: Mark, inside: readonly (readonly Mark[])[]): { html: string; length: number } | null => {
    mark.pattern.lastIndex = at;
    const match = mark.pattern.exec(text);
    const html = match && mark.html(match, (part) => written(part, inside));
    return match === null || html === null ? null : { html, length: match[0].length };
  };
  const next = (at: number): { html: string; length: number } => {
    const escaped = readAt(at, escape, []);
    if (escaped) return escaped;
    for (const kind of allowed) {
      const inside = allowed.filter((one) => one !== kind);
      for (const mark of kind) {
        const found = readAt(at, mark, inside);
        if (found) return found;
      }
    }
    return readAt(at, plain, []) ?? { html: '', length: 1 };
  };
  let html = '';
  for (let at = 0; at < text.length;) {
    const { html: more, length } = next(at);
    html += more;
    at += length;
  }
  return html;
};

/** As much markdown as Teams understands on a card, as HTML in which there is nothing but bold, italics and links to the web. */
export const markdown = (text: string): string => written(text, kinds);
