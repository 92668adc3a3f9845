import type { Language } from '../../languages/speak.ts';
import { asTyped, lettersOf } from './letters.ts';
import type { Letters } from './letters.ts';
import type { Match, Said } from './match.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One text, taken apart. */
export interface Sentence {
  readonly letters: Letters;
  readonly said: readonly Said[];
  readonly vocabulary: Vocabulary;
  readonly preferred: Language | undefined;
}

export interface Reading {
  readonly vocabulary: Vocabulary;
  readonly near: (typed: string, preferred: Language | undefined) => readonly string[];
  readonly preferred: Language | undefined;
}

export const sentenceOf = (text: string, { vocabulary, preferred }: Reading, quotes: boolean): Sentence => {
  const letters = lettersOf(asTyped(text));
  const tokens = tokensOf(letters.seen, { known: vocabulary.known, quotes });
  const said = tokens.map((token) => ({ token, words: token.kind === 'word' ? [vocabulary.lookedUp(token.text)] : [] }));
  return { letters, said, vocabulary, preferred };
};

/** More mistakes than this are another language. */
const MOST_MENDED = 12;

const isUnknown = ({ places, names, fillers, not }: Vocabulary, { words: [word] }: Said): boolean =>
  word !== undefined && ![places, names, fillers, not].some((known) => known.has(word));

/** The same with what mistyped words may have meant, or nothing where no word is near. */
export const mended = (sentence: Sentence, { near, preferred }: Reading): Sentence | null => {
  const unknown = sentence.said.filter((one) => isUnknown(sentence.vocabulary, one)).slice(0, MOST_MENDED);
  const meant = new Map(unknown.map((one) => [one, near(one.token.text, preferred)]));
  if (![...meant.values()].some((words) => words.length > 0)) return null;
  const said = sentence.said.map((one) => {
    const words = meant.get(one) ?? [];
    return words.length > 0 ? { token: one.token, words } : one;
  });
  return { ...sentence, said };
};

/** Says nothing of its own: “please”, “for”, “case”. */
export const isFiller = ({ vocabulary }: Sentence, { token, words }: Said): boolean =>
  token.kind === 'word' && words.some((word) => vocabulary.fillers.has(word));

/** What the command did not take. */
export const restOf = ({ said }: Sentence, taken: Match['taken']): readonly Said[] => {
  const gone = new Set(taken);
  return said.filter((_, index) => !gone.has(index));
};

export const tokenOf = (rest: readonly Said[], ...kinds: readonly Token['kind'][]): Token | undefined =>
  rest.find(({ token }) => kinds.includes(token.kind))?.token;
