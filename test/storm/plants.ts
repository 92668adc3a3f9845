import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Carrier, Change, Committed, Store } from '../../src/ports.ts';
import type { Plant } from './protocol.ts';

/** Longer than it takes until somebody has read the answer, as on a busy disk. */
const LATE_MS = 40;

/** Says what a person is told before it is on the disk. */
const answersEarly =
  (store: Store) =>
  (change: Change): Promise<Committed> => {
    if (change.answer === undefined) return store.commit(change);
    void pause(LATE_MS).then(() => store.commit(change));
    return Promise.resolve('kept');
  };

/** Keeps what has happened, and then what is to follow from it. */
const inTwoWrites =
  (store: Store) =>
  async ({ effects, ...change }: Change): Promise<Committed> => {
    const committed = await store.commit(change);
    if (committed !== 'kept' || effects === undefined || effects.length === 0) return committed;
    await pause(LATE_MS);
    return store.commit({ effects });
  };

export const plantedStore = (store: Store, plant: Plant | null): Store => {
  if (plant === 'answers-early') return { ...store, commit: answersEarly(store) };
  return plant === 'effects-in-a-second-write' ? { ...store, commit: inTwoWrites(store) } : store;
};

/** Never asks under the same key twice, nor whether it has been there before. */
export const plantedCarrier = (carrier: Carrier, plant: Plant | null): Carrier =>
  plant === 'a-new-key-each-time'
    ? { carryOut: (errand) => carrier.carryOut({ ...errand, key: `${errand.key} ${randomUUID()}` }) }
    : carrier;
