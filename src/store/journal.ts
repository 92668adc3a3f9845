import type { Adapter } from 'lowdb';
import { Commits } from './commits.ts';
import { compact } from './compaction.ts';
import type { FencedFile } from './fenced-file.ts';
import { disk as realDisk } from './disk.ts';
import type { Disk } from './disk.ts';
import { CLOSED, lineOf } from './journal-lines.ts';
import { takeLease } from './lease.ts';
import type { LeaseTimes, Release } from './lease.ts';
import { migrations as ourMigrations, versionAfter } from './migrations.ts';
import type { Migration } from './migrations.ts';
import { openJournal } from './open-journal.ts';
import type { StoreError } from './store-error.ts';
import type { Table } from './table.ts';

export interface JournalOptions {
  readonly disk?: Disk;
  readonly migrations?: readonly Migration[];
  /** How many records more than twice the live ones the file may hold before it is compacted. */
  readonly slack?: number;
  readonly lease?: LeaseTimes;
  /** Told what the operator should know, though all went well. */
  readonly tell?: (sentence: string) => void;
}

const SLACK = 1024;

interface Opened<V> {
  readonly table: Table<V>;
  readonly tail: FencedFile;
  readonly commits: Commits<V>;
  readonly release: Release;
}

/**
 * A lowdb adapter whose write costs what has changed, not what is stored. When `write` resolves, the change is on the disk;
 * when it rejects, it is not in memory either.
 */
export class JournalFile<V> implements Adapter<Table<V>> {
  readonly #path: string;
  readonly #disk: Disk;
  readonly #migrations: readonly Migration[];
  readonly #options: JournalOptions;
  #opening: Promise<Opened<V>> | null = null;
  #opened: Opened<V> | null = null;
  /** How many records the file held, live or not, before any of the commits. */
  #writtenBefore = 0;
  #compacting: Promise<void> | null = null;
  #closing: Promise<void> | null = null;

  constructor(path: string, options: JournalOptions = {}) {
    this.#path = path;
    this.#disk = options.disk ?? realDisk;
    this.#migrations = options.migrations ?? ourMigrations;
    this.#options = options;
  }

  async read(): Promise<Table<V>> {
    this.#opening ??= this.#open();
    try {
      this.#opened = await this.#opening;
    } catch (error) {
      // What was in the way may be gone at the next try.
      this.#opening = null;
      throw error;
    }
    return this.#opened.table;
  }

  write(data: Table<V>): Promise<void> {
    if (this.#opened?.table !== data) return Promise.reject(new TypeError(`${this.#path}: to be read before it is written`));
    return this.#opened.commits.ask();
  }

  /** Compacts now, however little there is to win. Rejects when older lines are still there, or might be back after a power cut. */
  async purge(): Promise<void> {
    const opened = this.#opened;
    if (opened === null) throw new TypeError(`${this.#path}: to be read before it is purged`);
    // One that has begun before may be copying the very lines that shall go.
    while (this.#compacting !== null) await this.#compacting;
    opened.tail.check();
    await this.#compactNow(opened);
    opened.tail.check();
  }

  /** Keeps what was asked for before, refuses what comes after, and marks that the file ends in good order. */
  async close(): Promise<void> {
    if (this.#opened !== null) await (this.#closing ??= this.#close(this.#opened));
  }

  async #close({ tail, commits, release }: Opened<V>): Promise<void> {
    await commits.last.catch(() => undefined);
    tail.beginToClose();
    for (let busy; (busy = commits.running ?? this.#compacting) !== null;) await busy;
    try {
      await tail.close(lineOf(CLOSED));
    } finally {
      await release();
    }
  }

  async #open(): Promise<Opened<V>> {
    const guard: { lost?: StoreError; tail?: FencedFile } = {};
    const lose = (cause: StoreError): void => {
      guard.lost = cause;
      guard.tail?.stop(cause);
    };
    const release = await takeLease(`${this.#path}.lock`, lose, this.#options.lease);
    try {
      const { tail, records, written } = await openJournal({
        disk: this.#disk,
        path: this.#path,
        migrations: this.#migrations,
        tell: this.#options.tell ?? (() => undefined),
      });
      guard.tail = tail;
      if (guard.lost !== undefined) tail.stop(guard.lost);
      const table = records as Table<V>;
      this.#writtenBefore = written;
      const compactSoon = (): void => {
        this.#compactIfWorthwhile(opened);
      };
      const opened = { table, tail, commits: new Commits(table, tail, compactSoon), release };
      compactSoon();
      return opened;
    } catch (error) {
      await release();
      throw error;
    }
  }

  #compactIfWorthwhile(opened: Opened<V>): void {
    const { table, tail, commits } = opened;
    const isWorthwhile = this.#writtenBefore + commits.written > 2 * table.size + (this.#options.slack ?? SLACK);
    if (this.#compacting !== null || tail.isStopped || !isWorthwhile) return;
    // The old file is as good as before.
    this.#compactNow(opened).catch(() => undefined);
  }

  #compactNow(opened: Opened<V>): Promise<void> {
    const compacting = this.#compact(opened).finally(() => {
      this.#compacting = null;
    });
    this.#compacting = compacting.catch(() => undefined);
    return compacting;
  }

  async #compact({ table, tail, commits }: Opened<V>): Promise<void> {
    const { written, failures } = commits;
    try {
      const records = await compact({
        disk: this.#disk,
        version: versionAfter(this.#migrations),
        tail,
        records: table.pairs(),
        settled: () => commits.last,
        check: () => {
          if (failures !== commits.failures) throw new Error('a commit has failed meanwhile');
        },
        betweenCommits: (work) => commits.between(work),
      });
      this.#writtenBefore = records - written;
    } catch (error) {
      // Tried again after as many records again.
      this.#writtenBefore = table.size - commits.written;
      throw error;
    }
  }
}
