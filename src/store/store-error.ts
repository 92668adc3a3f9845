/**
 * Why the store says no:
 * - damaged, foreign, newer: the file is not what this program can read for certain; it is left as it is
 * - in-use: somebody else holds it
 * - not-kept: this change is not there, neither on the disk nor in memory; the next one may go better
 * - unknown: nobody can say whether the change is on the disk; opening the file afresh tells
 * - not-upgraded: the file is older, and a migration could not be carried out; it is left as it is
 * - stopped: nothing was tried, because of an earlier trouble or because the store is closed
 */
export type Trouble = 'damaged' | 'foreign' | 'newer' | 'not-upgraded' | 'in-use' | 'not-kept' | 'unknown' | 'stopped';

export class StoreError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.trouble = trouble;
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
