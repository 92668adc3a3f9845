import { languageNames, languages } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import { commands } from '../commands.ts';
import type { Command } from '../commands.ts';
import { folded, looksOf } from './letters.ts';
import type { Known } from './tokens.ts';
import { commandWords } from './words.ts';
import type { CommandWords } from './words.ts';

/** One way to say a command: each slot takes one of its words, wherever it stands. */
export interface Way {
  readonly command: Command;
  readonly language: Language;
  readonly slots: readonly (readonly string[])[];
}

const HAN = /\p{Script=Han}/u;
const PARTS = /\p{Script=Han}+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv;

/** How it is written where the keyboard has no ä, ö and ü. */
const spelledOut = (word: string): string => word.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');

const formsOf = (word: string): readonly string[] => [...new Set([folded(word), folded(spelledOut(word))])];

const partsOf = (text: string): readonly string[] => [...text.matchAll(PARTS)].map(([part]) => part);

/** “suis-je” and “l’administration” are two words each. */
const slotsOf = (slot: string): readonly (readonly string[])[] =>
  slot.includes('|') ? [slot.split('|').flatMap(formsOf)] : partsOf(slot).map(formsOf);

export const waysOf = (language: Language): readonly Way[] =>
  commands.flatMap((command) =>
    commandWords[language].commands[command.wish].map((way) => ({ command, language, slots: way.split(' ').flatMap(slotsOf) })),
  );

const allOf = (field: 'greetings' | 'noise' | 'articles' | 'things' | 'not'): ReadonlySet<string> =>
  new Set(languages.flatMap((language) => commandWords[language][field].flatMap(formsOf)));

const boardWords = (what: 'mine' | 'waiting' | 'page'): ReadonlySet<string> =>
  new Set(languages.flatMap((language) => commandWords[language].board[what].flatMap(formsOf)));

const selfNames = (language: Language): readonly string[] =>
  partsOf(languageNames[language])
    .flatMap(formsOf)
    .concat(language.toLowerCase(), ...(language === 'zh-Hans' ? ['zh', 'cn'] : []));

const namesOf = (own: CommandWords): (readonly [string, Language])[] =>
  languages.flatMap((named) => own.languages[named].flatMap(formsOf).map((form) => [form, named] as const));

const namedLanguages = (): ReadonlyMap<string, Language> =>
  new Map([
    ...languages.flatMap((language) => namesOf(commandWords[language])),
    ...languages.flatMap((language) => selfNames(language).map((form) => [form, language] as const)),
  ]);

export interface Vocabulary {
  readonly ways: readonly Way[];
  /** In which ways a word has a place. */
  readonly places: ReadonlyMap<string, readonly { readonly way: Way; readonly slot: number }[]>;
  /** What languages are called, in all of them. */
  readonly names: ReadonlyMap<string, Language>;
  readonly board: Readonly<Record<'mine' | 'waiting' | 'page', ReadonlySet<string>>>;
  readonly greetings: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Whatever says nothing of its own. */
  readonly fillers: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
  /** Which languages have a word. */
  readonly languagesOf: ReadonlyMap<string, ReadonlySet<Language>>;
  readonly known: Known;
  /** The word as it is known, if it only looks like it. */
  readonly lookedUp: (word: string) => string;
}

const placesIn = (ways: readonly Way[]): Vocabulary['places'] => {
  const places = new Map<string, { way: Way; slot: number }[]>();
  for (const way of ways)
    for (const [slot, words] of way.slots.entries())
      for (const word of words) places.set(word, [...(places.get(word) ?? []), { way, slot }]);
  return places;
};

/** By the first letter, the longest first: the longest word that stands here is meant. */
const longestOf = (words: Iterable<string>): Known => {
  const byFirst = new Map<string, string[]>();
  for (const word of words) if (HAN.test(word)) byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);
  for (const list of byFirst.values()) list.sort((one, other) => other.length - one.length);
  return (text, from) => byFirst.get(text.charAt(from))?.find((word) => text.startsWith(word, from))?.length ?? 0;
};

const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

const lookUp = (words: ReadonlySet<string>): Vocabulary['lookedUp'] => {
  const looks = new Map([...words].reverse().map((word) => [looksOf(word), word]));
  return (word) => (words.has(word) || !FOREIGN.test(word) ? word : (looks.get(looksOf(word)) ?? word));
};

const languagesByWord = (ways: readonly Way[]): Vocabulary['languagesOf'] => {
  const found = new Map<string, Set<Language>>();
  const add = (word: string, language: Language): void => {
    found.set(word, (found.get(word) ?? new Set()).add(language));
  };
  for (const { language, slots } of ways) for (const word of slots.flat()) add(word, language);
  for (const language of languages) for (const [word] of namesOf(commandWords[language])) add(word, language);
  return found;
};

/** All words of all languages, made once. */
export const createVocabulary = (): Vocabulary => {
  const ways = languages.flatMap(waysOf);
  const places = placesIn(ways);
  const names = namedLanguages();
  const sets = { greetings: allOf('greetings'), articles: allOf('articles'), not: allOf('not') };
  const board = { mine: boardWords('mine'), waiting: boardWords('waiting'), page: boardWords('page') };
  const fillers = new Set([...allOf('noise'), ...allOf('things'), ...sets.greetings, ...sets.articles]);
  const boards = Object.values(board).flatMap((words) => [...words]);
  const all = new Set([...places.keys(), ...names.keys(), ...boards, ...fillers, ...sets.not]);
  const languagesOf = languagesByWord(ways);
  return { ways, places, names, board, ...sets, fillers, languagesOf, known: longestOf(all), lookedUp: lookUp(all) };
};
