import fc from 'fast-check';
import { later } from '../../src/cases/time.ts';
import type { OutsideKind } from '../../src/ports.ts';
import type { Fault } from '../support/world.ts';
import { step } from './step.ts';

// The clock, and what goes wrong where nobody clicks.

export const time = fc
  .tuple(fc.constantFrom(0, 0, 1, 60, 24 * 60), fc.nat(40))
  .map(([unit, times]) => unit * times)
  .map((minutes) =>
    step(`${minutes} minutes pass`, async ({ world, settle }) => {
      world.wait({ minutes });
      await settle();
    }),
  );

const faultyKinds: OutsideKind[] = [
  'get-reseller-link',
  'create-relationship',
  'assign-groups',
  'end-relationship',
  'create-transfer',
  'cancel-transfer',
  'accept-transfer',
  'send-letter',
  'tell',
  'watch-invitation',
  'watch-transfer',
];
const anyFault: fc.Arbitrary<Fault> = fc.constantFrom<Fault[]>(
  { kind: 'again', words: 'busy' },
  { kind: 'unknown', words: '?' },
  { kind: 'refused', code: '1', words: 'no' },
  'lost answer',
  'throws',
  'throws afterwards',
  'never answers',
);
export const outages = fc.tuple(fc.constantFrom(...faultyKinds), anyFault).map(([kind, fault]) =>
  step(`the next ${kind}: ${typeof fault === 'object' ? fault.kind : String(fault)}`, ({ world: { faults } }) => {
    faults.set(kind, [...(faults.get(kind) ?? []), fault]);
    return Promise.resolve();
  }),
);

export const longOutages = fc.constantFrom(...faultyKinds).map((kind) =>
  step(`${kind} is down for two days`, ({ world }) => {
    world.down.set(kind, later(world.now(), { days: 2 }));
    return Promise.resolve();
  }),
);

export const facts = fc.constantFrom('csp_transaction_tenant', 'end_customer', 'unreachable', 'reachable').map((what) =>
  step(`the facts: ${what}`, ({ world }) => {
    if (what === 'unreachable') world.unreachable.add('Microsoft Graph');
    else if (what === 'reachable') world.unreachable.clear();
    else world.facts.set('customer.tenantKind', what);
    return Promise.resolve();
  }),
);

export const deaths = fc.boolean().map((inTheMiddle) =>
  step(inTheMiddle ? 'the process dies at work' : 'the process is started anew', async ({ world, restart }) => {
    if (inTheMiddle) await world.store.claim(world.now(), later(world.now(), { minutes: 5 }), 16);
    restart();
  }),
);
