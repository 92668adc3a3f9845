import { describe, expect, test } from '@jest/globals';
import type { Procedure } from '../../src/cases/azure-switch/case.ts';
import type { FactPath } from '../../src/policy/index.ts';
import { byHandStill } from '../support/requests.ts';
import { answers, atTheSwitch, held, showing, walkOn } from '../support/switch-world.ts';

type Answers = Parameters<typeof walkOn>[1];
type Wizard = ReturnType<typeof atTheSwitch>;

const ticked = { 'xfer.customerWrittenRequest': 'true', 'xfer.ticketOpenedBy': 'not_yet', 'xfer.signatures': '' };
const byHand = { ...ticked, 'xfer.withoutConversion': 'true', sameCountry: 'true' };
const licence = { 'item.term': 'active', 'item.daysSinceTermStart': '90' };

/** What somebody would answer whom each of the procedures is for. */
const answersFor: Readonly<Record<Procedure, Answers>> = {
  'azure-plan-transfer': answers,
  'manual-switch': {
    ...answers,
    subscriptions: { typed: 'Web shop', what: 'azure-legacy' },
    procedure: { procedure: 'manual-switch' },
    'manual-switch': byHand,
  },
  'licence-transfer': {
    ...answers,
    subscriptions: { typed: 'Business Premium\nExchange', what: 'licence-nce' },
    moves: { ...answers.moves, ...licence },
  },
  'ea-to-csp': {
    ...answers,
    origin: { boughtFrom: 'ea', agreement: 'direct_ea' },
    subscriptions: { typed: 'Web shop', what: 'azure' },
  },
  'new-subscription': {
    ...answers,
    origin: { boughtFrom: 'open' },
    subscriptions: { typed: 'Web shop', what: 'azure' },
    'new-subscription': { ends: 'Das alte Abonnement endet im Mai.' },
  },
};

const worldFor = (procedure: Procedure, more: Parameters<typeof atTheSwitch>[2] = {}): Wizard =>
  atTheSwitch(
    { 'partner.azureExpertMsp': procedure === 'ea-to-csp', sameCountry: true },
    procedure === 'manual-switch' ? { start: byHandStill } : {},
    more,
  );

const begin = async (at: Wizard): Promise<Wizard> => {
  await at.start('contoso.example');
  return at;
};

const rulesOn = (at: Wizard): string[] => at.data('wizard/review').judged.findings.map(({ rule }) => rule);
const stepsOn = (at: Wizard): readonly string[] => at.data('wizard/review').judged.nextSteps;

describe('every procedure has its way to a request', () => {
  test.each<readonly [Procedure, readonly string[]]>([
    ['azure-plan-transfer', ['origin', 'subscriptions', 'moves', 'told', 'before', 'letter', 'review']],
    ['manual-switch', ['origin', 'subscriptions', 'moves', 'procedure', 'manual-switch', 'told', 'before', 'letter', 'review']],
    ['licence-transfer', ['origin', 'subscriptions', 'moves', 'told', 'before', 'letter', 'review']],
    ['ea-to-csp', ['origin', 'subscriptions', 'moves', 'told', 'before', 'letter', 'review']],
    ['new-subscription', ['origin', 'subscriptions', 'moves', 'new-subscription', 'told', 'before', 'letter', 'review']],
  ])('%s', async (procedure, pages) => {
    const at = await begin(worldFor(procedure));
    expect(await walkOn(at, answersFor[procedure])).toEqual(pages);
    const { judged, facts, approval } = at.data('wizard/review');
    expect([judged.nextSteps, approval === null]).toEqual([[], false]);
    expect(facts.map(({ value }) => value).join()).toContain(procedure === 'licence-transfer' ? 'Exchange' : 'Web shop');
    const shown = await at.does('page');
    const kept = 'case' in shown ? await at.world.store.case(shown.case) : null;
    expect(kept?.case).toMatchObject({ status: 'awaiting-approval', proposal: { wants: 'switch', procedure } });
  });

  test('what the old services are the customer reads in the letter', async () => {
    const at = await begin(worldFor('new-subscription'));
    await walkOn(at, answersFor['new-subscription']);
    await at.does('page');
    const [kept] = await at.world.store.cases(null, 10);
    expect(kept?.case.proposal).toMatchObject({ letter: { paragraph: 'Das alte Abonnement endet im Mai.' } });
  });

  test('the page before it goes out says who has to do what', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    for (const page of ['origin', 'subscriptions', 'moves', 'told'] as const) await at.does('page', { ...answers[page] });
    const { groups } = at.data('switch-azure/page');
    expect(groups.map(({ title }) => title)).toEqual(['We', 'The customer']);
    expect(groups[1]?.lines[2]).toContain('Billing and usage history');
  });

  test('a transfer says until when the present partner has time', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    await walkOn(at, answers);
    expect(
      at
        .data('wizard/review')
        .facts.map(({ value }) => value)
        .join(),
    ).toContain('until 1 April 2026');
  });
});

describe('what only one of them needs is asked on its own page', () => {
  test('the tenant of a partner that nobody could find', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    await walkOn(at, { ...answers, origin: { boughtFrom: 'other_csp', partner: 'Granitt IT', which: '' } });
    expect(at.where()).toBe('azure-plan-transfer');
    await at.does('page', { tenant: 'granitt' });
    expect(at.questions('azure-plan-transfer').questions[0]?.problem).toContain('not a tenant ID');
    await at.does('page', { tenant: '7a11c0de-2222-4a10-8a10-0000000000a2' });
    expect(at.where()).toBe('told');
  });

  test('the reseller for whom a provider takes over', async () => {
    const at = await begin(atTheSwitch({ 'partner.type': 'indirect_provider' }));
    const given = { ...answers, told: { ...answers.told, providerResellerSameRegion: 'true' } };
    await walkOn(at, given);
    expect(rulesOn(at)).toContain('R-XFER-RESELLER-ID');
    await at.does('back');
    expect(at.where()).toBe('azure-plan-transfer');
    await at.does('page', { 'xfer.resellerPartnerId': '6200002' });
    await walkOn(at, given);
    await at.does('page');
    const [kept] = await at.world.store.cases(null, 10);
    expect(kept?.case.proposal.told).toMatchObject({ 'xfer.resellerPartnerId': '6200002', 'req.model': 'indirect' });
  });

  test('which of the four flags a marketplace product has, once there is one', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    const moves = { ...answers.moves, marketplace: 'true' };
    await walkOn(at, { ...answers, moves });
    expect(at.data('switch-azure/page').questions.map(({ id }) => id)).toContain('publisherAllowlisted');
    await walkOn(at, {
      ...answers,
      moves: {
        ...moves,
        specialDiscount: 'true',
        regionRestricted: 'false',
        subscriptionBased: 'false',
        publisherAllowlisted: 'true',
      },
    });
    expect(rulesOn(at)).toContain('R-XFER-MARKETPLACE');
  });

  test('how reservations are paid, once there are some', async () => {
    const at = await begin(worldFor('azure-plan-transfer'));
    const moves = { ...answers.moves, reservations: 'true' };
    await walkOn(at, { ...answers, moves });
    expect(at.data('switch-azure/page').questions.find(({ id }) => id === 'item.reservationPayment')?.problem).not.toBeNull();
    await walkOn(at, { ...answers, moves: { ...moves, 'item.reservationPayment': 'upfront' } });
    expect(rulesOn(at)).toContain('R-XFER-RI-UPFRONT-LOCK');
  });
});

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
  ])('%s', async (_, procedure, known, given, rule, last) => {
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

describe('what a service shows need not be typed', () => {
  const plan = {
    'item.kind': 'usage',
    'item.product': 'azure',
    'item.generation': 'azure_plan',
    'item.boughtFrom': 'other_csp',
  } as const;

  test('and what is suspended is left out, and named', async () => {
    const shop = held('shop', { ...plan, 'item.status': 'active', 'item.term': null });
    const old = held('old', { ...plan, 'item.status': 'suspended', 'item.term': null });
    const ours = held('ours', { ...plan, 'item.boughtFrom': 'own' }, 'us');
    const at = await begin(worldFor('azure-plan-transfer', showing(shop, old, ours)));
    await at.does('page', { partner: 'Granitt IT', which: '7a11c0de-2222-4a10-8a10-0000000000a2' });
    const [chosen] = at.questions('subscriptions').questions;
    expect(chosen).toMatchObject({ id: 'chosen', value: '0', hint: expect.stringContaining('Subscription old') as string });
    await walkOn(at, { ...answers, subscriptions: { chosen: '0' } });
    await at.does('page');
    const [kept] = await at.world.store.cases(null, 10);
    expect(kept?.case.proposal).toMatchObject({ subjects: [{ id: 'shop' }] });
  });

  test('where it was bought is not asked where that is known, and can be corrected', async () => {
    const at = await begin(
      worldFor('new-subscription', showing(held('shop', { 'item.kind': 'usage', 'item.boughtFrom': 'open' }))),
    );
    expect(at.where()).toBe('subscriptions');
    await at.does('back');
    expect(at.questions('origin').questions[0]?.value).toBe('open');
  });

  test('what moves in different ways is asked for separately', async () => {
    const licences = held('e3', {
      'item.kind': 'licence',
      'item.generation': 'nce',
      'item.boughtFrom': 'other_csp',
      'item.term': 'active',
      'item.daysSinceTermStart': 90,
    });
    const at = await begin(worldFor('azure-plan-transfer', showing(held('shop', plan), licences)));
    await walkOn(at, { ...answers, subscriptions: { chosen: '0,1' } });
    expect(at.questions('subscriptions').problem).toContain('does not move together');
  });

  test('a service that does not answer keeps nobody', async () => {
    const holdings = { of: () => Promise.resolve({ unreachable: 'Azure' }) };
    const at = await begin(worldFor('azure-plan-transfer', { holdings }));
    await at.does('page', answers.origin);
    expect(at.questions('subscriptions').lead).toContain('Azure cannot be reached');
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
