import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../cases/digest.ts';
import type { Mailing, Post } from '../ports.ts';

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};

/** Messages as files that any mail program opens; nothing leaves the machine. Of the same message there is one file. */
export const createFilePost = (folder: string): Required<Post> => {
  const placeOf = ({ about, messageId }: Omit<Mailing, 'eml'>): string =>
    join(folder, `${about.replace(/[^\w .-]/g, '')} ${sha256(messageId).slice(0, 12)}.eml`);

  return {
    send: async (mailing) => {
      const path = placeOf(mailing);
      try {
        if (await isThere(path)) return { kind: 'sent' };
        await mkdir(folder, { recursive: true });
        // Whole or not at all: a name is given to what lies on the disk already.
        await writeFile(`${path}.draft`, mailing.eml, { flush: true });
        await rename(`${path}.draft`, path);
        return { kind: 'sent' };
      } catch (error) {
        // A full disk, a folder that may not be written to: nothing lies there.
        return { kind: 'again', words: error instanceof Error ? error.message : String(error) };
      }
    },
    lookUp: async (mailing) => ({ kind: (await isThere(placeOf(mailing))) ? 'sent' : 'absent' }),
  };
};
