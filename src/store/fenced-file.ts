import type { Disk, DiskFile } from './disk.ts';
import { reasonOf, StoreError } from './store-error.ts';

/**
 * A file that one process appends to. Whoever else opens it appends a mark; so before and after each line this one checks
 * that the file under its name is still its own and exactly as long as it left it, and stops for good when it is not.
 */
export class FencedFile {
  readonly path: string;
  readonly #disk: Disk;
  #file: DiskFile;
  #size: number;
  #stopped: StoreError | null = null;
  readonly #closed: StoreError;

  constructor(disk: Disk, path: string, file: DiskFile, size: number) {
    this.#disk = disk;
    this.path = path;
    this.#closed = new StoreError('stopped', `${path}: closed`);
    this.#file = file;
    this.#size = size;
  }

  get file(): DiskFile {
    return this.#file;
  }

  get size(): number {
    return this.#size;
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  /** From here on everything is refused. The first cause is the one that is told. */
  stop(cause: StoreError): void {
    this.#stopped ??= cause;
  }

  /** Throws unless this process alone has written here. */
  check(): void {
    if (this.#stopped !== null) throw new StoreError('stopped', this.#stopped.message, this.#stopped);
    this.#checkSize(this.#size, 'stopped');
  }

  /** Resolves when the line is on the disk. */
  async append(line: Buffer): Promise<void> {
    this.check();
    await this.#write(line);
  }

  /** Takes back what is behind a place: a torn line. */
  async cut(size: number): Promise<void> {
    this.check();
    await this.#file.truncate(size);
    this.#size = size;
  }

  /** Goes on in another file, which has taken the name of this one. */
  async moveTo(file: DiskFile, size: number): Promise<void> {
    const old = this.#file;
    this.#file = file;
    this.#size = size;
    try {
      await this.#disk.syncFolder(this.path);
    } catch (error) {
      // After a power cut the old file might be back, without what would be written from here on.
      this.#unknown('renamed', error);
    }
    await old.close().catch(() => undefined);
  }

  /** Refuses whatever comes from here on. */
  beginToClose(): void {
    this.stop(this.#closed);
  }

  /** The last line stands only where nothing is in doubt. */
  async close(lastLine: Buffer): Promise<void> {
    if (this.#stopped === this.#closed && this.#isAlone(this.#size)) await this.#write(lastLine).catch(() => undefined);
    await this.#file.close();
  }

  async #write(line: Buffer): Promise<void> {
    try {
      await this.#file.append(line);
    } catch (error) {
      await this.#cutBack(line, error);
      throw new StoreError('not-kept', `${this.path}: not written, nothing has changed (${reasonOf(error)})`, error);
    }
    await this.#durable('written');
    this.#checkSize(this.#size + line.length, 'unknown');
    this.#size += line.length;
  }

  /**
   * Takes back what was written of a line, and only that: behind it may stand what another process has just been promised.
   * The cut has to be durable before anybody hears that nothing has changed.
   */
  async #cutBack(line: Buffer, cause: unknown): Promise<void> {
    try {
      const behind = await this.#file.read(this.#size, line.length + 1);
      if (behind.length === 0) return;
      if (!line.subarray(0, behind.length).equals(behind)) this.#checkSize(this.#size, 'stopped');
      await this.#file.truncate(this.#size);
    } catch (error) {
      throw this.#unknown('cut back', new Error(`${reasonOf(error)}, after: ${reasonOf(cause)}`));
    }
    await this.#durable('cut back');
  }

  /** After a failed fsync nobody knows what is on the disk, and asking again may be answered wrongly: never retried. */
  async #durable(what: string): Promise<void> {
    try {
      await this.#file.datasync();
    } catch (error) {
      throw this.#unknown(what, error);
    }
  }

  #unknown(what: string, error: unknown): StoreError {
    const message = `${this.path}: whether it was ${what} cannot be known (${reasonOf(error)}). Stopped; start afresh to see.`;
    const trouble = new StoreError('unknown', message, error);
    this.stop(trouble);
    return trouble;
  }

  #isAlone(size: number): boolean {
    const found = this.#disk.inspect(this.path);
    return found?.id === this.#file.id && found.size === size;
  }

  #checkSize(size: number, trouble: 'stopped' | 'unknown'): void {
    let cause: unknown;
    try {
      if (this.#isAlone(size)) return;
    } catch (error) {
      cause = error;
    }
    const why = cause === undefined ? 'another process has written to it or replaced it' : reasonOf(cause);
    const refusal = new StoreError(trouble, `${this.path}: no longer ours alone: ${why}. This process has stopped writing.`, cause);
    this.stop(refusal);
    throw refusal;
  }
}
