import type { Procedure, Proposal } from '../../src/cases/azure-switch/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { happens, moveAzure, switchOpened } from '../support/cases.ts';
import { given } from '../support/given.ts';

type Switch = Extract<Proposal, { wants: 'switch' }>;

interface Wanted extends Partial<Switch> {
  readonly procedure?: Procedure;
  readonly customer?: Partial<Case['customer']>;
}

const subjects = [
  { id: '5ab50001-0001-4e01-8e01-0000000000e1', name: 'Web shop', facts: { 'item.kind': 'usage' } },
  { id: '5ab50002-0002-4e02-8e02-0000000000e2', name: 'Bakery ovens', facts: { 'item.kind': 'usage' } },
];

const opened = ({ customer, procedure = 'azure-plan-transfer', ...fields }: Wanted) => {
  const proposal = moveAzure(procedure, { subjects, letter: { paragraph: '' }, ...fields });
  return { customer, events: [switchOpened('03-02 09:00', proposal), happens('case-approved', '03-02 10:00')] };
};

const addressed = (current: Case, customer: Wanted['customer']): Case => ({
  ...current,
  customer: { ...current.customer, language: 'en', ...customer },
});

/** A change of partner that was agreed to a moment ago. */
export const planned = (wanted: Wanted = {}): Case => {
  const { customer, events } = opened(wanted);
  return addressed(given(...events), customer);
};

/** One that waits for the present partner. */
export const waiting = (wanted: Wanted = {}): Case => {
  const { customer, events } = opened(wanted);
  // On paper nothing is sent by a service: it waits as soon as everything is prepared.
  const isPaper = wanted.procedure === 'manual-switch';
  const asked = [
    happens('preparation-completed', '03-04 09:00'),
    ...(isPaper ? [] : [happens('transfer-requested', '03-04 09:05')]),
  ];
  return addressed(given(...events, ...asked), customer);
};

/** One that has come about. */
export const switched = (wanted: Wanted = {}): Case => {
  const { customer, events } = opened(wanted);
  const moved = [happens('transfer-accepted', '03-10 08:00'), happens('subscriptions-moved', '03-10 09:00')];
  const before = [happens('preparation-completed', '03-04 09:00'), happens('transfer-requested', '03-04 09:05')];
  return addressed(given(...events, ...before, ...moved), customer);
};
