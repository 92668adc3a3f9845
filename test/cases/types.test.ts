import { expect, test } from '@jest/globals';
import type { AdminRelationship, In } from '../../src/cases/admin-relationship/case.ts';
import type { AdminRelationshipEvent } from '../../src/cases/admin-relationship/events.ts';
import { evolve } from '../../src/cases/admin-relationship/evolve.ts';
import type { transitions } from '../../src/cases/admin-relationship/transitions.ts';
import type { Effect } from '../../src/cases/effect.ts';
import type { Evolve, Transitions } from '../../src/cases/transitions.ts';

// What must not compile. `npm run typecheck` fails when one of these lines does.

type Whole = Evolve<AdminRelationship, Exclude<AdminRelationshipEvent, { type: 'case-opened' }>, typeof transitions>;

test('the compiler refuses what the table does not have', () => {
  const { 'end-reached': endReached, ...others } = evolve;
  const entries: Partial<Whole>[] = [
    { 'end-reached': endReached },
    // @ts-expect-error silence leads on; a case cannot go on waiting for the customer after it
    { 'customer-stayed-silent': (current) => current },
    // @ts-expect-error after approval it is prepared or ended, and never active at once
    { 'case-approved': (current) => ({ ...current, status: 'active' }) },
    // @ts-expect-error there is no such event
    { 'customer-dithered': (current: AdminRelationship) => current },
    // @ts-expect-error it happens to what is active, and not to what still waits for the customer
    { 'end-announced': (current: In<'awaiting-customer'>) => current },
    // @ts-expect-error an ended case has to say when
    { 'end-reached': (current) => ({ ...current, status: 'ended', why: 'ran-out', endedBy: null }) },
  ];
  expect(entries).toHaveLength(6);

  // @ts-expect-error every event of the table is told how it changes a case
  const whole: Whole = others;
  expect(whole).not.toHaveProperty('end-reached');

  const tables: Partial<Transitions<AdminRelationshipEvent['type'], AdminRelationship['status']>>[] = [
    // @ts-expect-error a relationship is never `moving`
    { 'end-reached': { from: ['active'], to: ['moving'] } },
    // @ts-expect-error what becomes of a case is a status; it does not become nothing
    { 'end-reached': { from: ['active'], to: [null] } },
    // @ts-expect-error there is no such event
    { 'customer-dithered': { from: ['active'], to: ['active'] } },
  ];
  expect(tables).toHaveLength(3);

  const effects: Effect[] = [
    // @ts-expect-error there is no such letter
    { kind: 'send-letter', letter: 'love' },
    // @ts-expect-error nobody can end a relationship without its number
    { kind: 'end-relationship' },
  ];
  expect(effects).toHaveLength(2);
});
