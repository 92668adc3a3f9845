import type { Chance } from '../storm/chance.ts';
import type { Words } from './words.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** Other values that may stand where one stands. */
const otherValues = (words: Words, chance: Chance): (() => unknown)[] => [
  () => undefined,
  () => null,
  () => chance.below(1e6) - 5e5,
  () => 1e308 * 10,
  () => true,
  () => [],
  () => ({}),
  () => '',
  () => words.any(),
  () => words.any(),
  () => words.longest(),
  () => words.json(),
  () => deep(1 + chance.below(80)),
  () => Array.from({ length: 1000 + chance.below(5000) }, () => ({ id: 'x' })),
  () => JSON.parse('{"__proto__":{"isAdmin":true,"roles":["global_admin"]},"constructor":{"prototype":{}}}') as unknown,
];

/** The places in a value, by the keys that lead there. */
const placesIn = (value: unknown, at: readonly string[] = []): (readonly string[])[] =>
  isNode(value) ? Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...placesIn(inner, [...at, key])]) : [];

/** The same with another value at one place. */
export const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
  if (key === undefined) return by;
  const node = isNode(value) ? value : {};
  return { ...node, [key]: replaced(node[key], rest, by) };
};

/** A value with one thing in it that should not be there, or is not there. */
export const tampered = (value: unknown, words: Words, chance: Chance): unknown => {
  const [first = [], ...more] = placesIn(value);
  const place = chance.oneOf([first, ...more]);
  const [other = () => null, ...others] = otherValues(words, chance);
  return replaced(value, place, chance.oneOf([other, ...others])());
};
