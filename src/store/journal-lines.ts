/**
 * The format of a journal: text, one line each for
 *   crc {"handshake":1}                       the header, always first: the version of the format
 *   crc [["case/1",{…}],["outbox/7",null]]    one commit: records as they are now, null for a deleted one
 *   crc "opened"   crc "closed"               where a process began, and where it ended in good order
 * where crc is the CRC-32 of the rest of the line, in eight hexadecimal digits.
 */
import { crc32 } from 'node:zlib';
import type { ReadableFile } from './disk.ts';

const NEWLINE = 10;
const SPACE_FOR_SUM = 'xxxxxxxx ';
const PREFIX = SPACE_FOR_SUM.length;
const LONGEST_HEADER = 64;
/** Small enough that what one read brings is parsed long before 50 ms have passed. */
export const CHUNK = 1 << 18;

const sumOf = (json: Buffer): string => crc32(json).toString(16).padStart(8, '0');

export const lineOf = (json: string): Buffer => {
  // Its bytes are made once, and summed where they stand.
  const line = Buffer.from(`${SPACE_FOR_SUM}${json}\n`);
  line.write(sumOf(line.subarray(PREFIX, -1)), 'latin1');
  return line;
};

export const OPENED = '"opened"';
export const CLOSED = '"closed"';
export const headerOf = (version: number): Buffer => lineOf(`{"handshake":${version}}`);
export const commitOf = (pairs: Iterable<string>): Buffer => lineOf(`[${[...pairs].join(',')}]`);

const [BEGINNING, BETWEEN, END] = [Buffer.from(`${SPACE_FOR_SUM}[`), Buffer.from(','), Buffer.from(']\n')];

/** The same, of pairs that are bytes already. */
export const commitOfBytes = (pairs: readonly Buffer[]): Buffer => {
  const line = Buffer.concat([BEGINNING, ...pairs.flatMap((pair, at) => (at === 0 ? [pair] : [BETWEEN, pair])), END]);
  line.write(sumOf(line.subarray(PREFIX, -1)), 'latin1');
  return line;
};

/** What a line holds; null when it is not as it was written. */
export const jsonIn = (line: Buffer): Buffer | null => {
  const json = line.subarray(PREFIX);
  return line.toString('latin1', 0, PREFIX) === `${sumOf(json)} ` ? json : null;
};

export interface Header {
  readonly version: number;
  readonly length: number;
}

export const readHeader = async (file: ReadableFile): Promise<Header | null> => {
  const start = await file.read(0, LONGEST_HEADER);
  const length = start.indexOf(NEWLINE) + 1;
  const json = length === 0 ? null : jsonIn(start.subarray(0, length - 1));
  const version = Number(/^\{"handshake":([1-9]\d*)\}$/.exec(json?.toString() ?? '')?.[1] ?? 0);
  return version === 0 ? null : { version, length };
};

export interface Line {
  readonly at: number;
  readonly bytes: Buffer;
  /** It ends in a newline. */
  readonly isWhole: boolean;
}

/** The lines behind a place, as many at a time as one read brings. */
export async function* linesOf(file: ReadableFile, from: number): AsyncGenerator<readonly Line[]> {
  let at = from;
  let begun: Buffer[] = [];
  for (let position = from; ;) {
    const chunk = await file.read(position, CHUNK);
    if (chunk.length === 0) break;
    position += chunk.length;
    const lines: Line[] = [];
    let start = 0;
    for (let end; (end = chunk.indexOf(NEWLINE, start)) >= 0; start = end + 1) {
      const last = chunk.subarray(start, end);
      const bytes = begun.length === 0 ? last : Buffer.concat([...begun, last]);
      begun = [];
      lines.push({ at, bytes, isWhole: true });
      at += bytes.length + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
    yield lines;
  }
  if (begun.length > 0) yield [{ at, bytes: Buffer.concat(begun), isWhole: false }];
}
