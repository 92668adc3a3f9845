import type { CaseId } from '../../cases/ids.ts';
import type { ReadOnlyStore } from '../read-only.ts';
import { reasonOf, StoreError } from '../store-error.ts';
import type { ConnectionOptions, Query } from './connections.ts';
import { InOrder } from './in-order.ts';
import { expectTables } from './migrations.ts';
import { reached } from './reaching.ts';
import { readsOf } from './reading.ts';
import { createRecords } from './records.ts';
import type { Row } from './statement.ts';
import { areKeepable } from './text.ts';

const WITHOUT_RECORD = `select distinct case_id from handshake_events as event
  where not exists (select 1 from handshake_cases where id = event.case_id)`;

const storeOver = (name: string, query: Query): ReadOnlyStore => {
  const rows = async (text: string, ...values: readonly unknown[]): Promise<readonly Row[]> => {
    // What no column can hold, none does.
    if (!areKeepable(values)) return [];
    try {
      return await query(text, values);
    } catch (error) {
      throw new StoreError('unusable', `${name}: cannot be read (${reasonOf(error)})`, error);
    }
  };
  return {
    ...readsOf({ rows }, createRecords(name), new InOrder()),
    withoutRecord: async () => (await rows(WITHOUT_RECORD)).map((row) => String(row.case_id) as CaseId).sort(),
  };
};

/**
 * Reads a database beside whoever writes: all of it as it was at one moment, so that no case looks damaged because somebody went on
 * with it meanwhile. The server lets nothing be changed, and no tables are made here.
 */
export const readingPostgres = async <T>(
  url: string,
  work: (store: ReadOnlyStore) => Promise<T>,
  options: ConnectionOptions = {},
): Promise<T> => {
  const connections = await reached(url, options);
  try {
    return await connections.alone(async (query) => {
      await query('begin isolation level repeatable read read only');
      await expectTables(connections.name, query);
      const done = await work(storeOver(connections.name, query));
      await query('commit');
      return done;
    });
  } finally {
    await connections.close();
  }
};
