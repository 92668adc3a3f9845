import { atomAt, chineseDomainAt } from './atoms.ts';
import type { Atom } from './atoms.ts';
import { folded } from './letters.ts';

/** A word, a name in quotes, or what can be told by its shape. */
export interface Token {
  readonly kind: 'word' | 'name' | Atom['kind'];
  /** A word without case and marks, a value in its usual form, a name as it stands. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** How many letters of a word that is known stand here; Chinese has no blanks. */
export type Known = (text: string, from: number) => number;

const closers: Readonly<Record<string, string>> = {
  ...{ '"': '"', '“': '”“"', '„': '“”"', '”': '”', '«': '»', '»': '«', '‹': '›', '›': '‹' },
  ...{ '「': '」', '『': '』', '《': '》', '〈': '〉', '‘': '’', '‚': '‘’', "'": "'" },
};
const isApostrophe = (letter: string): boolean => letter === "'" || letter === '‘' || letter === '’';

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
const LONGEST_NAME = 300;

const letterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const isLetterBefore = (text: string, at: number): boolean => at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

const endOfQuote = (text: string, from: number, closing: string): number => {
  const last = Math.min(text.length, from + LONGEST_NAME);
  for (let at = from; at < last; at++) {
    const letter = text[at] ?? '';
    const isWithinWord = isApostrophe(letter) && LETTER.test(letterAt(text, at + 1));
    if (closing.includes(letter) && !isWithinWord) return at;
  }
  return -1;
};

/** A name, unless what it holds has a shape of its own. */
const nameOf = (inside: string, from: number, to: number): Token | null => {
  const text = inside.trim();
  if (text === '') return null;
  const atom = atomAt(text, 0);
  const isAll = atom !== null && atom.kind !== 'rule' && /^[.。,;]*$/.test(text.slice(atom.length));
  return isAll ? { kind: atom.kind, text: atom.value, from, to } : { kind: 'name', text, from, to };
};

const quotedAt = (text: string, from: number): Token | null => {
  const open = text[from] ?? '';
  const closing = closers[open];
  if (closing === undefined || (isApostrophe(open) && isLetterBefore(text, from))) return null;
  const end = endOfQuote(text, from + 1, closing);
  return end < 0 ? null : nameOf(text.slice(from + 1, end), from, end + 1);
};

const LINK = /\[([^\[\]\n]{0,300})\]\(([^()\s]{0,1000})\)/y;

/** A link pasted as text: what somebody reads of it counts, not where it leads. */
const linkAt = (text: string, from: number): Token | null => {
  LINK.lastIndex = from;
  const match = LINK.exec(text);
  if (match === null) return null;
  const [whole, label = '', target = ''] = match;
  return nameOf(label.trim() === '' ? target : label, from, from + whole.length);
};

const WORD = /[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/vy;

const wordAt = (text: string, from: number): Token | null => {
  WORD.lastIndex = from;
  const match = WORD.exec(text);
  return match === null ? null : { kind: 'word', text: folded(match[0]), from, to: from + match[0].length };
};

const ofAtom = (atom: Atom | null, from: number): Token | null =>
  atom === null ? null : { kind: atom.kind, text: atom.value, from, to: from + atom.length };

const chineseAt = (text: string, from: number, known: Known): Token => {
  const length = known(text, from);
  const domain = length > 0 ? null : ofAtom(chineseDomainAt(text, from), from);
  if (domain !== null) return domain;
  const to = from + (length > 0 ? length : letterAt(text, from).length);
  return { kind: 'word', text: text.slice(from, to), from, to };
};

interface How {
  readonly known: Known;
  /** Whether what stands in quotes is a name; else quotes are nothing. */
  readonly quotes: boolean;
}

const tokenAt = (text: string, from: number, { known, quotes }: How): Token | null => {
  const letter = letterAt(text, from);
  const enclosed = letter === '[' ? linkAt(text, from) : quotes ? quotedAt(text, from) : null;
  if (enclosed !== null) return enclosed;
  if (HAN.test(letter)) return chineseAt(text, from, known);
  if (letter === '{') return ofAtom(atomAt(text, from), from);
  return LETTER.test(letter) ? (ofAtom(atomAt(text, from), from) ?? wordAt(text, from)) : null;
};

/** The text as its parts, from left to right; what is between them means nothing. */
export const tokensOf = (text: string, how: How): readonly Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, how);
    if (token !== null) tokens.push(token);
    at = token?.to ?? at + letterAt(text, at).length;
  }
  return tokens;
};
