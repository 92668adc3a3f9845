import type { ReadableFile } from './disk.ts';
import { CLOSED, jsonIn, linesOf, OPENED, readHeader } from './journal-lines.ts';
import type { Header, Line } from './journal-lines.ts';
import { isDeletion, pairsIn } from './pairs-in.ts';
import { StoreError } from './store-error.ts';
import { Table } from './table.ts';
import type { Key } from './table.ts';

const LONGEST_MARK = OPENED.length;

export interface ReadJournal {
  readonly version: number;
  /** The live records, in the form of that version. */
  readonly records: Table<unknown>;
  /** How many records and marks the file holds, live or not. */
  readonly written: number;
  /** Where the last whole line ends. */
  readonly whole: number;
  /** Where the file ends: behind `whole` when the last line was torn. */
  readonly end: number;
}

type ParsedPair = readonly [Key, unknown];

const isPair = (pair: unknown): pair is ParsedPair => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string';

const parsedPairsIn = (json: Buffer): readonly ParsedPair[] | null => {
  try {
    const pairs: unknown = JSON.parse(json.toString());
    return Array.isArray(pairs) && pairs.every(isPair) ? pairs : null;
  } catch {
    return null;
  }
};

const isMark = (json: Buffer): boolean => [OPENED, CLOSED].includes(json.toString('latin1', 0, LONGEST_MARK + 1));

/** Makes the changes of a line, and says how many there were; null when it is damaged. */
const take = (records: Table<unknown>, { bytes, isWhole }: Line): number | null => {
  const json = isWhole ? jsonIn(bytes) : null;
  if (json === null) return null;
  if (isMark(json)) return 0;
  const asWritten = pairsIn(json);
  if (asWritten === null) {
    const pairs = parsedPairsIn(json);
    records.fill(pairs ?? []);
    return pairs?.length ?? null;
  }
  for (const pair of asWritten) {
    if (isDeletion(json, pair)) records.fill([[pair.key, null]]);
    else records.fillAsRead(json, pair);
  }
  return asWritten.length;
};

const headerIn = async (file: ReadableFile, path: string, newest: number): Promise<Header> => {
  const header = await readHeader(file);
  if (header === null) {
    throw new StoreError(
      'foreign',
      `${path}: at byte 0 there should be the line that says which version of Handshake's store this is. The file is left as ` +
        'it is. If it is a store, it was damaged or saved by another program: restore a copy. If it is not, name another file.',
    );
  }
  if (header.version > newest) {
    throw new StoreError(
      'newer',
      `${path} was written by a newer Handshake: it has version ${header.version}, and this program knows versions up to ` +
        `${newest}. The file is left as it is. Start the newer program, or restore a copy from before the upgrade.`,
    );
  }
  return header;
};

const damaged = (path: string, at: number): StoreError =>
  new StoreError(
    'damaged',
    `${path}: damaged at byte ${at}, and not as an interrupted write leaves it. The file is left as it is. Restore a copy; or, ` +
      `to give up everything from there on, keep this file elsewhere and run: truncate -s ${at} '${path}'`,
  );

/** An interrupted write leaves the beginning of a line, or NULs where the disk had not got to; JSON never holds a NUL. */
const isTorn = ({ bytes, isWhole }: Line): boolean => !isWhole || bytes.includes(0);

/**
 * At most one line was ever written without being acknowledged: the last. So a bad last line is a torn write, which may be
 * cut off, and a bad line before it is damage.
 */
export const readJournal = async (file: ReadableFile, path: string, newest: number): Promise<ReadJournal> => {
  const { version, length } = await headerIn(file, path, newest);
  // What everybody works on afterwards: copying all of it at the end would hold up the process for longer than any command.
  const records = new Table<unknown>();
  let written = 0;
  let whole = length;
  let end = length;
  for await (const lines of linesOf(file, length)) {
    for (const line of lines) {
      // Only the last line can have been torn.
      if (end > whole) throw damaged(path, whole);
      end = line.at + line.bytes.length + (line.isWhole ? 1 : 0);
      const taken = take(records, line);
      if (taken === null && !isTorn(line)) throw damaged(path, whole);
      if (taken === null) continue;
      whole = end;
      written += Math.max(1, taken);
    }
  }
  return { version, records, written, whole, end };
};
