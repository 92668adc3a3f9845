/** What mail programs leave as it is. Whatever is not listed here they may strip, and nobody should rely on it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  html: ['lang', 'dir'],
  head: [],
  meta: ['charset', 'name', 'content'],
  title: [],
  body: ['style'],
  table: ['role', 'width', 'cellpadding', 'cellspacing', 'border', 'style'],
  tr: [],
  td: ['align', 'lang', 'dir', 'style'],
  th: ['scope', 'width', 'style'],
  h2: ['style'],
  p: ['dir', 'style'],
  ul: ['style'],
  li: ['style'],
  blockquote: ['style'],
  div: ['style'],
  span: ['style'],
  a: ['href', 'style'],
};

const styles = [
  ...['margin', 'padding', 'border', 'border-top', 'border-left', 'border-collapse', 'max-width', 'table-layout'],
  ...['font-family', 'font-size', 'line-height', 'text-align', 'vertical-align', 'word-wrap', 'overflow-wrap', 'word-break'],
];

const VOID = new Set(['meta']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*>/g;
const ATTRIBUTE = /\s([a-z-]+)="([^"]*)"/g;

const styleProblems = (style: string): string[] => {
  const known = style.split(';').flatMap((one) => (styles.includes(one.split(':')[0] ?? '') ? [] : [`style ${one}`]));
  return /url\(|expression|@import|position|!important/i.test(style) ? [...known, `style ${style}`] : known;
};

const attributeProblems = (name: string, attributes: string): string[] =>
  [...attributes.matchAll(ATTRIBUTE)].flatMap(([, attribute = '', value = '']) => {
    if (!allowed[name]?.includes(attribute)) return [`${attribute} of ${name}`];
    if (attribute === 'href') return value.startsWith('https://') ? [] : [`link to ${value}`];
    return attribute === 'style' ? styleProblems(value) : [];
  });

const nestingProblems = (tags: readonly RegExpMatchArray[]): string[] => {
  const open: string[] = [];
  for (const [tag, slash, name = ''] of tags) {
    if (VOID.has(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`${tag} closes something else`];
  }
  return open.map((name) => `${name} is not closed`);
};

/** What a mail program would stumble over; none if it is a letter as letters are. */
export const htmlProblems = (html: string): string[] => {
  const document = html.replace(/^<!DOCTYPE html>\n/, '');
  const tags = [...document.matchAll(TAG)];
  const rest = document.replaceAll(TAG, '');
  return [
    ...(document === html ? ['no document type'] : []),
    ...tags.filter(([, , name = '']) => !Object.hasOwn(allowed, name)).map(([tag]) => `tag ${tag}`),
    ...tags.flatMap(([, , name = '', attributes = '']) => attributeProblems(name, attributes)),
    ...nestingProblems(tags),
    ...(rest.match(/[<>]/g) ?? []).map((sign) => `a bare ${sign}`),
    ...(rest.match(/&(?!(?:amp|lt|gt|quot|#39);)/g) ?? []).map(() => 'a bare &'),
  ];
};

const unescaped = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** What somebody reads of it, line by line. */
export const textOf = (html: string): string[] =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<[^<>]*>/g, '\n')
    .split('\n')
    .filter((line) => line !== '')
    .map(unescaped);
