/** Letters alone, without those that are taken for one another or for digits. There are 23, a prime number: the check rests on it. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ';
const BASE = LETTERS.length;
/** More than a hundred bits. */
const TELLING = 23;
const WHOLE = TELLING + 2;
const GROUP = 5;

/** As a Russian keyboard writes what looks the same. */
const CYRILLIC: Partial<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};
const LONGEST_TYPED = 100;

const below = (value: number): number => ((value % BASE) + BASE) % BASE;

const sumOf = (values: readonly number[], weigh: (at: number) => number): number =>
  below(values.reduce((sum, value, at) => sum + value * weigh(at), 0));

/** Two letters by which any letter mistyped is noticed, and any two neighbours that have changed places. */
const checksOf = (values: readonly number[]): readonly [number, number] => {
  const last = below(-sumOf(values, (at) => at));
  return [below(-sumOf(values, () => 1) - last), last];
};

const grouped = (letters: string): string => letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? '';

/** A large number as a code that can be read out over the telephone. */
export const spelt = (number: bigint): string => {
  let left = number;
  const values = Array.from({ length: TELLING }, () => {
    const value = Number(left % BigInt(BASE));
    left /= BigInt(BASE);
    return value;
  });
  return grouped([...values, ...checksOf(values)].map((value) => LETTERS[value]).join(''));
};

type Typed =
  | { readonly kind: 'code'; readonly code: string }
  /** It was meant to be one, and a letter of it is wrong. */
  | { readonly kind: 'slip' }
  | { readonly kind: 'nothing' };

const isRight = (letters: string): boolean => {
  const values = Array.from(letters, (letter) => LETTERS.indexOf(letter));
  if (values.length !== WHOLE || values.includes(-1)) return false;
  const [first, last] = checksOf(values.slice(0, TELLING));
  return values[TELLING] === first && values[TELLING + 1] === last;
};

/** What somebody has typed, however they have grouped it. */
export const readCode = (typed: string): Typed => {
  const plain = typed.slice(0, LONGEST_TYPED).normalize('NFKC').toUpperCase();
  const letters = plain.replace(/[\s\p{Pd}.·_]/gu, '').replace(/[А-Я]/g, (letter) => CYRILLIC[letter] ?? letter);
  if (isRight(letters)) return { kind: 'code', code: grouped(letters) };
  return /^[A-Z\d]{20,30}$/.test(letters) ? { kind: 'slip' } : { kind: 'nothing' };
};
