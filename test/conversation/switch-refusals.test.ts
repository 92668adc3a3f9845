import { describe, expect, test } from '@jest/globals';
import type { Procedure } from '../../src/cases/azure-switch/case.ts';
import type { FactPath } from '../../src/policy/index.ts';
import { answers, answersFor, atTheSwitch, begin, byHand, rulesOn, stepsOn, walkOn, worldFor } from '../support/switch-world.ts';

type Answers = Parameters<typeof walkOn>[1];

describe('every procedure has its refusals, and nobody fills in a page after one', () => {
  type Known = Partial<Record<FactPath, unknown>>;
  test.each<readonly [string, Procedure, Known, Answers, string, string]>([
    ['nobody sells to them yet', 'azure-plan-transfer', { 'rel.reseller': 'none' }, {}, 'R-XFER-REL-FIRST', 'subscriptions'],
    [
      'no plan was bought',
      'azure-plan-transfer',
      { 'customer.azurePlanWithTarget': false },
      {},
      'R-XFER-AZPLAN-PREREQ',
      'subscriptions',
    ],
    [
      'we are a reseller',
      'licence-transfer',
      { 'partner.type': 'indirect_reseller' },
      {},
      'R-XFER-IR-VIA-PROVIDER',
      'subscriptions',
    ],
    [
      'it is part of another transfer',
      'azure-plan-transfer',
      {},
      { moves: { ...answers.moves, inOtherTransfer: 'true' } },
      'R-XFER-BUSY',
      'moves',
    ],
    [
      'it is suspended',
      'azure-plan-transfer',
      {},
      { moves: { ...answers.moves, 'item.status': 'suspended' } },
      'R-XFER-ITEM-ACTIVE',
      'moves',
    ],
    [
      'the customer has not written',
      'manual-switch',
      {},
      { 'manual-switch': { ...byHand, 'xfer.customerWrittenRequest': 'false' } },
      'R-SWITCH-CUSTOMER-WRITES',
      'manual-switch',
    ],
    [
      'we opened the ticket',
      'manual-switch',
      {},
      { 'manual-switch': { ...byHand, 'xfer.ticketOpenedBy': 'new_partner' } },
      'R-SWITCH-CURRENT-OPENS-TICKET',
      'manual-switch',
    ],
    ['no agreement is accepted', 'ea-to-csp', { 'customer.mca': 'none' }, {}, 'R-EA-PREREQ', 'subscriptions'],
    [
      'the agreement is disabled',
      'ea-to-csp',
      {},
      { origin: { boughtFrom: 'ea', agreement: 'disabled' } },
      'R-EA-EXCLUDED',
      'subscriptions',
    ],
    ['it is of another market', 'new-subscription', { 'customer.tenantCountry': 'US' }, {}, 'R-REGION-MATCH', 'subscriptions'],
    [
      'it leaves the cloud',
      'new-subscription',
      {},
      { moves: { ...answers.moves, crossCloud: 'true' } },
      'R-NO-CLOUD-CROSSING',
      'moves',
    ],
    [
      'licences of the old kind',
      'licence-transfer',
      {},
      { subscriptions: { typed: 'E3', what: 'licence-legacy' } },
      'R-LIC-NO-PARTNER-SWITCH',
      'moves',
    ],
  ])('%s', async (_, procedure, ...[known, given, rule, last]) => {
    const at = worldFor(procedure);
    for (const [path, value] of Object.entries(known)) at.world.facts.set(path as FactPath, value);
    await begin(at);
    const path = await walkOn(at, { ...answersFor[procedure], ...given });
    expect([rulesOn(at).includes(rule), path.at(-2), path.at(-1)]).toEqual([true, last, 'review']);
    expect(at.data('wizard/review').approval).toBeNull();
    expect(at.buttons().map(({ verb }) => verb)).toEqual(['say', 'back', 'cancel']);
    expect(stepsOn(at).length).toBeGreaterThan(0);
    expect(await at.world.store.cases(null, 1)).toEqual([]);
  });

  test('whoever is none of our customers yet is asked first, by a button', async () => {
    const at = worldFor('azure-plan-transfer');
    at.world.facts.set('rel.reseller', 'none');
    await walkOn(await begin(at), answers);
    expect(at.buttons()[0]).toMatchObject({ verb: 'say', id: 'request admin contoso.example' });
  });

  test('reservations stayed behind until the summer of 2021', async () => {
    const at = await begin(atTheSwitch({}, { start: '2021-05-03T09:00:00.000Z' }));
    const moves = { ...answers.moves, reservations: 'true', 'item.reservationPayment': 'monthly' };
    await walkOn(at, { ...answers, moves });
    expect(rulesOn(at)).toContain('R-XFER-RI-NOT-MOVED');
  });

  test('and were for a person to decide until autumn 2023', async () => {
    const at = await begin(atTheSwitch({}, { start: '2023-09-13T09:00:00.000Z' }));
    const moves = { ...answers.moves, reservations: 'true', 'item.reservationPayment': 'monthly' };
    await walkOn(at, { ...answers, moves });
    expect(rulesOn(at)).toContain('R-XFER-RI-DATE-GAP');
    expect(at.data('wizard/review').approval).not.toBeNull();
  });

  test('what no procedure moves hears what can be done instead', async () => {
    const at = await begin(worldFor('licence-transfer'));
    await walkOn(at, {
      ...answersFor['licence-transfer'],
      origin: { boughtFrom: 'microsoft_direct' },
      subscriptions: { typed: 'E3', what: 'licence' },
    });
    expect(at.data('wizard/review').problem).toContain('No procedure of ours');
    expect(stepsOn(at).length).toBeGreaterThan(0);
  });

  test('an agreement that we may not take over becomes new beside old', async () => {
    const at = await begin(worldFor('new-subscription'));
    const path = await walkOn(at, { ...answersFor['ea-to-csp'], 'new-subscription': { ends: '' } });
    expect(path).toContain('new-subscription');
  });
});

describe('in other clouds', () => {
  const abroad = (cloud: 'us_gov' | 'china_21v', known: Parameters<typeof atTheSwitch>[0] = {}) =>
    atTheSwitch(known, {}, { clouds: [cloud] });
  const legacy = { ...answers, subscriptions: { typed: 'Web shop', what: 'azure-legacy' }, 'manual-switch': byHand };

  test('US Government is switched by hand, with permission', async () => {
    const at = await begin(abroad('us_gov', { 'rel.dap': true, sameCountry: true, sameMarket: true }));
    const path = await walkOn(at, legacy);
    expect(path).toContain('manual-switch');
    expect(at.data('wizard/review').approval).not.toBeNull();
  });

  test('and not without', async () => {
    const at = await begin(abroad('us_gov', { 'rel.dap': false }));
    await walkOn(at, legacy);
    expect(rulesOn(at)).toContain('R-USGOV-SWITCH-PERMISSION');
  });

  test('21Vianet has none at all', async () => {
    const at = await begin(abroad('china_21v'));
    const path = await walkOn(at, answers);
    expect([rulesOn(at).includes('R-XFER-NATCLOUD'), path]).toEqual([true, ['origin', 'subscriptions', 'review']]);
  });
});
