import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FencedFile } from './fenced-file.ts';
import { commitOf } from './journal-lines.ts';
import { StoreError } from './store-error.ts';
import type { Table } from './table.ts';

type Waiter = PromiseWithResolvers<void>;

/** How many of those who have waited go on before somebody else has a turn. */
const STRETCH = 16;

/** All at once would hold up the process for as long as what each of them does next takes, together. */
const answer = async (group: readonly Waiter[]): Promise<void> => {
  for (const [place, { resolve }] of group.entries()) {
    if (place > 0 && place % STRETCH === 0) await nextTurn();
    resolve();
  }
};

/**
 * Group commit: all changes that were made while the disk was busy share one line and one fsync. There is never more than
 * one line on its way, so that after a crash only the last line can be torn.
 */
export class Commits<V> {
  readonly #table: Table<V>;
  readonly #tail: FencedFile;
  readonly #afterEach: () => void;
  /** Who waits for the commit that is being gathered, and the newest one. */
  #next: Waiter[] = [];
  #last: Promise<void> = Promise.resolve();
  #work: (() => Promise<void>) | null = null;
  #running: Promise<void> | null = null;
  #failures = 0;
  #written = 0;

  /** `afterEach` is called after each line, for under load there is always one more to write. */
  constructor(table: Table<V>, tail: FencedFile, afterEach: () => void) {
    this.#table = table;
    this.#tail = tail;
    this.#afterEach = afterEach;
  }

  /** How many records were written since the beginning. */
  get written(): number {
    return this.#written;
  }

  get failures(): number {
    return this.#failures;
  }

  /** The newest commit: whoever awaits it knows that all changes up to now are durable. */
  get last(): Promise<void> {
    return this.#last;
  }

  /** Settled when nothing is left to write; null when there is nothing now. */
  get running(): Promise<void> | null {
    return this.#running;
  }

  /** Asks for what has been changed in the table up to now. Has to follow the change in the same turn. */
  ask(): Promise<void> {
    const waiter: Waiter = Promise.withResolvers();
    this.#next.push(waiter);
    this.#last = waiter.promise;
    this.#run();
    return this.#last;
  }

  /** Does a work while nothing is being written. */
  between(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#work = () => work().then(resolve, reject);
      this.#run();
    });
  }

  #run(): void {
    this.#running ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#next.length > 0 || this.#work !== null) await this.#writeNext();
    } finally {
      // In the same breath as the look at what is left: whoever asked in between would wait for ever.
      this.#running = null;
    }
  }

  async #writeNext(): Promise<void> {
    const work = this.#work;
    this.#work = null;
    await work?.();
    // Whoever was answered by the commit before, and asks again at once, shares this one.
    await nextTurn();
    const group = this.#takeNext();
    if (group.length === 0) return;
    await this.#write(group);
    this.#afterEach();
  }

  async #write(group: readonly Waiter[]): Promise<void> {
    const { pairs, former } = this.#table.take();
    try {
      if (pairs.size > 0) await this.#tail.append(commitOf(pairs.values()));
      this.#written += pairs.size;
    } catch (error) {
      this.#failures++;
      // What was gathered meanwhile may rest on what has just failed, so it is undone first.
      this.#table.fill(this.#table.take().former);
      this.#table.fill(former);
      for (const { reject } of group) reject(error);
      const { path } = this.#tail;
      const because = new StoreError('not-kept', `${path}: not written, because the change before could not be`, error);
      for (const { reject } of this.#takeNext()) reject(because);
      return;
    }
    await answer(group);
  }

  #takeNext(): Waiter[] {
    const next = this.#next;
    this.#next = [];
    return next;
  }
}
