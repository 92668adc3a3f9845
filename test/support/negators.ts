import type { Language } from '../../src/languages/speak.ts';
import list from '../languages/negators.json' with { type: 'json' };

/** The words with which each language says no. One that ends in an apostrophe stands at the beginning of a word. */
export const negators: Readonly<Record<Language, readonly string[]>> = list;

export const hasNegator = (language: Language, sentence: string): boolean => {
  const words = sentence.toLowerCase().split(/[^\p{L}’]+/u);
  // Chinese writes no spaces.
  if (language === 'zh-Hans') return negators[language].some((negator) => sentence.includes(negator));
  return negators[language].some((negator) =>
    words.some((word) => (negator.endsWith('’') ? word.startsWith(negator) : word === negator)),
  );
};
