import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { DayText, Value } from '../policy/index.ts';
import { heading, text } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Voice } from './voice.ts';
import type { LetterWords } from './words.ts';

/** The day of an instant, as a value of a sentence. */
export const day = (at: Instant): Value => dayText(dayOf(at));

/** A day that was written down as one. */
export const dayText = (at: string): Value => ({ day: at as DayText });

/** Whom to call and what to type: nothing that stands in a letter is a proof of it. */
export const checkSentences = ({ check = null }: LetterWords, reference: string, { say }: Voice): string[] => [
  say('letter.check.call', { reference }),
  ...(check === null ? [] : [say('letter.check.code', { ...check })]),
  say('letter.check.type'),
];

export const checkBlocks = (words: LetterWords, reference: string, voice: Voice): Block[] => [
  heading(voice.say('letter.heading.check')),
  ...checkSentences(words, reference, voice).map(text),
];

/** Who signs, and under what number the letter is known at our house. */
export const closing = (reference: string, { say }: Voice): Block[] => [
  text(say('letter.signature')),
  text(say('letter.reference', { reference })),
];
