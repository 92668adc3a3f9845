import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from '../../src/cases/case.ts';
import { instant } from '../../src/cases/time.ts';
import { byHandStill } from '../support/requests.ts';
import { createHouse } from './house.ts';
import type { House } from './house.ts';
import { anyHistory } from './steps.ts';

/** The faults are over, and more than a year goes by. */
const healed = async ({ world, settle, check, restart }: House): Promise<void> => {
  world.faults.clear();
  world.down.clear();
  world.unreachable.clear();
  world.facts.set('customer.tenantKind', 'end_customer');
  restart();
  for (const days of [0, 0.1, 0.1, 1, 1, 7, 7, 20, 40, 40, 60, 90, 200, 400]) {
    world.wait({ days });
    await settle();
  }
  await check();
};

const OVER: readonly Case['status'][] = ['declined', 'withdrawn', 'ended', 'done', 'refused', 'expired', 'cancelled'];

const endOf = ({ endsAt, extendsItself, deadlines }: Extract<Case, { status: 'active' }>): string | null =>
  endsAt === null || extendsItself || deadlines.length > 0 ? 'its end' : null;

/** For whom a case waits that has not come to its end; null when that is nobody. */
const waitsFor = (current: Case, letters: readonly string[]): string | null => {
  if (letters.includes(current.id)) return 'whoever looks after dead letters';
  if (current.status === 'stuck' && current.deadlines.length > 0) return 'whoever asked';
  if ('items' in current && current.items.some(({ done }) => done === null) && current.deadlines.length > 0)
    return 'the owners of what is open';
  if (current.status === 'moving' && current.transferId !== null) return 'Microsoft';
  if (current.status === 'active') return endOf(current);
  return null;
};

/** Today, and when legacy Azure was still switched by hand. */
const anyStart = fc.constantFrom(instant(Date.UTC(2026, 2, 2, 9)), byHandStill);

test('whatever people, others, services and the clock do: decisions are fair, nothing is done twice, nobody is forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(anyStart, anyHistory, async (start, steps) => {
      const house = createHouse(start);
      await fc.asyncModelRun(() => ({ model: {}, real: house }), steps);
      await healed(house);
      const letters = (await house.world.store.deadLetters()).map(({ caseId }) => caseId);
      for (const id of house.ids) {
        const current = house.caseOf(id);
        if (current === null || OVER.includes(current.status)) continue;
        expect([current.status, waitsFor(current, letters)]).toEqual([current.status, expect.any(String)]);
        expect(current.deadlines.filter(({ at }) => at <= house.world.now())).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
