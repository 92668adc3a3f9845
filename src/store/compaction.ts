import type { Disk } from './disk.ts';
import type { FencedFile } from './fenced-file.ts';
import { CHUNK } from './journal-lines.ts';
import { NewJournal } from './new-journal.ts';

interface Compaction {
  readonly disk: Disk;
  readonly version: number;
  readonly tail: FencedFile;
  /** Each as the pair that it is in a line. */
  readonly records: Iterable<Buffer>;
  /** Resolves when everything that the records show now is durable. */
  readonly settled: () => Promise<void>;
  /** Throws when something that the records showed meanwhile was undone: the snapshot may hold it. */
  readonly check: () => void;
  /** Does its work while no commit is being written. */
  readonly betweenCommits: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Writes the live records into a new file while commits go on in the old one: first each record as it is when its turn comes,
 * then the lines that were appended meanwhile. A record is a whole value, so that reading one twice does no harm.
 * Commits wait only while the last few lines are copied. Returns how many records the snapshot holds.
 */
export const compact = async ({ disk, version, tail, records, settled, check, betweenCommits }: Compaction): Promise<number> => {
  const fresh = await NewJournal.begin(disk, tail.path, version);
  let copied = tail.size;
  const copyTo = async (end: number): Promise<void> => {
    await fresh.copy(tail.file, copied, end);
    copied = end;
  };
  try {
    await fresh.putAll(records);
    await settled();
    do await copyTo(tail.size);
    while (tail.size - copied > CHUNK);
    await fresh.durable();
    await betweenCommits(async () => {
      await copyTo(tail.size);
      await fresh.durable();
      fresh.replace(() => {
        tail.check();
        check();
      });
      await tail.moveTo(fresh.file, fresh.size);
    });
    return fresh.records;
  } catch (error) {
    await fresh.abandon();
    throw error;
  }
};
