import { Agenda } from './agenda.ts';
import { Catalogue } from './catalogue.ts';
import type { NewRow } from './changes.ts';
import { Breaks } from './breaks.ts';
import { Rows } from './rows.ts';
import type { Table } from './table.ts';
import { Unsettled } from './unsettled.ts';

/** A table whose changes are durable when `update` resolves, and undone when it rejects. */
export interface KeptTable {
  readonly data: Table<unknown>;
  update: (change: (table: Table<unknown>) => void) => Promise<void>;
  /** Rids the place where the rows are kept of everything that they no longer hold; rejects when that has not worked. */
  purge: () => Promise<void>;
  close: () => Promise<void>;
}

/** The rows, and all that is needed to find one without looking through them. */
export class Contents {
  readonly rows: Rows;
  readonly agenda: Agenda;
  readonly catalogue: Catalogue;
  readonly unsettled = new Unsettled();
  readonly #kept: KeptTable;

  /** `name` is how the operator knows the place. */
  constructor(kept: KeptTable, name: string) {
    this.#kept = kept;
    this.rows = new Rows(kept.data, name);
    this.agenda = new Agenda();
    this.catalogue = new Catalogue();
  }

  /** Once, before anybody asks for anything. */
  async goThrough(): Promise<void> {
    const breaks = new Breaks();
    for (const key of this.#kept.data.keys()) {
      const row = this.rows.glance(key);
      this.agenda.refresh(key, row);
      this.catalogue.refresh(key, row);
      if (breaks.isDue) await breaks.take();
    }
  }

  /** Nothing may be on its way to these places. Resolves when the rows are durable; when it rejects, all is as it was. */
  async put(places: readonly string[], rows: readonly NewRow[]): Promise<void> {
    if (rows.length === 0) return;
    const vouched = rows.map(([key, row]) => [key, row && this.rows.vouch(key, row)] as const);
    const write = this.#kept.update((table) => {
      for (const [key, row] of vouched) {
        if (row === null) table.delete(key);
        else table.set(key, row);
      }
    });
    await this.unsettled.during(places, write, () => {
      for (const [key, row] of vouched) {
        this.agenda.refresh(key, row);
        if (row === null) this.catalogue.forget(key);
        else this.catalogue.refresh(key, row);
      }
    });
  }

  purge(): Promise<void> {
    return this.#kept.purge();
  }

  close(): Promise<void> {
    return this.#kept.close();
  }
}
