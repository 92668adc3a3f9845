import { describe, expect, test } from '@jest/globals';
import { Proposal as AdminProposal } from '../../src/cases/admin-relationship/case.ts';
import { Proposal } from '../../src/cases/azure-switch/case.ts';
import { itemsFor } from '../../src/cases/azure-switch/checklists.ts';
import { AzureSwitchEvent } from '../../src/cases/azure-switch/events.ts';
import { handOut, happens, invite, moveAzure, switchOpened } from '../support/cases.ts';
import { testLives } from '../support/lives.ts';
import { switches } from './lives/switches.ts';
import { switchesByPeople } from './lives/switches-by-people.ts';
import { troubles } from './lives/troubles.ts';

describe('Azure comes to us by the transfer tool', () => {
  testLives(switches);
});

describe('Azure comes to us by people', () => {
  testLives(switchesByPeople);
});

describe('trouble on the way, and Azure that leaves us', () => {
  testLives(troubles);
});

describe('how it begins', () => {
  const opened = switchOpened('03-02 09:00', moveAzure('azure-plan-transfer'));
  const offered = happens('transfer-offered', '03-02 09:00');
  const isOne = (event: object, proposal: unknown) => AzureSwitchEvent.safeParse({ ...event, proposal }).success;
  const [ours, theirs] = [opened, offered].map((event) => ('proposal' in event ? event.proposal : null));

  test('what we want is asked for', () => {
    expect(isOne(opened, ours)).toBe(true);
    expect(isOne(opened, theirs)).toBe(false);
  });

  test('what another partner wants is offered', () => {
    expect(isOne(offered, theirs)).toBe(true);
    expect(isOne(offered, ours)).toBe(false);
  });
});

describe('what has to be done by hand', () => {
  type Stage = Parameters<typeof itemsFor>[0];
  const codesFor = (stage: Stage, ...about: Parameters<typeof moveAzure>) =>
    itemsFor(stage, moveAzure(...about)).map(([code]) => code);
  const licence = { id: 'lic-1', name: 'Office', facts: { 'item.kind': 'licence' } };
  const azure = { id: 'sub-1', name: 'Production', facts: { 'item.kind': 'usage' } };

  test('licences that are bought anew are given to people; nobody moves resources or roles for them', () => {
    const about: Parameters<typeof moveAzure> = ['new-subscription', { subjects: [licence] }];
    expect(codesFor('move', ...about)).toEqual(['new-licences-bought', 'licences-given-out', 'old-licences-cancelled']);
    expect(codesFor('after', ...about)).toEqual(['seats-checked']);
    expect(codesFor('before', ...about)).not.toContain('resources-listed');
  });

  test('where there is any Azure among it, it is a move of Azure', () => {
    expect(codesFor('move', 'new-subscription', { subjects: [licence, azure] })).toContain('resources-moved');
  });

  test.each([
    ['reservations', 'reservations-listed', 'reservations-settled'],
    ['marketplace', 'marketplace-listed', 'marketplace-bought-again'],
  ] as const)('%s are listed before it moves and settled afterwards, and only where there are any', (field, before, after) => {
    expect(codesFor('before', 'azure-plan-transfer', { [field]: true })).toContain(before);
    expect(codesFor('after', 'azure-plan-transfer', { [field]: true })).toContain(after);
    expect(codesFor('before', 'azure-plan-transfer')).not.toContain(before);
    expect(codesFor('after', 'azure-plan-transfer')).not.toContain(after);
  });

  test.each([
    ['manual-switch', 'two-ids-noted'],
    ['azure-plan-transfer', 'default-subscription-cancelled'],
    ['ea-to-csp', 'quotas-raised-again'],
  ] as const)('after %s there is %s', (procedure, code) => {
    expect(codesFor('after', procedure)).toContain(code);
  });
});

describe('what is bought for longer has to be settled', () => {
  const codesFor = (fields: Parameters<typeof moveAzure>[1]) =>
    itemsFor('after', moveAzure('azure-plan-transfer', fields)).map(([code]) => code);
  const subject = (facts: Record<string, unknown>) => ({ id: 'sub-1', name: 'Production', facts });
  const plain = subject({ 'item.generation': 'azure_plan' });

  test.each([
    ['somebody says that there are reservations', { reservations: true }],
    ['an item has reservations', { subjects: [plain, subject({ 'item.includesReservations': true })] }],
    ['an item has a savings plan', { subjects: [subject({ 'item.includesSavingsPlan': true }), plain] }],
  ])('%s', (_what, fields) => {
    expect(codesFor(fields).filter((code) => code === 'reservations-settled')).toHaveLength(1);
  });

  test.each([
    ['nobody says so', {}],
    ['no item has them', { subjects: [subject({ 'item.includesReservations': false, 'item.includesSavingsPlan': false })] }],
    ['nobody knows', { subjects: [subject({ 'item.includesReservations': null, 'item.includesSavingsPlan': 'unknown' })] }],
  ])('not when %s', (_what, fields) => {
    expect(codesFor(fields)).not.toContain('reservations-settled');
  });

  test('only once it has moved, and not by us when it leaves us', () => {
    const subjects = [subject({ 'item.includesReservations': true })];
    const ours = moveAzure('azure-plan-transfer', { subjects });
    for (const stage of ['before', 'other', 'move'] as const) {
      expect(itemsFor(stage, ours).map(([code]) => code)).not.toContain('reservations-settled');
    }
    expect(itemsFor('after', { ...handOut, subjects }).map(([code]) => code)).toStrictEqual(['our-access-removed']);
  });
});

describe('what was told is short, whoever tells it', () => {
  const longest = 'x'.repeat(1998);
  const [fits, isTooLong]: [unknown[], unknown[]] = [
    ['', 'end_customer', 5, true, null, ['a', 'b'], longest],
    [`${longest}x`, [longest, ''], { customer: longest }],
  ];
  const wanted = moveAzure('azure-plan-transfer');
  const withSubject = (facts: object) => ({ ...wanted, subjects: [{ id: 'sub-1', name: 'Production', facts }] });
  const taken = (proposal: object) => Proposal.safeParse(proposal).success;
  const takenByAdmin = (told: object) => AdminProposal.safeParse({ ...invite('both'), told }).success;
  const agreed = (told: object) => AzureSwitchEvent.safeParse({ ...happens('handing-out-agreed', '03-04 10:00'), told }).success;
  const everywhere = (told: object) => [taken({ ...wanted, told }), taken({ ...handOut, told }), agreed(told), takenByAdmin(told)];

  test.each(fits.map((value) => [value]))('%j is kept', (value) => {
    expect(everywhere({ 'customer.tenantKind': value })).toStrictEqual([true, true, true, true]);
    expect(taken(withSubject({ 'item.generation': value }))).toBe(true);
  });

  test.each(isTooLong.map((value, index) => [index + 1, value]))('what is longer is not, example %i', (_index, value) => {
    expect(everywhere({ 'customer.tenantKind': value })).toStrictEqual([false, false, false, false]);
    expect(taken(withSubject({ 'item.generation': value }))).toBe(false);
  });

  test('each of several facts has as much room', () => {
    expect(everywhere({ 'customer.one': longest, 'customer.other': longest })).toStrictEqual([true, true, true, true]);
  });

  test('a path has a name, and no more than a hundred characters', () => {
    expect(everywhere({ '': 'x' })).toStrictEqual([false, false, false, false]);
    expect(everywhere({ ['x'.repeat(100)]: 'x' })).toStrictEqual([true, true, true, true]);
    expect(everywhere({ ['x'.repeat(101)]: 'x' })).toStrictEqual([false, false, false, false]);
  });

  test.each(['customer', 'customer.tenantKind', 'items.generation', 'item', 'an item.generation'])(
    'an item says nothing of %s',
    (path) => {
      expect(taken(withSubject({ [path]: 'x' }))).toBe(false);
    },
  );
});
