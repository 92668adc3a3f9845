import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secrets } from './secrets.ts';

const NAME = /^[a-z0-9][a-z0-9._-]{0,199}$/;

const written = async (path: string, value: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(value);
    await file.sync();
  } finally {
    await file.close();
  }
};

const syncFolder = async (folder: string): Promise<void> => {
  // Windows opens no directories, and keeps names in a journal of its own.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** Secrets as files of a folder that only we can read; each is replaced as a whole, or not at all. */
export const createSecretFiles = (folder: string): Secrets => {
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no name for a secret`);
    return join(folder, name);
  };

  return {
    read: async (name) => {
      try {
        return await readFile(pathOf(name), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (name, value) => {
      const path = pathOf(name);
      const draft = `${path}.${randomUUID()}`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await written(draft, value);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
  };
};
