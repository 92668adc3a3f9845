import { disk } from '../../src/store/disk.ts';
import type { Disk, DiskFile } from '../../src/store/disk.ts';

export type Call = Exclude<keyof DiskFile, 'id'> | Exclude<keyof Disk, 'inspect'>;

/** Asked at every call; what it throws is what the disk answers. For an append it may say how much is written before that. */
export type Fault = (call: Call, path: string) => { half: true; error: Error } | undefined;

export const ioError = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

/** The real disk, with somebody who may say no at every call. */
export const faultyDisk = (fault: Fault): Disk => {
  const ask = (call: Call, path: string): void => {
    const answer = fault(call, path);
    if (answer !== undefined) throw answer.error;
  };
  const wrapped = (file: DiskFile, path: string): DiskFile => ({
    id: file.id,
    append: async (bytes) => {
      const answer = fault('append', path);
      if (answer === undefined) return file.append(bytes);
      await file.append(bytes.subarray(0, bytes.length >> 1));
      throw answer.error;
    },
    read: async (at, length) => {
      ask('read', path);
      return file.read(at, length);
    },
    truncate: async (size) => {
      ask('truncate', path);
      await file.truncate(size);
    },
    datasync: async () => {
      ask('datasync', path);
      await file.datasync();
    },
    close: async () => {
      // A handle is given back even when closing it reports an error.
      await file.close();
      ask('close', path);
    },
  });
  return {
    inspect: (path) => disk.inspect(path),
    open: async (path) => {
      ask('open', path);
      const file = await disk.open(path);
      return file && wrapped(file, path);
    },
    create: async (path) => {
      ask('create', path);
      return wrapped(await disk.create(path), path);
    },
    rename: (from, to) => {
      ask('rename', from);
      disk.rename(from, to);
    },
    link: async (from, to) => {
      ask('link', from);
      await disk.link(from, to);
    },
    remove: async (path) => {
      ask('remove', path);
      await disk.remove(path);
    },
    syncFolder: async (path) => {
      ask('syncFolder', path);
      await disk.syncFolder(path);
    },
  };
};
