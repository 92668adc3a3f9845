import type { Instant } from '../../cases/time.ts';
import type { Store } from '../../ports.ts';
import { laneOf } from '../agenda.ts';
import { places, placesOf } from '../changes.ts';
import { reasonOf, StoreError } from '../store-error.ts';
import { claiming, forgetting } from './claiming.ts';
import { createCommit, notKept } from './committing.ts';
import type { ConnectionOptions, Connections } from './connections.ts';
import { createErase } from './erasing.ts';
import { InOrder } from './in-order.ts';
import { migrate } from './migrations.ts';
import { reached } from './reaching.ts';
import { readsOf } from './reading.ts';
import { createRecords } from './records.ts';
import type { Row, Statement } from './statement.ts';

const storeOver = (connections: Connections): Store => {
  const order = new InOrder();
  const records = createRecords(connections.name);
  const commit = createCommit(connections);
  const erase = createErase(connections, records);

  const changed = async (statement: Statement): Promise<readonly Row[]> => {
    const ran = await connections.run(statement);
    if (ran.kind !== 'done') throw notKept(connections.name, ran);
    return ran.rows;
  };

  const claim = async (now: Instant, until: Instant, limit: number) => {
    const rows = await changed(claiming(now, until, limit));
    // Rows that were changed come back in any order.
    return rows
      .map((row) => ({ effect: records.effect(row), wasDueAt: Number(row.was_due_at) }))
      .sort((one, other) => one.wasDueAt - other.wasDueAt || (laneOf(one.effect) < laneOf(other.effect) ? -1 : 1))
      .map(({ effect }) => effect);
  };

  return {
    ...readsOf(connections, records, order),
    claim,
    commit: (change) => order.change(placesOf(change), () => commit(change)),
    forgetAnswers: async (before, limit) => (await changed(forgetting(before, limit))).length,
    erase: (erasure) => {
      const { id } = erasure.kept.case;
      return order.change([places.case(id), places.history(id)], () => erase(erasure));
    },
    close: () => connections.close(),
  };
};

/** The store in a database, which as many processes as there are may hold at the same time. */
export const openPostgresStore = async (url: string, options: ConnectionOptions = {}): Promise<Store> => {
  const connections = await reached(url, options);
  try {
    await migrate(connections);
    return storeOver(connections);
  } catch (error) {
    await connections.close();
    if (error instanceof StoreError) throw error;
    throw new StoreError('not-upgraded', `${connections.name}: its tables could not be made (${reasonOf(error)})`, error);
  }
};
