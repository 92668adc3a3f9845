import { waitsForViewer } from '../../cards/board-order.ts';
import type { Row } from '../../cards/board-order.ts';
import type { CaseId } from '../../cases/ids.ts';
import type { Person } from '../../cases/people.ts';
import { viewOf } from '../../commands/offers-to.ts';
import type { KeptCase, Ports } from '../../ports.ts';

type Means = Pick<Ports, 'store' | 'house'>;

/** So many are looked through before somebody else has a turn. */
const AT_ONCE = 200;

/** The open cases in which a person has a part, or that wait for them, each as they may see it. */
export const createOwnCases =
  ({ store, house }: Means) =>
  async (person: Person): Promise<readonly Row[]> => {
    const found: Row[] = [];
    const rules = house();
    let last: CaseId | null = null;
    for (let page: readonly KeptCase[]; (page = await store.openCases(last, AT_ONCE)).length > 0;) {
      for (const { case: current } of page) {
        const row = { current, viewer: viewOf(person, current, rules) };
        if (row.viewer.sees === 'all' || waitsForViewer(row)) found.push(row);
      }
      last = page.at(-1)?.case.id ?? last;
    }
    return found;
  };

export type OwnCases = ReturnType<typeof createOwnCases>;
