import { grown } from './sorted-page.ts';
import type { Key } from './table.ts';
import { TextIndex } from './text-index.ts';

/** A pair in a line of a journal: `["case/1",{…}]`. */
export interface Pair {
  /** Where it begins in that line, and where it ends. */
  readonly from: number;
  readonly to: number;
  readonly key: Key;
}

/** The first block is for a small store; each is twice as large as the one before, up to the largest. */
const FIRST_BLOCK = 1 << 14;
const LARGEST_BLOCK = 1 << 22;
/** Of `["` before a key, and of `",` behind it. */
const AROUND_KEY = 2;

const LIVE = 0;
/** Another value stands for it, in its place. */
const COVERED = 1;
const GONE = 2;

/**
 * Pairs as they stood in the journal, outside of what the collector goes through, in the order in which their keys came. They are
 * put in while a journal is read, and never changed; but what stands for one of them, or that it is gone, is noted here.
 */
export class Texts {
  readonly #blocks: Buffer[] = [];
  /** Of the last block. */
  #used = 0;
  #size = 0;
  /** For each pair: which block, where in it, how long it is and its key, and what has become of it. */
  #block = new Uint32Array(64);
  #from = new Uint32Array(64);
  #length = new Uint32Array(64);
  #keyLength = new Uint16Array(64);
  #fate = new Uint8Array(64);
  readonly #index = new TextIndex((place, key) => this.#isKeyAt(place, key));
  #count = 0;
  #live = 0;

  /** How many are live. */
  get live(): number {
    return this.#live;
  }

  /** Where a live pair is; null when there is none. */
  find(key: Key): number | null {
    const place = this.#index.find(key);
    return place !== null && this.#fate[place] === LIVE ? place : null;
  }

  isCovered(key: Key): boolean {
    const place = this.#index.find(key);
    return place !== null && this.#fate[place] === COVERED;
  }

  put(line: Buffer, { from, to, key }: Pair): void {
    let place = this.#index.find(key);
    // As in a map: what was there keeps its turn, and what was deleted in between has a new one.
    if (place === null || this.#fate[place] === GONE) this.#index.set(key, (place = this.#newPlace()));
    if (this.#fate[place] !== LIVE) this.#live++;
    const length = to - from;
    if (this.#used + length > this.#size) this.#addBlock(length);
    const block = this.#blocks.length - 1;
    this.#blocks[block]?.set(line.subarray(from, to), this.#used);
    this.#block[place] = block;
    this.#from[place] = this.#used;
    this.#length[place] = length;
    this.#keyLength[place] = key.length;
    this.#fate[place] = LIVE;
    this.#used += length;
  }

  cover(key: Key): void {
    if (this.find(key) !== null) this.#become(key, COVERED);
  }

  drop(key: Key): void {
    this.#become(key, GONE);
  }

  restore(key: Key): void {
    this.#become(key, LIVE);
  }

  /** The keys of those that are not gone, each with its place; null when another value stands for it. */
  *keys(): Generator<readonly [Key, place: number | null]> {
    for (let place = 0; place < this.#count; place++) {
      const fate = this.#fate[place];
      if (fate !== GONE) yield [this.#keyAt(place), fate === LIVE ? place : null];
    }
  }

  pair(place: number): Buffer {
    const from = this.#from[place] ?? 0;
    return this.#blockOf(place).subarray(from, from + (this.#length[place] ?? 0));
  }

  value(place: number): unknown {
    const from = this.#keyFrom(place) + (this.#keyLength[place] ?? 0) + AROUND_KEY;
    return JSON.parse(this.#blockOf(place).toString('utf8', from, (this.#from[place] ?? 0) + (this.#length[place] ?? 0) - 1));
  }

  #become(key: Key, fate: number): void {
    const place = this.#index.find(key);
    if (place === null) return;
    if (this.#fate[place] === LIVE) this.#live--;
    this.#fate[place] = fate;
    if (fate === LIVE) this.#live++;
  }

  #newPlace(): number {
    const place = this.#count++;
    this.#block = grown(this.#block, this.#count);
    this.#from = grown(this.#from, this.#count);
    this.#length = grown(this.#length, this.#count);
    this.#keyLength = grown(this.#keyLength, this.#count);
    this.#fate = grown(this.#fate, this.#count);
    this.#fate[place] = GONE;
    return place;
  }

  #addBlock(length: number): void {
    this.#size = Math.max(FIRST_BLOCK, Math.min(this.#size * 2, LARGEST_BLOCK), length);
    this.#blocks.push(Buffer.allocUnsafeSlow(this.#size));
    this.#used = 0;
  }

  #blockOf(place: number): Buffer {
    return this.#blocks[this.#block[place] ?? 0] ?? Buffer.alloc(0);
  }

  #keyFrom(place: number): number {
    return (this.#from[place] ?? 0) + AROUND_KEY;
  }

  #keyAt(place: number): Key {
    const from = this.#keyFrom(place);
    return this.#blockOf(place).toString('latin1', from, from + (this.#keyLength[place] ?? 0)) as Key;
  }

  #isKeyAt(place: number, key: Key): boolean {
    if (this.#keyLength[place] !== key.length) return false;
    const block = this.#blockOf(place);
    const from = this.#keyFrom(place);
    for (let at = 0; at < key.length; at++) if (block[from + at] !== key.charCodeAt(at)) return false;
    return true;
  }
}
