import { grown } from './sorted-page.ts';
import type { Key } from './table.ts';

/** Few enough, and each so small that it is soon made larger: growing one map of a million keys takes longer than any command. */
const SHARDS = 256;
const FIRST = 64;
/** What a shard is until something is put into it, the same for all: most stores are small. */
const NONE = new Uint32Array(1);

/** FNV-1a. */
const hashOf = (key: Key): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** At which place a key is, without keeping the key: that is asked of whoever has it. */
export class TextIndex {
  readonly #isAt: (place: number, key: Key) => boolean;
  /** Places, one more than they are: zero is free. */
  readonly #shards = new Array<Uint32Array>(SHARDS).fill(NONE);
  readonly #filled = new Uint32Array(SHARDS);
  /** So is that of everything that was begun by this process: nobody shall pay for what there is not. */
  #isEmpty = true;
  #hashes = new Uint32Array(64);

  constructor(isAt: (place: number, key: Key) => boolean) {
    this.#isAt = isAt;
  }

  find(key: Key): number | null {
    if (this.#isEmpty) return null;
    const hash = hashOf(key);
    const shard = this.#shardOf(hash);
    const place = shard[this.#slotOf(shard, hash, key)] ?? 0;
    return place === 0 ? null : place - 1;
  }

  /** A key that is there already has a new place from here on. */
  set(key: Key, place: number): void {
    this.#isEmpty = false;
    const hash = hashOf(key);
    const shard = this.#withRoom(hash % SHARDS);
    const slot = this.#slotOf(shard, hash, key);
    const isNew = shard[slot] === 0;
    shard[slot] = place + 1;
    this.#hashes = grown(this.#hashes, place + 1);
    this.#hashes[place] = hash;
    if (isNew) this.#filled[hash % SHARDS] = (this.#filled[hash % SHARDS] ?? 0) + 1;
  }

  #shardOf(hash: number): Uint32Array {
    return this.#shards[hash % SHARDS] ?? NONE;
  }

  /** Where a key stands, or the free slot where it belongs. There is always a free one. */
  #slotOf(shard: Uint32Array, hash: number, key: Key): number {
    let slot = this.#firstSlot(shard, hash);
    for (let place; (place = shard[slot] ?? 0) !== 0; slot = (slot + 1) % shard.length) {
      if (this.#hashes[place - 1] === hash && this.#isAt(place - 1, key)) break;
    }
    return slot;
  }

  #firstSlot(shard: Uint32Array, hash: number): number {
    return Math.floor(hash / SHARDS) % shard.length;
  }

  /** A shard of which half is free when one more is in it. */
  #withRoom(at: number): Uint32Array {
    const shard = this.#shards[at] ?? NONE;
    if (((this.#filled[at] ?? 0) + 1) * 2 <= shard.length) return shard;
    const larger = new Uint32Array(Math.max(FIRST, shard.length * 2));
    for (const place of shard) if (place !== 0) larger[this.#freeSlot(larger, this.#hashes[place - 1] ?? 0)] = place;
    this.#shards[at] = larger;
    return larger;
  }

  #freeSlot(shard: Uint32Array, hash: number): number {
    let slot = this.#firstSlot(shard, hash);
    while (shard[slot] !== 0) slot = (slot + 1) % shard.length;
    return slot;
  }
}
