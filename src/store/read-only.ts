import type { CaseId } from '../cases/ids.ts';
import type { KeptEffect, Store } from '../ports.ts';
import { Catalogue } from './catalogue.ts';
import { inWords } from './lowdb.ts';
import { openToRead } from './disk.ts';
import { kindAndName } from './keys.ts';
import { inNewForm, migrations, versionAfter } from './migrations.ts';
import { readJournal } from './read-journal.ts';
import { byTurn, readsOf } from './reads.ts';
import type { Reads } from './reads.ts';
import { Rows } from './rows.ts';
import { StoreError } from './store-error.ts';
import type { Table } from './table.ts';

/** A journal as it was when it was read, which may belong to a process that goes on writing. */
export interface ReadOnlyStore extends Reads, Pick<Store, 'deadLetters' | 'effectsOf'> {
  /** Cases of which there are events and no record: in a sound store there are none. */
  withoutRecord: () => Promise<readonly CaseId[]>;
}

type Records = Table<unknown>;

const recordsIn = async (path: string): Promise<Records> => {
  const file = await openToRead(path);
  if (file === null) throw new StoreError('foreign', `${path}: there is no such file. Name the folder in which the store is.`);
  try {
    const { version, records } = await readJournal(file, path, versionAfter(migrations));
    return inNewForm(records, migrations.slice(version - 1));
  } finally {
    await file.close();
  }
};

/**
 * Its owner may take a line back that could not be written whole, while somebody reads: then the reader has the beginning of
 * one line and the end of another. A file that is damaged is so at the second look too.
 */
const recordsAtSecondLook = async (path: string): Promise<Records> => {
  try {
    return await recordsIn(path);
  } catch (error) {
    if (!(error instanceof StoreError) || error.trouble !== 'damaged') throw error;
    return recordsIn(path);
  }
};

const effectsIn = (records: Records, rows: Rows, which: (effect: KeptEffect) => boolean): KeptEffect[] =>
  [...records.keys()]
    .filter((key) => kindAndName(key)[0] === 'effect')
    .map((key) => rows.read('effect', key))
    .filter((effect) => effect !== null)
    .filter(which);

const byAge = (one: KeptEffect, other: KeptEffect): number => (`${one.since} ${one.id}` < `${other.since} ${other.id}` ? -1 : 1);

/** Takes no lock and writes nothing. A torn last line is left where it is: its owner may be writing it just now. */
export const openReadOnly = async (path: string): Promise<ReadOnlyStore> => {
  const records = await inWords(path, recordsAtSecondLook(path));
  const catalogue = new Catalogue();
  for (const key of records.keys()) catalogue.refresh(key, kindAndName(key)[0] === 'case' ? records.glance(key) : null);
  const rows = new Rows(records, path);
  return {
    ...readsOf(rows, catalogue),
    deadLetters: () =>
      new Promise((resolve) => {
        resolve(effectsIn(records, rows, ({ state }) => state === 'given-up').sort(byAge));
      }),
    effectsOf: (id) =>
      new Promise((resolve) => {
        resolve(effectsIn(records, rows, ({ caseId }) => caseId === id).sort(byTurn));
      }),
    withoutRecord: () => Promise.resolve(catalogue.withoutCase()),
  };
};
