import { describe, expect, test } from '@jest/globals';
import type { CaseEvent } from '../../src/cases/case.ts';
import { erase, NO_EVENT, seal } from '../../src/cases/history.ts';
import type { SealedEvent } from '../../src/cases/history.ts';
import { flawIn } from '../../src/cases/proof.ts';
import { later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { adminId, happens } from '../support/cases.ts';
import { given } from '../support/given.ts';

const events: readonly CaseEvent[] = [
  happens('case-opened', '03-02 09:00'),
  happens('approval-given', '03-02 10:00'),
  happens('case-approved', '03-02 10:00'),
];

const sealed = (written: readonly CaseEvent[]): SealedEvent[] => {
  const records: SealedEvent[] = [];
  for (const event of written) {
    const previous = records.at(-1)?.hash ?? NO_EVENT;
    records.push(seal({ caseId: adminId, seq: records.length + 1, previous }, event, () => 'salt'));
  }
  return records;
};

const history = sealed(events);
const held = { case: given(...events), version: 3, head: history[2]?.hash ?? '' };

describe('a case and its history', () => {
  test('belong together', () => {
    expect(flawIn(held, history)).toBeNull();
  });

  test('the last record is missing, which the chain alone does not tell', () => {
    expect(flawIn(held, history.slice(0, 2))).toMatchObject({
      seq: 2,
      why: 'the case goes on to record 3, and the history ends here',
    });
  });

  test('there is no history at all', () => {
    expect(flawIn(held, [])).toMatchObject({ seq: 0 });
  });

  test('a record in the middle is missing', () => {
    expect(flawIn(held, history.toSpliced(1, 1))).toMatchObject({ seq: 2 });
  });

  test('the case was changed behind the back of its history', () => {
    const changed = { ...held, case: { ...held.case, requester: { id: 'eve', name: 'Eve Adler', roles: [] } } };
    expect(flawIn(changed, history)).toStrictEqual({ caseId: adminId, seq: null, why: 'it is not what its history makes of it' });
  });

  test('but not when only the clocks of its customer are known otherwise since', () => {
    const waits = [
      ...events.slice(0, 1),
      happens('case-approved', '03-02 10:00'),
      happens('invitation-prepared', '03-02 10:01'),
      happens('invitation-ready', '03-02 10:02'),
    ];
    const kept = given(...waits);
    const hour = (at: Instant): Instant => later(at, { hours: 1 });
    const moved = {
      ...kept,
      deadlines: kept.deadlines.map((one) => (one.what === 'follow-up-customer' ? { ...one, at: hour(one.at) } : one)),
    };
    const chain = sealed(waits);
    const beside = { case: moved, version: chain.length, head: chain.at(-1)?.hash ?? '' };
    expect(kept.deadlines).not.toEqual(moved.deadlines);
    expect(flawIn(beside, chain)).toBeNull();
    const longer = { ...kept, deadlines: kept.deadlines.map((one) => ({ ...one, at: hour(one.at) })) };
    expect(flawIn({ ...beside, case: longer }, chain)).toMatchObject({ seq: null });
  });

  test('the history says what cannot have happened', () => {
    const impossible = sealed([...events.slice(0, 2), happens('handover-completed', '03-02 10:00')]);
    expect(flawIn({ ...held, head: impossible[2]?.hash ?? '' }, impossible)).toMatchObject({
      seq: null,
      why: 'its history leads nowhere: handover-completed cannot happen to a case that is awaiting-approval',
    });
  });

  test('what was erased in the history alone no longer makes the case', () => {
    expect(flawIn(held, history.map(erase))).toMatchObject({ seq: null });
  });
});
