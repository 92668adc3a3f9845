import { Recent } from './recent.ts';
import { Texts } from './texts.ts';
import type { Pair } from './texts.ts';

/** What it is, and which one: `case/2026-0042`, `outbox/17`. */
export type Key = `${string}/${string}`;

/** Stands for the value that a key has in the journal: nobody needs to look at it to put it back. */
const AS_READ = Symbol('as it was read');

type Former<V> = V | typeof AS_READ | undefined;

/** What was changed since the last commit was gathered. */
export interface Changes<V> {
  /** What each changed key held before; undefined when it was not there. */
  readonly former: ReadonlyMap<Key, Former<V>>;
  /** Each changed key with its new value, as JSON: `["case/1",{…}]`, or null for what was deleted. */
  readonly pairs: ReadonlyMap<Key, string>;
}

const isKey = (key: string): key is Key => key.indexOf('/') > 0;

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

export const pairOf = (key: Key, value: unknown): string => {
  // For undefined and functions JSON.stringify gives undefined, whatever its type says.
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined || text === 'null')
    throw new TypeError(`${key}: ${String(value)} cannot be stored; delete the key instead`);
  return `[${JSON.stringify(key)},${text}]`;
};

/**
 * All records in memory. What comes from a journal stays the text that it was there until somebody asks for it, and is parsed
 * then. The table remembers what each changed key held until the change is durable, so that it can be undone.
 * Values are replaced, never changed in place: a change in place would be seen by nobody, and could not be undone.
 */
export class Table<V> {
  readonly #texts = new Texts();
  /** What was written since, and what cannot be left as a text. */
  readonly #own = new Map<Key, V>();
  readonly #recent = new Recent<V>();
  #former = new Map<Key, Former<V>>();
  #pairs = new Map<Key, string>();
  #changing: Map<Key, Former<V>> | null = null;

  get size(): number {
    return this.#texts.live + this.#own.size;
  }

  has(key: Key): boolean {
    return this.#own.has(key) || this.#texts.find(key) !== null;
  }

  /** Gives the very same value again, unless much else was asked for in between. */
  get(key: Key): V | undefined {
    const own = this.#own.get(key);
    const place = own === undefined ? this.#texts.find(key) : null;
    return place === null ? own : (this.#recent.get(key) ?? this.#recent.keep(key, this.#texts.value(place) as V));
  }

  /** The same, for somebody who looks at it once. */
  glance(key: Key): V | undefined {
    const own = this.#own.get(key);
    const place = own === undefined ? this.#texts.find(key) : null;
    return place === null ? own : (this.#texts.value(place) as V);
  }

  /** In the order in which the keys came. */
  *keys(): Generator<Key> {
    for (const [key] of this.#places()) yield key;
  }

  *[Symbol.iterator](): Generator<readonly [Key, V]> {
    for (const [key, place] of this.#places()) {
      const value = place === null ? this.#own.get(key) : (this.#texts.value(place) as V);
      if (value !== undefined) yield [key, value];
    }
  }

  /** Each record as it stands in a journal. What was read is not looked at. */
  *pairs(): Generator<Buffer> {
    for (const [key, place] of this.#places())
      yield place === null ? Buffer.from(pairOf(key, this.#own.get(key))) : this.#texts.pair(place);
  }

  /** The only place where the table may be changed: all of it, or, when it throws, nothing. */
  change(make: (table: this) => unknown): void {
    if (this.#changing !== null) throw new TypeError('A change cannot begin inside a change');
    const former = new Map<Key, Former<V>>();
    this.#changing = former;
    try {
      const result = make(this);
      if (isThenable(result)) {
        result.then(undefined, () => undefined);
        throw new TypeError('A change is made at once: gather what has to be awaited before, then update');
      }
      // Written out here, so that a value which has no JSON fails its own change and not everybody's commit.
      const pairs = [...former.keys()].map((key) => [key, this.#pairNow(key)] as const);
      for (const [key, pair] of pairs) this.#pairs.set(key, pair);
    } catch (error) {
      this.fill(former);
      throw error;
    } finally {
      this.#changing = null;
    }
    for (const [key, value] of former) if (!this.#former.has(key)) this.#former.set(key, value);
  }

  set(key: Key, value: V): this {
    if (!isKey(key)) throw new TypeError(`${JSON.stringify(key)} is no key: a key begins with its kind and a slash`);
    this.#note(key);
    this.#put(key, value);
    return this;
  }

  delete(key: Key): boolean {
    this.#note(key);
    const wasThere = this.has(key);
    this.#remove(key);
    return wasThere;
  }

  clear(): void {
    for (const key of this.keys()) this.delete(key);
  }

  /** The changes since the last call, for one commit. */
  take(): Changes<V> {
    const changes = { former: this.#former, pairs: this.#pairs };
    this.#former = new Map();
    this.#pairs = new Map();
    return changes;
  }

  /** Puts records in, or takes those without a value out, as something that is durable already. */
  fill(records: Iterable<readonly [Key, Former<V> | null]>): void {
    for (const [key, value] of records) {
      if (value === null || value === undefined) this.#remove(key);
      else if (value === AS_READ) this.#restore(key);
      else this.#put(key, value);
    }
  }

  /** Puts in a record of a line as it was read there. */
  fillAsRead(line: Buffer, pair: Pair): void {
    this.#own.delete(pair.key);
    this.#texts.put(line, pair);
  }

  #put(key: Key, value: V): void {
    this.#own.set(key, value);
    this.#texts.cover(key);
  }

  #remove(key: Key): void {
    this.#own.delete(key);
    this.#texts.drop(key);
  }

  #restore(key: Key): void {
    this.#own.delete(key);
    this.#texts.restore(key);
  }

  /** All keys, and where each stands as a text; null when it does not. */
  *#places(): Generator<readonly [Key, place: number | null]> {
    yield* this.#texts.keys();
    for (const key of this.#own.keys()) if (!this.#texts.isCovered(key)) yield [key, null];
  }

  #note(key: Key): void {
    if (this.#changing === null) throw new TypeError(`${key} was to be changed outside update(), where nobody would keep it`);
    if (this.#changing.has(key)) return;
    this.#changing.set(key, this.#texts.find(key) === null ? this.#own.get(key) : AS_READ);
  }

  #pairNow(key: Key): string {
    return this.has(key) ? pairOf(key, this.get(key)) : `[${JSON.stringify(key)},null]`;
  }
}
