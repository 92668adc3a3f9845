import { join } from 'node:path';
import { openReadOnly } from '../store/read-only.ts';
import type { ReadOnlyStore } from '../store/read-only.ts';
import { StoreError } from '../ports.ts';
import { UsageError } from './usage-error.ts';

/** Where the embedded store keeps its file. */
export const storeFile = (folder = './data'): string => join(folder, 'handshake.jsonl');

/** Reads beside whoever writes; a store that cannot be read is told, and is no bug. */
export const readStore = async (folder?: string): Promise<ReadOnlyStore> => {
  try {
    return await openReadOnly(storeFile(folder));
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
};
