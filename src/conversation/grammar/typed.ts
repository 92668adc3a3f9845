import { languageNames } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import { commandOf } from '../commands.ts';
import { atomAt } from './atoms.ts';
import type { BoardFilter } from '../../cards/board-wish.ts';
import type { Wish } from '../intent.ts';
import { usualBoardWord, usualWords } from './words.ts';

/** What somebody wants, or as much of it as is known. */
export interface Typeable {
  readonly wants: Wish;
  readonly customer?: string | null;
  readonly about?: string;
  readonly id?: string | null;
  readonly item?: string | null;
  readonly words?: string;
  readonly language?: Language | null;
  readonly filter?: BoardFilter;
  readonly page?: number;
}

const quotes = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['"', '"'],
] as const;

/** A name in quotes, so that no word in it is taken for a command. */
const quoted = (name: string): string => {
  const atom = atomAt(name, 0);
  if (atom !== null && atom.kind !== 'rule' && atom.length === name.length) return name;
  const pair = quotes.find((marks) => !marks.some((mark) => name.includes(mark)));
  const [open, close] = pair ?? quotes[0];
  return `${open}${pair === undefined ? name.replace(/[“”]/g, '') : name}${close}`;
};

/** The colon says where the words begin. */
const withWords = (parts: readonly string[], words: string): string => parts.join(' ') + (words === '' ? '' : `: ${words}`);

const given = (part: string | null | undefined): readonly string[] =>
  part === null || part === undefined || part === '' ? [] : [part];

const ofBoard = ({ filter = 'all', customer, page = 1 }: Typeable, language: Language): readonly string[] => [
  ...(filter === 'all' ? [] : [usualBoardWord(filter, language)]),
  ...given(customer).map(quoted),
  ...(page > 1 ? [usualBoardWord('page', language), String(page)] : []),
];

type Follows = ReturnType<typeof commandOf>['follows'];

/** What stands behind the command. */
const after: Readonly<Record<Follows, (what: Typeable, language: Language) => readonly string[]>> = {
  nothing: () => [],
  board: ofBoard,
  customer: ({ customer }) => given(customer).map(quoted),
  'customer-about': ({ customer }) => given(customer).map(quoted),
  id: ({ id }) => given(id),
  rule: ({ id }) => given(id),
  'id-words': ({ id }) => given(id),
  'id-item-words': ({ id, item }) => [...given(id), ...given(item)],
  language: ({ language }) => given(language && languageNames[language]),
};

/** Free words, where the command takes some. */
const wordsOf = (follows: Follows, { words = '', about = '', item }: Typeable): string => {
  if (follows === 'customer-about') return about;
  return follows === 'id-words' || (follows === 'id-item-words' && given(item).length > 0) ? words : '';
};

/** How one would type it in that language; the grammar understands it as the same. */
export const typed = (what: Typeable, language: Language): string => {
  const { follows } = commandOf(what.wants);
  return withWords([usualWords(what.wants, language), ...after[follows](what, language)], wordsOf(follows, what));
};
