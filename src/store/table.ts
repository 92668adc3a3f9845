/** What it is, and which one: `case/2026-0042`, `outbox/17`. */
export type Key = `${string}/${string}`;

/** What was changed since the last commit was gathered. */
export interface Changes<V> {
  /** What each changed key held before; undefined when it was not there. */
  readonly former: ReadonlyMap<Key, V | undefined>;
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
 * All records in memory. It remembers what each changed key held until the change is durable, so that it can be undone.
 * Values are replaced, never changed in place: a change in place would be seen by nobody, and could not be undone.
 */
export class Table<V> extends Map<Key, V> {
  #former = new Map<Key, V | undefined>();
  #pairs = new Map<Key, string>();
  #changing: Map<Key, V | undefined> | null = null;

  /** The only place where the table may be changed: all of it, or, when it throws, nothing. */
  change(make: (table: this) => unknown): void {
    if (this.#changing !== null) throw new TypeError('A change cannot begin inside a change');
    const former = new Map<Key, V | undefined>();
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

  override set(key: Key, value: V): this {
    if (!isKey(key)) throw new TypeError(`${JSON.stringify(key)} is no key: a key begins with its kind and a slash`);
    this.#note(key);
    return super.set(key, value);
  }

  override delete(key: Key): boolean {
    this.#note(key);
    return super.delete(key);
  }

  override clear(): void {
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
  fill(records: Iterable<readonly [Key, V | null | undefined]>): void {
    for (const [key, value] of records) {
      if (value === null || value === undefined) super.delete(key);
      else super.set(key, value);
    }
  }

  #note(key: Key): void {
    if (this.#changing === null) throw new TypeError(`${key} was to be changed outside update(), where nobody would keep it`);
    if (!this.#changing.has(key)) this.#changing.set(key, super.get(key));
  }

  #pairNow(key: Key): string {
    return this.has(key) ? pairOf(key, this.get(key)) : `[${JSON.stringify(key)},null]`;
  }
}
