import { catalogues } from '../../languages/catalogues.ts';
import type { Language } from '../../languages/speak.ts';
import { asName } from './letters.ts';
import type { Match, Said } from './match.ts';
import { isFiller, restOf, tokenOf } from './sentence.ts';
import type { Sentence } from './sentence.ts';

type Taken = Match['taken'];

/** Stretches of what the command left over; a name has no command in its middle. */
const stretches = ({ said }: Sentence, taken: Taken): readonly (readonly Said[])[] => {
  const gone = new Set(taken);
  const found: Said[][] = [[]];
  for (const [index, one] of said.entries()) {
    if (gone.has(index)) found.push([]);
    else found.at(-1)?.push(one);
  }
  return found;
};

const isCapital = ({ letters }: Sentence, one: Said | undefined): boolean =>
  one !== undefined && /^\p{Lu}/u.test(letters.seen.slice(one.token.from, one.token.to));

const beginsSentence = ({ letters }: Sentence, { token }: Said): boolean =>
  /(?:^|[.!?:\n])\s*$/u.test(letters.seen.slice(Math.max(0, token.from - 20), token.from));

/** “La Poste”: an article that is written large belongs to the name. */
const isOfName = (sentence: Sentence, one: Said, next: Said | undefined): boolean =>
  one.words.some((word) => sentence.vocabulary.articles.has(word)) &&
  isCapital(sentence, one) &&
  isCapital(sentence, next) &&
  !beginsSentence(sentence, one);

const trimmed = (sentence: Sentence, stretch: readonly Said[]): readonly Said[] => {
  const says = (one: Said, index: number): boolean => !isFiller(sentence, one) || isOfName(sentence, one, stretch[index + 1]);
  const from = stretch.findIndex(says);
  const to = stretch.findLastIndex((one) => !isFiller(sentence, one));
  return from < 0 ? [] : stretch.slice(from, to + 1);
};

const written = ({ letters }: Sentence, stretch: readonly Said[]): string => {
  const [first, last] = [stretch[0], stretch.at(-1)];
  return first === undefined || last === undefined ? '' : letters.seen.slice(first.token.from, last.token.to);
};

const longest = (sentence: Sentence, taken: Taken): string =>
  stretches(sentence, taken)
    .map((stretch) => written(sentence, trimmed(sentence, stretch)))
    .reduce((one, other) => (other.length > one.length ? other : one), '');

const orNull = (text: string): string | null => (text === '' ? null : text);

/** In quotes, by its shape, or else whatever is left of the text. */
export const customerIn = (sentence: Sentence, taken: Taken): string | null => {
  const rest = restOf(sentence, taken);
  const token = tokenOf(rest, 'name') ?? tokenOf(rest, 'domain', 'tenant') ?? tokenOf(rest, 'case');
  return orNull(asName(token?.text ?? longest(sentence, taken)));
};

const rules: ReadonlySet<string> = new Set(
  Object.keys(catalogues.en).flatMap((key) => (key.startsWith('rule.') ? [key.slice('rule.'.length)] : [])),
);

/** With its letter or without; one that does not exist is handed on if it is written like one. */
export const ruleIn = (sentence: Sentence, taken: Taken): string | null => {
  const rest = restOf(sentence, taken);
  const [exact] = rest.flatMap(({ token }) => (token.kind === 'rule' ? [token.text] : []));
  if (exact !== undefined) return exact;
  const text = asName(tokenOf(rest, 'name')?.text ?? longest(sentence, taken));
  const name = text.toUpperCase().replaceAll(' ', '-');
  const known = [name, `R-${name}`, `H-${name}`].find((id) => rules.has(id));
  const isLikeOne = /^[A-Z0-9]+(?:-[A-Z0-9]+)+$/.test(name) && !text.includes(' ');
  return known ?? (isLikeOne ? `R-${name}` : null);
};

/** The last that was named: “from English to German”. Two letters may be a word of any language. */
export const languageIn = ({ vocabulary }: Sentence, rest: readonly Said[], least = 2): Language | null => {
  const words = rest.flatMap((one) => one.words).filter((word) => vocabulary.names.has(word) && !/^\p{Script=Latin}$/u.test(word));
  const full = words.filter((word) => word.length > 2 || /\p{Script=Han}/u.test(word));
  const word = full.at(-1) ?? (least <= 2 ? words.at(-1) : undefined);
  return word === undefined ? null : (vocabulary.names.get(word) ?? null);
};
