import type { Block, Letter, Row } from './blocks.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** Neither paper nor ink has a colour of ours: so a mail program may turn them round at night. */
const GREY = '#808080';
const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
/** Names and links may be longer than a telephone is wide. */
const WRAPS = 'word-wrap:break-word;overflow-wrap:anywhere';

const paragraph = (words: string): string => `<p style="margin:0 0 12px">${words}</p>`;

/** Whatever direction somebody writes in, their lines turn nothing around them. */
const theirLines = (lines: readonly string[]): string =>
  lines.map((line) => `<p dir="auto" style="margin:0 0 6px">${escaped(line)}</p>`).join('');

const rowOf = ({ term, text }: Row): string => {
  const cell = `padding:6px 8px 6px 0;border-top:1px solid ${GREY};vertical-align:top;text-align:left`;
  return `<tr><th scope="row" width="36%" style="${cell}">${escaped(term)}</th><td style="${cell}">${escaped(text)}</td></tr>`;
};

const WHOLE = 'width="100%" cellpadding="0" cellspacing="0" border="0"';

/** What cannot be opened safely is shown and is no link; so the letter does not count as one that holds it. */
const linkOf = (link: string): string =>
  /^https?:\/\//i.test(link)
    ? `<a href="${escaped(link)}" style="word-break:break-all">${escaped(link)}</a>`
    : `<span style="word-break:break-all">${escaped(link)}</span>`;

const blockOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3">${escaped(block.text)}</h2>`;
    case 'list':
      return `<ul style="margin:0 0 12px;padding:0 0 0 20px">${block.items
        .map((item) => `<li style="margin:0 0 6px">${escaped(item)}</li>`)
        .join('')}</ul>`;
    case 'table':
      return `<table ${WHOLE} style="margin:0 0 12px;border-collapse:collapse;${FONT};${WRAPS}">${block.rows.map(rowOf).join('')}</table>`;
    case 'quote':
      return `<blockquote style="margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid ${GREY}">${theirLines(block.lines)}</blockquote>`;
    case 'draft':
      return `<div style="margin:0 0 12px;padding:12px 12px 6px;border:1px solid ${GREY}">${theirLines(block.lines)}</div>`;
    case 'link':
      return paragraph(linkOf(block.link));
    case 'text':
      return paragraph(escaped(block.text));
  }
};

/** A letter as mail programs show it: one narrow column, nothing fetched, nothing that they would strip. */
export const asHtml = ({ language, subject, blocks }: Letter): string =>
  [
    '<!DOCTYPE html>',
    `<html lang="${language}" dir="ltr">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title>`,
    '</head>',
    '<body style="margin:0;padding:0">',
    `<table role="presentation" ${WHOLE}><tr><td align="center" style="padding:16px">`,
    `<table role="presentation" ${WHOLE} style="max-width:600px;table-layout:fixed"><tr>`,
    `<td lang="${language}" dir="ltr" style="text-align:left;${FONT};${WRAPS}">`,
    ...blocks.map(blockOf),
    '</td></tr></table>',
    '</td></tr></table>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
