import { plain } from '../languages/speak.ts';
import { text } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Voice } from './voice.ts';
import type { LetterWords } from './words.ts';

/** Somebody’s own words, line by line, without what cannot be seen. */
export const saidIn = ({ paragraph }: Pick<LetterWords, 'paragraph'>): string[] =>
  paragraph
    .split(/\r\n|\r|\n/)
    .map(plain)
    .filter((line) => line !== '');

/** Their own words, which nothing interprets: each line is marked as quoted. */
export const quoted = (words: LetterWords, { say }: Voice): Block[] => {
  const lines = saidIn(words);
  return lines.length === 0 ? [] : [text(say('letter.adds')), { kind: 'quote', lines }];
};
