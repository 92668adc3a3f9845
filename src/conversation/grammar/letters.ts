/** Longer than any command; what comes after is not looked at. */
const LONGEST = 4000;
const LONGEST_WORDS = 2000;

const BOT = 'handshake';

/** The tag in which the chat program puts whom somebody mentions. */
const MENTION = /<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/gi;
const LEADING_MENTION = /^\s{0,200}<at(?:\s[^<>]{0,200})?>[^<>]{0,200}<\/at>/i;

/** What somebody has typed, without the mention of the bot and without half characters. */
export const asTyped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .toWellFormed()
    .replaceAll('&nbsp;', ' ')
    .replaceAll('\r\n', '\n')
    .replace(LEADING_MENTION, '')
    .replace(MENTION, (_, name: string) => (name.trim().toLowerCase() === BOT ? ' ' : name))
    .replace(/(?<![\p{L}\p{N}.])@handshake(?![\p{L}\p{N}.])/giu, ' ');

export interface Letters {
  readonly typed: string;
  /** The same in the usual form of every letter, without what nobody sees. */
  readonly seen: string;
  /** Where each letter of `seen` stands in what was typed, and where the text ends. */
  readonly at: readonly number[];
}

/** Tabs and line breaks are blanks; every other control character is nothing. */
const usualForm = (letter: string): string => {
  if (/^[\s\u0085]$/u.test(letter)) return letter === '\n' ? '\n' : ' ';
  if (/^[\p{Cc}\p{Cf}\p{Co}\uFE0F\uFFFD]$/u.test(letter)) return '';
  if (/^[\p{Pd}\u2212]$/u.test(letter)) return '-';
  return letter.normalize('NFKC').replace(/[\p{Cc}\p{Cf}]/gu, '');
};

/** Letter by letter, so that free words can be kept as they were typed. */
export const lettersOf = (typed: string): Letters => {
  let seen = '';
  const at: number[] = [];
  let from = 0;
  for (const letter of typed) {
    const usual = letter >= ' ' && letter <= '~' ? letter : usualForm(letter);
    at.push(...Array.from({ length: usual.length }, () => from));
    seen += usual;
    from += letter.length;
    if (seen.length > LONGEST) break;
  }
  return { typed, seen, at: [...at, from] };
};

const letterPairs: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** A word without case and without the marks above and below its letters. */
export const folded = (word: string): string =>
  /^[a-z]*$/.test(word)
    ? word
    : word
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[ßæœøłđı]/g, (letter) => letterPairs[letter] ?? letter);

const lookAlikes = new Map<string, string>(
  [
    ['авекмнорстухіјѕԁԛԝһ', 'abekmhopctyxijsdqwh'],
    ['αβεηικμνορτυχζ', 'abehikmvoptyxz'],
  ].flatMap(([foreign = '', latin = '']) => Array.from(foreign, (letter, index) => [letter, latin[index] ?? letter] as const)),
);

/** What a word looks like: the same for words whose letters come from different alphabets. */
export const looksOf = (word: string): string => Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join('');

/** Something from outside as a value: one line, no control characters, no longer than a name may be. */
export const asName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s\u2028\u2029]+/gu, ' ')
    .slice(0, 200)
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .trim();

/** Free words: as they were typed, without what no store and no screen can hold. */
export const asWords = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')
    .trim()
    .slice(0, LONGEST_WORDS)
    .toWellFormed()
    .trim();
