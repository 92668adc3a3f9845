import type { Language } from '../../languages/speak.ts';
import type { Vocabulary } from './vocabulary.ts';

const SHORTEST = 4;
const LONG = 8;
/** A longer word is a name. */
const LONGEST = 30;

const isSwapped = (one: string, other: string, row: number, column: number): boolean =>
  row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];

/** How many letters were left out, added, changed or swapped with their neighbour; `most + 1` for more than `most`. */
export const distanceOf = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = at(last, column - 1) + Number(one[row - 1] !== other[column - 1]);
      const swapped = isSwapped(one, other, row, column) ? at(before, column - 2) + 1 : Infinity;
      next.push(Math.min(at(last, column) + 1, at(next, column - 1) + 1, changed, swapped));
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return Math.min(at(last, other.length), most + 1);
};

interface Near {
  readonly word: string;
  readonly distance: number;
  readonly isOwn: boolean;
}

/** Which letters a word has; a mistake changes at most two of them. */
const lettersIn = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
};

const isFewer = (letters: number, most: number): boolean => {
  let rest = letters;
  for (let count = 0; count < most; count++) rest &= rest - 1;
  return rest === 0;
};

/** Two mistakes in the first letters make another word. */
const mostFor = (typed: string, word: string): number =>
  Math.min(typed.length, word.length) >= LONG && typed.startsWith(word.charAt(0)) ? 2 : 1;

/** The words that somebody may have meant, the person's language first; at most three. */
export const createNear = ({ languagesOf, fillers }: Vocabulary) => {
  const words = [...new Set([...languagesOf.keys(), ...fillers])]
    .filter((word) => word.length >= SHORTEST)
    .map((word) => ({ word, letters: lettersIn(word), own: languagesOf.get(word) }));

  return (typed: string, preferred: Language | undefined): readonly string[] => {
    if (typed.length < SHORTEST || typed.length > LONGEST) return [];
    const letters = lettersIn(typed);
    const near = words.flatMap(({ word, letters: others, own }): readonly Near[] => {
      const most = mostFor(typed, word);
      if (Math.abs(typed.length - word.length) > most || !isFewer(letters ^ others, 2 * most)) return [];
      const distance = distanceOf(typed, word, most);
      return distance > most ? [] : [{ word, distance, isOwn: preferred !== undefined && own?.has(preferred) === true }];
    });
    const best = near.some(({ isOwn }) => isOwn) ? near.filter(({ isOwn }) => isOwn) : near;
    return best
      .sort((one, other) => one.distance - other.distance)
      .slice(0, 3)
      .map(({ word }) => word);
  };
};
