import { Low } from 'lowdb';
import { JournalFile } from './journal.ts';
import type { JournalOptions } from './journal.ts';
import { Table } from './table.ts';

/**
 * The embedded store: all records in memory, each change on the disk before its `update` resolves.
 * One `update` is one transaction: all that it changes is there after a crash, or none of it.
 */
export class Database<V> extends Low<Table<V>> {
  readonly #journal: JournalFile<V>;

  private constructor(journal: JournalFile<V>) {
    super(journal, new Table());
    this.#journal = journal;
  }

  static async open<V>(path: string, options?: JournalOptions): Promise<Database<V>> {
    const database = new Database(new JournalFile<V>(path, options));
    await database.read();
    return database;
  }

  /** A change that throws changes nothing, and is thrown on. It is made at once: nothing can be awaited in it. */
  override async update(change: (table: Table<V>) => void): Promise<void> {
    this.data.change(change);
    await this.write();
  }

  /** When it resolves the file holds no former value of any record. */
  purge(): Promise<void> {
    return this.#journal.purge();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}
