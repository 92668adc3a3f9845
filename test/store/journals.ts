import { afterAll } from '@jest/globals';
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { Database } from '../../src/store/database.ts';
import type { JournalOptions } from '../../src/store/journal.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { StoreTrouble as Trouble } from '../../src/ports.ts';
import type { Key, Table } from '../../src/store/table.ts';
import { anyCharacter } from '../support/any-text.ts';

export interface Value {
  readonly n: number;
  readonly text?: string;
}

// In memory where there is such a place: what these tests ask of a disk is order, which they watch themselves.
const MEMORY = '/dev/shm';
const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'handshake-store-'));
let files = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file that nobody has used yet. */
export const newFile = (): string => join(folder, `${++files}.jsonl`);

/** Never compacts, unless a test asks for it. */
export const open = (path: string, options: JournalOptions = {}): Promise<Database<Value>> =>
  Database.open(path, { slack: Infinity, ...options });

export const state = (table: Table<Value>): string => JSON.stringify([...table].sort(([one], [other]) => (one < other ? -1 : 1)));

/** What somebody would read who opened the file as it is on the disk now. */
export const stateOnDisk = async (path: string): Promise<string> => {
  const copy = newFile();
  copyFileSync(path, copy);
  const database = await open(copy);
  const found = state(database.data);
  await database.close();
  return found;
};

export const linesOn = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);

/** What was cut off a journal, the oldest first. */
export const cutOff = (path: string): Buffer[] =>
  readdirSync(dirname(path))
    .map((name) => join(dirname(path), name))
    .filter((name) => name.startsWith(`${path}.cut-`))
    .sort()
    .map((name) => readFileSync(name));

/** Writes behind the back of whoever has it open. */
export const scribble = (path: string, text = 'x'): void => {
  appendFileSync(path, text);
};

/** How it ended: kept, or the kind of trouble. Errors of any other kind are not swallowed. */
export const outcomeOf = (work: Promise<unknown>): Promise<Trouble | 'kept'> =>
  work.then(
    () => 'kept' as const,
    (error: unknown) => {
      if (error instanceof StoreError) return error.trouble;
      throw error;
    },
  );

export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof StoreError ? `${error.trouble}: ${error.message}` : String(error)),
  );

export type Commit = readonly (readonly [Key, Value | null])[];

const keys: readonly Key[] = ['case/1', 'case/2', 'outbox/1', 'seen/__proto__', '__proto__/é\n"'];
const value = fc.record({ n: fc.integer(), text: fc.string({ unit: anyCharacter, maxLength: 12 }) });
const pair = fc.tuple(fc.constantFrom(...keys), fc.option(value, { freq: 5 }));
export const anyCommits = fc.array(fc.array(pair, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

export const make =
  (commit: Commit) =>
  (table: Table<Value>): void => {
    for (const [key, value] of commit) {
      if (value === null) table.delete(key);
      else table.set(key, value);
    }
  };
