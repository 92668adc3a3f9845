import { Table } from './table.ts';
import type { Key } from './table.ts';

type StoredRecord = readonly [key: Key, value: unknown];

/** From one version of the format to the next: one record in, the same one in its new form out, or null to drop it. */
export type Migration = (record: StoredRecord) => StoredRecord | null;

/** The first leads from version 1 to version 2. Never changed once released, and never shortened: only added to. */
export const migrations: readonly Migration[] = [];

export const versionAfter = (steps: readonly Migration[]): number => steps.length + 1;

/** All records in the newest form. Two that become one would be a loss, so that is refused. */
function* upgraded(records: Iterable<StoredRecord>, steps: readonly Migration[]): Generator<StoredRecord> {
  const taken = new Set<Key>();
  for (const record of records) {
    let next: StoredRecord | null = record;
    for (const step of steps) next = next && step(next);
    if (next === null) continue;
    const [key] = next;
    if (taken.has(key)) throw new Error(`${record[0]} would overwrite another record under ${key}`);
    taken.add(key);
    yield next;
  }
}

/** The same table where no step leads on from it, or a new one. */
export const inNewForm = (records: Table<unknown>, steps: readonly Migration[]): Table<unknown> => {
  if (steps.length === 0) return records;
  const table = new Table<unknown>();
  table.fill(upgraded(records, steps));
  return table;
};
