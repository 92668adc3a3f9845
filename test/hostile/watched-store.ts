import type { Case } from '../../src/cases/case.ts';
import type { Change, Store } from '../../src/ports.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';

/** A change as it was kept, with the case as it stood before. */
export interface Kept {
  readonly change: Change;
  readonly before: Case | null;
}

/** A store that lets somebody see whatever is kept. */
export const createWatchedStore = () => {
  const store = createMemoryStore();
  const cases = new Map<string, Case>();
  const kept: Kept[] = [];

  const commit: Store['commit'] = async (change) => {
    const committed = await store.commit(change);
    if (committed !== 'kept') return committed;
    const after = change.next?.kept.case;
    kept.push({ change, before: after ? (cases.get(after.id) ?? null) : null });
    if (after) cases.set(after.id, after);
    return committed;
  };

  return { store: { ...store, commit } satisfies Store, cases, kept };
};
