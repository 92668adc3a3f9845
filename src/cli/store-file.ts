import { plain } from '../languages/speak.ts';
import { inFolder } from '../ports/store-place.ts';
import type { StorePlace } from '../ports/store-place.ts';
import { openStore, readingStore } from '../store/open-store.ts';
import type { ReadOnlyStore } from '../store/read-only.ts';
import { StoreError } from '../ports.ts';
import type { Store } from '../ports.ts';
import { storeOf } from '../settings.ts';
import { settings } from './account-options.ts';
import type { Terminal } from './run.ts';
import { UsageError } from './usage-error.ts';

/** A store that says no is told, and is no bug. */
const inWords = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(plain(error.message), { cause: error });
    throw error;
  }
};

/** The folder that was named, or what the settings say. */
export const placeOf = (folder: string | undefined): StorePlace => (folder === undefined ? storeOf(settings()) : inFolder(folder));

/** Reads beside whoever writes. */
export const withStoreToRead = <T>(folder: string | undefined, work: (store: ReadOnlyStore) => Promise<T>): Promise<T> =>
  inWords(readingStore(placeOf(folder), work));

/** Does a work as the owner of the store: the bot has to be stopped meanwhile. Where no store is, one would be created. */
export const withStore = async <T>(
  folder: string | undefined,
  { err }: Terminal,
  work: (store: Store) => Promise<T>,
): Promise<T> => {
  const tell = (sentence: string): void => {
    err(plain(sentence));
  };
  const store = await inWords(openStore(placeOf(folder), { tell }));
  try {
    return await inWords(work(store));
  } finally {
    await store.close();
  }
};
