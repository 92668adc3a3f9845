import type { StorePlace } from '../ports/store-place.ts';
import type { Store } from '../ports.ts';
import type { JournalOptions } from './journal.ts';
import { openLowdbStore } from './lowdb.ts';
import { openReadOnly } from './read-only.ts';
import type { ReadOnlyStore } from './read-only.ts';
import { storeFile } from './store-file.ts';

/** The store, wherever it is. Whoever has no database loads nothing of what speaks to one. */
export const openStore = async (place: StorePlace, options: Pick<JournalOptions, 'tell'>): Promise<Store> => {
  if (place.kind === 'file') return openLowdbStore(storeFile(place.folder), options);
  const { openPostgresStore } = await import('./postgres/store.ts');
  return openPostgresStore(place.url);
};

/** Reads a store beside whoever writes. */
export const readingStore = async <T>(place: StorePlace, work: (store: ReadOnlyStore) => Promise<T>): Promise<T> => {
  if (place.kind === 'file') return work(await openReadOnly(storeFile(place.folder)));
  const { readingPostgres } = await import('./postgres/reading-beside.ts');
  return readingPostgres(place.url, work);
};
