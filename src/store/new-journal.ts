import type { Disk, DiskFile } from './disk.ts';
import { CHUNK, commitOfBytes, headerOf } from './journal-lines.ts';
import { StoreError } from './store-error.ts';

const beside = (path: string): string => `${path}.new`;

/** A line: longer texts would be collected at great cost when it is read again. */
const LINE = 1 << 16;
/** Few enough lines that writing them out is soon done, enough that others who are busy do not make each of them wait. */
const PIECE = 1 << 18;

function* inLines(records: Iterable<Buffer>): Generator<readonly Buffer[]> {
  let pairs: Buffer[] = [];
  let length = 0;
  for (const pair of records) {
    pairs.push(pair);
    length += pair.length;
    if (length < LINE) continue;
    yield pairs;
    pairs = [];
    length = 0;
  }
  if (pairs.length > 0) yield pairs;
}

/** A journal that is written beside its place, and takes that place in one step when it is complete. */
export class NewJournal {
  readonly file: DiskFile;
  readonly #disk: Disk;
  readonly #path: string;
  #size = 0;
  #records = 0;

  private constructor(disk: Disk, path: string, file: DiskFile) {
    this.#disk = disk;
    this.#path = path;
    this.file = file;
  }

  /** Removes what a process that was killed has left behind. */
  static async sweep(disk: Disk, path: string): Promise<void> {
    await disk.remove(beside(path));
  }

  static async begin(disk: Disk, path: string, version: number): Promise<NewJournal> {
    await NewJournal.sweep(disk, path);
    const journal = new NewJournal(disk, path, await disk.create(beside(path)));
    try {
      await journal.#put(headerOf(version));
      return journal;
    } catch (error) {
      await journal.abandon();
      throw error;
    }
  }

  get size(): number {
    return this.#size;
  }

  /** How many records have been written, each as often as it was. */
  get records(): number {
    return this.#records;
  }

  /** Records, each as the pair that it is in a line. */
  async putAll(records: Iterable<Buffer>): Promise<void> {
    let piece: Buffer[] = [];
    let length = 0;
    for (const pairs of inLines(records)) {
      const line = commitOfBytes(pairs);
      piece.push(line);
      length += line.length;
      this.#records += pairs.length;
      if (length < PIECE) continue;
      await this.#put(Buffer.concat(piece));
      piece = [];
      length = 0;
    }
    if (piece.length > 0) await this.#put(Buffer.concat(piece));
  }

  /** Whole lines of another journal, as they are. */
  async copy(other: DiskFile, from: number, to: number): Promise<void> {
    for (let at = from; at < to;) {
      const bytes = await other.read(at, Math.min(CHUNK, to - at));
      if (bytes.length === 0) throw new Error(`${this.#path}: shorter than it was`);
      await this.#put(bytes);
      at += bytes.length;
    }
  }

  async durable(): Promise<void> {
    await this.file.datasync();
  }

  /** Nobody may come between the check and the renaming, so neither waits. */
  replace(check: () => void): void {
    check();
    this.#disk.rename(beside(this.#path), this.#path);
  }

  /** Takes a place where nothing has been. */
  async settle(): Promise<void> {
    try {
      await this.#disk.link(beside(this.#path), this.#path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new StoreError('in-use', `${this.#path}: another process has just created it`, error);
    }
    await this.#disk.remove(beside(this.#path));
    await this.#disk.syncFolder(this.#path);
  }

  async abandon(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await this.#disk.remove(beside(this.#path)).catch(() => undefined);
  }

  async #put(bytes: Buffer): Promise<void> {
    await this.file.append(bytes);
    this.#size += bytes.length;
  }
}
