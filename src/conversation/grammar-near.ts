import type { Language } from '../languages/speak.ts';
import type { Vocabulary } from './grammar-vocabulary.ts';

const SHORTEST = 4;
const LONG = 8;
/** A longer word is a name. */
const LONGEST = 30;

/** How many letters were left out, added, changed or swapped with their neighbour; `most + 1` for more than `most`. */
export const distanceOf = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
};

interface Near {
  readonly word: string;
  readonly distance: number;
  readonly isOwn: boolean;
}

/** Two mistakes in the first letters make another word. */
const mostFor = (typed: string, word: string): number => (Math.min(typed.length, word.length) >= LONG && typed[0] === word[0] ? 2 : 1);

/** The words that somebody may have meant, the person's language first; at most three. */
export const createNear =
  ({ languagesOf, fillers }: Vocabulary) =>
  (typed: string, preferred: Language | undefined): readonly string[] => {
    if (typed.length < SHORTEST || typed.length > LONGEST) return [];
    const near: Near[] = [];
    for (const word of new Set([...languagesOf.keys(), ...fillers])) {
      if (word.length < SHORTEST) continue;
      const distance = distanceOf(typed, word, mostFor(typed, word));
      const isOwn = preferred !== undefined && (languagesOf.get(word)?.has(preferred) ?? false);
      if (distance <= mostFor(typed, word)) near.push({ word, distance, isOwn });
    }
    const best = near.some(({ isOwn }) => isOwn) ? near.filter(({ isOwn }) => isOwn) : near;
    return best
      .sort((one, other) => one.distance - other.distance)
      .slice(0, 3)
      .map(({ word }) => word);
  };
