import type { Disk, ReadableFile } from './disk.ts';
import type { ReadJournal } from './read-journal.ts';

/** A name of its own each time, in the order of their ages, that every file system can hold. */
const beside = (path: string): string => `${path}.cut-${new Date().toISOString().replaceAll(':', '-')}`;

/**
 * Keeps what is behind the last whole line in a file of its own, durably, and says what it was. An interrupted write was
 * promised to nobody; but where there are NULs a disk may have lost lines that were.
 */
export const keepCutOff = async (
  { disk, path }: { readonly disk: Disk; readonly path: string },
  journal: ReadableFile,
  { whole, end }: Pick<ReadJournal, 'whole' | 'end'>,
): Promise<string> => {
  const bytes = await journal.read(whole, end - whole);
  const name = beside(path);
  const file = await disk.create(name);
  try {
    await file.append(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
  await disk.syncFolder(path);
  const doubt = bytes.includes(0) ? ' There are NULs among them: look in a copy whether more than that line is missing.' : '';
  return (
    `${path} ended in a torn line, as an interrupted write leaves it: ${bytes.length} bytes from byte ${whole} on were cut off, ` +
    `and are kept in ${name}.${doubt}`
  );
};
