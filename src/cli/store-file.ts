import { plain } from '../languages/speak.ts';
import { openLowdbStore } from '../store/lowdb.ts';
import { openReadOnly } from '../store/read-only.ts';
import { storeFile } from '../store/store-file.ts';
import type { ReadOnlyStore } from '../store/read-only.ts';
import { StoreError } from '../ports.ts';
import type { Store } from '../ports.ts';
import { settings } from './account-options.ts';
import type { Terminal } from './run.ts';
import { UsageError } from './usage-error.ts';

/** A store that says no is told, and is no bug. */
const inWords = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
};

/** Reads beside whoever writes. */
export const readStore = (folder?: string): Promise<ReadOnlyStore> => inWords(openReadOnly(storeFile(folder ?? settings().DATA)));

/** Does a work as the owner of the store: the bot has to be stopped meanwhile. Where no store is, one would be created. */
export const withStore = async <T>(
  folder: string | undefined,
  { err }: Terminal,
  work: (store: Store) => Promise<T>,
): Promise<T> => {
  const tell = (sentence: string): void => {
    err(plain(sentence));
  };
  const store = await inWords(openLowdbStore(storeFile(folder ?? settings().DATA), { tell }));
  try {
    return await inWords(work(store));
  } finally {
    await store.close();
  }
};
