import fc from 'fast-check';

const SURROGATES = { from: 0xd800, count: 0x800 };
const LAST = 0x10ffff - SURROGATES.count;

const characterOf = (number: number): string => String.fromCodePoint(number < SURROGATES.from ? number : number + SURROGATES.count);

const numberOf = (character: unknown): number => {
  const point = typeof character === 'string' ? character.codePointAt(0) : undefined;
  if (point === undefined || String.fromCodePoint(point) !== character) throw new Error('not one character');
  return point < SURROGATES.from ? point : point - SURROGATES.count;
};

/** What fast-check calls `binary`, without its map of all 1.1 million characters, which each test file would have to make anew. */
export const anyCharacter = fc.integer({ min: 0, max: LAST }).map(characterOf, numberOf);
