import type { Block, Letter } from './blocks.ts';

const WIDTH = 72;

/** What no line break goes through: what is held together by other spaces than the usual, or a Chinese character with its marks. */
const PIECES = / *(?:[\p{Ps}\p{Pi}]*\p{Script=Han}[\p{Po}\p{Pe}\p{Pf}]*|[^ \p{Script=Han}]+)/gu;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu;

const widthOf = (words: string): number => words.length + (words.match(WIDE)?.length ?? 0);

/** Lines that fit a narrow window; `mark` stands before the first, `indent` before the others. */
const wrapped = (words: string, mark = '', indent = mark): string[] => {
  const lines: string[] = [];
  let line = mark;
  let isEmpty = true;
  for (const [piece] of words.matchAll(PIECES)) {
    if (!isEmpty && widthOf(line + piece) > WIDTH) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? piece.trimStart() : piece;
    isEmpty = false;
  }
  return [...lines, line];
};

const BULLET = '• ';
const INDENT = '  ';
const QUOTED = '> ';
/** No mark of a quotation: a draft is there to be copied. */
const DRAFTED = '    ';

/** A block, each of its lines as long as it is; a link has no mark that could be taken for a part of it. */
const linesOfBlock = (block: Block): string[] => {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => `${BULLET}${item}`);
    case 'table':
      return block.rows.flatMap(({ term, text }) => [term, `${INDENT}${text}`]);
    case 'quote':
      return block.lines.map((line) => `${QUOTED}${line}`);
    case 'draft':
      return block.lines.map((line) => `${DRAFTED}${line}`);
    case 'link':
      return [block.link];
    default:
      return [block.text];
  }
};

const wrappedBlock = (block: Block): string[] => {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => wrapped(item, BULLET, INDENT));
    case 'table':
      return block.rows.flatMap(({ term, text }) => [...wrapped(term), ...wrapped(text, INDENT)]);
    case 'quote':
      return block.lines.flatMap((line) => wrapped(line, QUOTED));
    case 'draft':
      return block.lines.flatMap((line) => wrapped(line, DRAFTED));
    case 'link':
      return [block.link];
    case 'heading':
      return [...wrapped(block.text), '-'.repeat(Math.min(WIDTH, widthOf(block.text)))];
    default:
      return wrapped(block.text);
  }
};

/** A letter line by line, without the look of any program. */
export const linesOf = ({ blocks }: Letter): string[] => blocks.flatMap(linesOfBlock);

/** A letter as plain text: wrapped, but for links, which stay whole on lines of their own. */
export const asText = ({ blocks }: Letter): string => `${blocks.map((block) => wrappedBlock(block).join('\n')).join('\n\n')}\n`;
