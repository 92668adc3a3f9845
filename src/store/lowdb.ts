import type { Store } from '../ports.ts';
import { Contents } from './contents.ts';
import { Database } from './database.ts';
import type { JournalOptions } from './journal.ts';
import { storeOver } from './kept-store.ts';
import { MemoryTable } from './memory-table.ts';

/** The store in one file. */
export const openLowdbStore = async (path: string, options?: JournalOptions): Promise<Store> => {
  const database = await Database.open<unknown>(path, options);
  try {
    const contents = new Contents(database, path);
    await contents.goThrough();
    return storeOver(contents);
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** The same store, kept nowhere. */
export const createMemoryStore = (): Store => storeOver(new Contents(new MemoryTable(), 'the store in memory'));
