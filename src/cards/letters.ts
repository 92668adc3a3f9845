import { plain } from '../languages/speak.ts';

/** Card programs put dates in place of these, whoever wrote them. */
const DATES = /\{(?=\{(?:DATE|TIME)\()/g;
const JOINER = '\u2060';

const cut = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
};

/** A word as long as this runs out of a phone's screen; no language has one. */
const ENDLESS = /[\p{L}\p{N}_]{41,}/gu;
const PIECE = /.{12}(?=.)/gu;
const MAY_BREAK = '\u200B';

/** Text from outside, to be shown in one paragraph as the letters that it consists of. */
export const asLetters = (text: string, most: number): string =>
  cut(plain(text), most)
    .replace(DATES, `{${JOINER}`)
    .replace(ENDLESS, (word) => word.replace(PIECE, `$&${MAY_BREAK}`));

/** Text that stands in a field and comes back from there: whole, and in the lines in which it was written. */
export const asWritten = (text: string): string => text.split(/\r?\n/).map(plain).join('\n').replace(DATES, `{${JOINER}`);

const MEANS_SOMETHING = /[^\p{L}\p{M}\p{N}\p{P}\p{Sc}]|:\/\/|[<>&[\]()*_`#~|\\{}"@]/gu;
const MOST_ALOUD = 500;

/** What is read aloud, or shown where no card is: no letter in it means anything to a program. */
export const aloud = (parts: readonly (string | null)[]): string => {
  const texts = parts.map((part) =>
    plain(part ?? '')
      .replace(MEANS_SOMETHING, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return cut(texts.filter((text) => text !== '').join(' – '), MOST_ALOUD);
};
