import { keepCutOff } from './cut-off.ts';
import type { Disk } from './disk.ts';
import { FencedFile } from './fenced-file.ts';
import { lineOf, OPENED } from './journal-lines.ts';
import { inNewForm, versionAfter } from './migrations.ts';
import type { Migration } from './migrations.ts';
import { NewJournal } from './new-journal.ts';
import { readJournal } from './read-journal.ts';
import type { ReadJournal } from './read-journal.ts';
import { reasonOf, StoreError } from './store-error.ts';
import { Table } from './table.ts';

export interface OpenJournal {
  readonly tail: FencedFile;
  readonly records: Table<unknown>;
  /** How many records the file holds, live or not. */
  readonly written: number;
}

interface Opening {
  readonly disk: Disk;
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly tell: (sentence: string) => void;
}

/** With a second name first, so that at no instant there is a journal without its header. */
const create = async ({ disk, path, migrations }: Opening): Promise<OpenJournal> => {
  const fresh = await NewJournal.begin(disk, path, versionAfter(migrations));
  try {
    await fresh.durable();
    await fresh.settle();
  } catch (error) {
    await fresh.abandon();
    throw error;
  }
  return { tail: new FencedFile(disk, path, fresh.file, fresh.size), records: new Table(), written: 0 };
};

const upgradedOrRefused = ({ version, records }: ReadJournal, { path, migrations }: Opening): Table<unknown> => {
  try {
    return inNewForm(records, migrations.slice(version - 1));
  } catch (error) {
    throw new StoreError(
      'not-upgraded',
      `${path}: cannot be brought from version ${version} to ${versionAfter(migrations)}: ${reasonOf(error)}. The file is left ` +
        'as it is: go on with the program that wrote it.',
      error,
    );
  }
};

/** The old file stays whole until the new one is complete and on the disk. */
const upgrade = async (found: ReadJournal, tail: FencedFile, opening: Opening): Promise<OpenJournal> => {
  const { disk, path, migrations, tell } = opening;
  const records = upgradedOrRefused(found, opening);
  // The new file has no place for what was torn either.
  if (found.whole < found.end) tell(await keepCutOff(opening, tail.file, found));
  const fresh = await NewJournal.begin(disk, path, versionAfter(migrations));
  try {
    await fresh.putAll(records.pairs());
    await fresh.durable();
    fresh.replace(() => {
      tail.check();
    });
  } catch (error) {
    await fresh.abandon();
    throw error;
  }
  await tail.moveTo(fresh.file, fresh.size);
  tell(`${path} was brought from version ${found.version} to ${versionAfter(migrations)}.`);
  return { tail, records, written: fresh.records };
};

const goOn = async (found: ReadJournal, tail: FencedFile, opening: Opening): Promise<OpenJournal> => {
  const { whole, end, records, written } = found;
  if (whole < end) {
    const words = await keepCutOff(opening, tail.file, found);
    await tail.cut(whole);
    opening.tell(words);
  }
  return { tail, records, written };
};

/** Reads a journal, mends what may be mended, and marks that from here on somebody else writes. */
export const openJournal = async (opening: Opening): Promise<OpenJournal> => {
  const { disk, path, migrations } = opening;
  await NewJournal.sweep(disk, path);
  const file = await disk.open(path);
  let tail: FencedFile | null = null;
  try {
    let open: OpenJournal;
    if (file === null) open = await create(opening);
    else {
      const found = await readJournal(file, path, versionAfter(migrations));
      tail = new FencedFile(disk, path, file, found.end);
      open = await (found.version < versionAfter(migrations) ? upgrade : goOn)(found, tail, opening);
    }
    ({ tail } = open);
    await tail.append(lineOf(OPENED));
    return open;
  } catch (error) {
    await (tail?.file ?? file)?.close();
    throw error;
  }
};
