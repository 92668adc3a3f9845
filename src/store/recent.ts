import type { Key } from './table.ts';

/** How many are kept at least, once there are as many. At most twice as many are. */
const MANY = 2048;

/** What was asked for lately. Whoever goes through everything once shall not leave everything in memory. */
export class Recent<V> {
  #young = new Map<Key, V>();
  #old = new Map<Key, V>();

  get(key: Key): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.keep(key, old);
    return old;
  }

  keep(key: Key, value: V): V {
    if (this.#young.size >= MANY) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
