import { afterEach, beforeEach, describe } from '@jest/globals';
import type { Store } from '../../src/ports.ts';
import { commits } from './contract/commits.ts';
import { effects } from './contract/effects.ts';
import { erasing } from './contract/erasing.ts';
import { notes } from './contract/notes.ts';
import { reading } from './contract/reading.ts';

export interface Opened {
  readonly store: Store;
  /** Closes it and opens what it has kept; left out by a store that keeps nothing. */
  readonly reopen?: () => Promise<Store>;
}

/** What is open during a test. */
export interface Open {
  readonly store: () => Store;
  /** The store afresh; the same one where nothing is kept. */
  readonly reopened: () => Promise<Store>;
}

/** What every store has to do, in examples. */
export const storeContract = (name: string, open: () => Promise<Opened>): void => {
  describe(`${name}: what every store does (P14)`, () => {
    let opened: Opened;
    let newest: Store;
    beforeEach(async () => {
      opened = await open();
      newest = opened.store;
    });
    afterEach(() => newest.close());
    const now: Open = {
      store: () => newest,
      reopened: async () => (newest = await (opened.reopen?.() ?? Promise.resolve(newest))),
    };
    describe('keeping changes', () => {
      commits(now);
    });
    describe('effects', () => {
      effects(now);
    });
    describe('erasing', () => {
      erasing(now);
    });
    describe('notes', () => {
      notes(now);
    });
    describe('reading', () => {
      reading(now);
    });
  });
};
