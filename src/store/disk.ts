import { constants, fstatSync, renameSync, statSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file as it stands under its name: which one it is, and how long. */
interface Standing {
  readonly id: string;
  readonly size: number;
}

export interface DiskFile {
  /** Stays the same through renaming; another file under the same name has another one. */
  readonly id: string;
  append: (bytes: Uint8Array) => Promise<void>;
  /** Fewer bytes than asked for only at the end of the file. */
  read: (at: number, length: number) => Promise<Buffer>;
  truncate: (size: number) => Promise<void>;
  /** The content, and the size that is needed to read it. */
  datasync: () => Promise<void>;
  close: () => Promise<void>;
}

/** All that the journal asks of a disk. What is synchronous has to follow a check without letting anybody in between. */
export interface Disk {
  open: (path: string) => Promise<DiskFile | null>;
  /** Refuses when there is a file already. */
  create: (path: string) => Promise<DiskFile>;
  inspect: (path: string) => Standing | null;
  rename: (from: string, to: string) => void;
  /** A second name; refuses when that name is taken. */
  link: (from: string, to: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
  /** Makes names durable: what was created, renamed or removed beside this path. */
  syncFolder: (path: string) => Promise<void>;
}

/** What a journal is read from. */
export type ReadableFile = Pick<DiskFile, 'read'>;

const idOf = ({ dev, ino }: { dev: number; ino: number }): string => `${String(dev)}:${String(ino)}`;

const fileOf = (handle: FileHandle): DiskFile => ({
  id: idOf(fstatSync(handle.fd)),
  append: (bytes) => handle.appendFile(bytes),
  read: async (at, length) => {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    for (let read = -1; read !== 0 && filled < length; filled += read) {
      read = (await handle.read(buffer, filled, length - filled, at + filled)).bytesRead;
    }
    return buffer.subarray(0, filled);
  },
  truncate: (size) => handle.truncate(size),
  datasync: () => handle.datasync(),
  close: () => handle.close(),
});

const openAs = async (path: string, flags: number): Promise<DiskFile | null> => {
  try {
    return fileOf(await open(path, flags));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** A file of which nothing but its content is wanted; it need not be writable. */
export const openToRead = (path: string): Promise<Pick<DiskFile, 'read' | 'close'> | null> => openAs(path, constants.O_RDONLY);

export const disk: Disk = {
  open: (path) => openAs(path, constants.O_RDWR | constants.O_APPEND),
  create: async (path) => fileOf(await open(path, 'ax+')),
  inspect: (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : { id: idOf(found), size: found.size };
  },
  rename: renameSync,
  link,
  remove: (path) => rm(path, { force: true }),
  syncFolder: async (path) => {
    // Windows opens no directories, and keeps names in a journal of its own.
    if (process.platform === 'win32') return;
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  },
};
