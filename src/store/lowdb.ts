import type { Store } from '../ports.ts';
import { Contents } from './contents.ts';
import { Database } from './database.ts';
import type { JournalOptions } from './journal.ts';
import { storeOver } from './kept-store.ts';
import { StoreError } from './store-error.ts';
import { MemoryTable } from './memory-table.ts';

const isOfTheMachine = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === 'object' && error !== null && 'syscall' in error;

/** What the machine says no to is told like everything else that keeps a store from opening. */
export const inWords = async <T>(path: string, opening: Promise<T>): Promise<T> => {
  try {
    return await opening;
  } catch (error) {
    if (!isOfTheMachine(error)) throw error;
    throw new StoreError(
      'unusable',
      `${path}: cannot be opened (${error.message}). Look whether its folder is there, can be written, and has room.`,
      error,
    );
  }
};

/** The store in one file. */
export const openLowdbStore = async (path: string, options?: JournalOptions): Promise<Store> => {
  const database = await inWords(path, Database.open<unknown>(path, options));
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
