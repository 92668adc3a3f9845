import { join } from 'node:path';

/** Where the embedded store keeps its file. */
export const storeFile = (folder: string): string => join(folder, 'handshake.jsonl');
