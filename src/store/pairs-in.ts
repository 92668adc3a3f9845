import type { Key } from './table.ts';
import type { Pair } from './texts.ts';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/** More than that no key has that we make. */
const LONGEST_KEY = 1000;

/** Where a text ends that begins here: behind its closing quote. */
const endOfText = (json: Buffer, from: number): number => {
  let at = from + 1;
  for (; at < json.length && json[at] !== QUOTE; at++) if (json[at] === BACKSLASH) at++;
  return at + 1;
};

/** Where a value ends that begins here: a list or an object behind its last bracket, anything else before what follows. */
const endOfValue = (json: Buffer, from: number): number => {
  let depth = 0;
  for (let at = from; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) at = endOfText(json, at) - 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (byte === COMMA && depth === 0) return at;
  }
  return json.length;
};

/** The key that begins here, when its bytes are its characters. */
const keyFrom = (json: Buffer, from: number): Key | null => {
  if (json[from] !== OPEN_LIST || json[from + 1] !== QUOTE) return null;
  let at = from + 2;
  for (; json[at] !== QUOTE; at++) {
    const byte = json[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e || byte === BACKSLASH || at - from > LONGEST_KEY) return null;
  }
  return json.toString('latin1', from + 2, at) as Key;
};

/** Neither a blank nor nothing. */
const isInk = (byte = 0): boolean => byte > 0x20;

const pairFrom = (json: Buffer, from: number): Pair | null => {
  const key = keyFrom(json, from);
  if (key === null) return null;
  const value = from + key.length + 4;
  const end = endOfValue(json, value);
  const isWhole =
    json[value - 1] === COMMA && end > value && isInk(json[value]) && isInk(json[end - 1]) && json[end] === CLOSE_LIST;
  return isWhole ? { from, to: end + 1, key } : null;
};

/**
 * Where the pairs of a commit begin and end, by their brackets alone: what stands in them nobody may ever ask for. Null when it is
 * not written as this program writes, which may be a commit all the same.
 */
export const pairsIn = (json: Buffer): Pair[] | null => {
  const last = json.length - 1;
  if (json[0] !== OPEN_LIST || json[last] !== CLOSE_LIST) return null;
  const pairs: Pair[] = [];
  for (let at = 1; at < last; at++) {
    const pair = pairFrom(json, at);
    if (pair === null || (json[pair.to] !== COMMA && pair.to !== last)) return null;
    pairs.push(pair);
    at = pair.to;
  }
  return pairs;
};

const DELETED = ',null]';

/** Says of a pair that its key is there no longer. */
export const isDeletion = (json: Buffer, { to, key, from }: Pair): boolean =>
  to - from === key.length + 3 + DELETED.length && json.toString('latin1', to - DELETED.length, to) === DELETED;
