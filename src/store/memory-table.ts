import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import type { KeptTable } from './contents.ts';
import { StoreError } from './store-error.ts';
import { Table } from './table.ts';

/** As durable as the process. What has been written needs to be neither kept elsewhere nor undone. */
class Forgetful implements Adapter<Table<unknown>> {
  isClosed = false;

  read(): Promise<null> {
    return Promise.resolve(null);
  }

  write(table: Table<unknown>): Promise<void> {
    const { former } = table.take();
    if (!this.isClosed) return Promise.resolve();
    table.fill(former);
    return Promise.reject(new StoreError('stopped', 'the store in memory: closed'));
  }
}

/** A table that is kept nowhere, for trying things out and for tests. */
export class MemoryTable extends Low<Table<unknown>> implements KeptTable {
  readonly #adapter: Forgetful;

  constructor() {
    const adapter = new Forgetful();
    super(adapter, new Table());
    this.#adapter = adapter;
  }

  override async update(change: (table: Table<unknown>) => void): Promise<void> {
    this.data.change(change);
    await this.write();
  }

  /** What is replaced is gone. */
  purge(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#adapter.isClosed = true;
    return Promise.resolve();
  }
}
