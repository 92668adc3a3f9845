import { afterEach, describe, expect, test } from '@jest/globals';
import type { FactPath } from '../../src/policy/index.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import type { Customer, World as MadeUp } from '../../src/sandbox/world.ts';
import { readings } from '../../src/services/customer-facts.ts';
import { customerFacts, partnerFacts } from '../../src/services/facts.ts';
import { inviting } from '../support/requests.ts';
import { putActive, putRelationship } from '../support/sandbox-graph.ts';
import { addCustomer, at, azurePlan, granitt, legacyAzure, licence, nordlys, solsikke, tie } from '../support/sandbox-world.ts';
import { createSandboxed } from '../support/sandboxed.ts';
import type { Sandboxed } from '../support/sandboxed.ts';

let open: Sandboxed | null = null;
afterEach(async () => {
  await open?.close();
});

const everything = readings.flatMap(({ tells }) => tells);

const about = (customer: Partial<ReturnType<typeof inviting>['customer']> = {}, cloud: 'global' | 'germany' = 'global') => ({
  cloud,
  customer: { ...inviting().customer, tenant: solsikke, domain: null, ...customer },
  item: null,
  caseId: null,
});

type Setting = Parameters<typeof createSandboxed>[0];

const world = async (populate: (world: MadeUp) => void, more: Setting = {}) => {
  open = await createSandboxed({ populate, ...more });
  const { offices, clock } = open;
  const office = (cloud: string) => offices.find(({ account }) => account.profile.cloud === cloud) ?? null;
  const sources = { customer: customerFacts(office, clock), partner: partnerFacts(office) };
  return {
    ...open,
    read: (paths: readonly FactPath[] = everything, whom = about()) => sources.customer.read(paths, whom),
    ours: (paths: readonly FactPath[]) => sources.partner.read(paths, about()),
    fails: (surface: 'partner-center' | 'graph' | 'sign-in', path: RegExp, fault: Fault) =>
      open?.sandbox.faults.add({ surface, path, times: 50, fault }),
  };
};

const ours =
  (changes: Partial<Customer> = {}, { dap = false } = {}) =>
  (made: MadeUp): void => {
    tie(addCustomer(made, solsikke, changes), nordlys, { dap });
  };

describe('what services know of a customer of ours', () => {
  test('with nothing but the tie: the rest is known not to be', async () => {
    const { read } = await world(ours({ agreement: 'none', agreedOn: null }));
    expect(await read()).toEqual({
      'rel.reseller': 'active',
      'rel.dap': false,
      'rel.gdap': 'none',
      'rel.gdapRoles': [],
      'customer.tenantCountry': 'NO',
      'customer.mca': 'none',
      'customer.gcc': false,
      'customer.gccValidated': null,
      'customer.azurePlanWithTarget': false,
      'end.activeSubscriptions': 0,
      'end.software': 0,
      'end.nceOutsideWindow': 0,
    });
  });

  const gcc = (vettingStatus: string) => [{ qualification: 'GovernmentCommunityCloud', vettingStatus }];
  const rows: readonly (readonly [string, (made: MadeUp) => void, object])[] = [
    ['full admin of ours', ours({}, { dap: true }), { 'rel.dap': true, 'customer.dapHolderForService': 'self' }],
    ['an agreement that we attested', ours(), { 'customer.mca': 'attested' }],
    ['an agreement that the customer signed', ours({ agreement: 'signed-directly' }), { 'customer.mca': 'accepted' }],
    ['a public authority', ours({ qualifications: gcc('Approved') }), { 'customer.gcc': true, 'customer.gccValidated': true }],
    [
      'one that is still vetted',
      ours({ qualifications: gcc('InReview') }),
      { 'customer.gcc': true, 'customer.gccValidated': false },
    ],
    [
      'an Azure plan with us',
      ours({ subscriptions: [azurePlan()] }),
      { 'customer.azurePlanWithTarget': true, 'customer.hasAzurePlan': true, 'end.activeSubscriptions': 1 },
    ],
    [
      'an Azure plan with somebody else',
      ours({ subscriptions: [azurePlan({ seller: granitt })] }),
      { 'customer.azurePlanWithTarget': false, 'end.activeSubscriptions': 0 },
    ],
    ['Azure of the old kind', ours({ subscriptions: [legacyAzure()] }), { 'customer.has0145P': true }],
    [
      'licences, one of them suspended',
      ours({ subscriptions: [licence(), licence({ id: '5b5c0003-0003-4d03-8d03-0000000000d3', status: 'suspended' })] }),
      { 'end.activeSubscriptions': 1, 'end.nceOutsideWindow': 1 },
    ],
  ];

  test.each(rows)('%s', async (_, populate, facts) => {
    const { read } = await world(populate);
    expect(await read()).toMatchObject(facts);
  });

  test('that there is no Azure plan with us says nothing about others', async () => {
    const { read } = await world(ours());
    expect(await read()).not.toHaveProperty(['customer.hasAzurePlan']);
    expect(await read()).not.toHaveProperty(['customer.has0145P']);
  });
});

describe('granular admin of the customer', () => {
  const end = { endsAt: at('2026-09-02T09:00:00Z') };
  const whose = { tenantId: solsikke, displayName: 'Solsikke Bakeri AS' };
  const other = '6da90003-0001-4601-8601-000000000061-6da90003-0002-4602-8602-000000000062';

  test.each<[string, (made: MadeUp) => void, string]>([
    [
      'that lies with the customer',
      (made) => putRelationship(made, { customer: whose, status: 'approvalPending' }),
      'approvalPending',
    ],
    ['that nobody was asked for yet', (made) => putRelationship(made, { customer: whose, status: 'created' }), 'created'],
    ['that has run out', (made) => putRelationship(made, { customer: whose, status: 'expired' }), 'expired'],
    ['that was ended', (made) => putRelationship(made, { customer: whose, status: 'terminated' }), 'terminated'],
  ])('%s grants nothing', async (_, put, standing) => {
    const { read } = await world((made) => {
      ours()(made);
      put(made);
    });
    expect(await read(['rel.gdap', 'rel.gdapRoles'])).toEqual({ 'rel.gdap': standing, 'rel.gdapRoles': [] });
  });

  test('is the best of several, with the roles of those that work', async () => {
    const { read } = await world((made) => {
      ours()(made);
      putActive(made, { ...end, customer: whose });
      putRelationship(made, { id: other, displayName: 'Another', customer: whose, status: 'terminated' });
    });
    const facts = await read(['rel.gdap', 'rel.gdapRoles']);
    expect(facts).toMatchObject({ 'rel.gdap': 'active', 'rel.gdapRoles': expect.arrayContaining(['directory_readers']) });
  });
});

describe('of a company that is no customer of ours', () => {
  test('it is said that there is no tie, and nothing that nobody told', async () => {
    const { read } = await world((made) => addCustomer(made, solsikke));
    const facts = await read();
    expect(facts).toMatchObject({ 'rel.reseller': 'none', 'rel.dap': false, 'rel.gdap': 'none', 'end.activeSubscriptions': 0 });
    expect(facts).not.toHaveProperty(['customer.tenantCountry']);
    expect(facts).not.toHaveProperty(['customer.gcc']);
    expect(facts).not.toHaveProperty(['customer.hasAzurePlan']);
  });

  test('its domain is enough to know whom is meant, and of one that nobody has nothing is known', async () => {
    const { read } = await world(ours());
    const only = { tenant: null, domain: 'solsikkebakeri.example' };
    expect(await read(['rel.reseller'], about(only))).toEqual({ 'rel.reseller': 'active' });
    expect(await read(['rel.reseller'], about({ tenant: null, domain: 'nobody.example' }))).toEqual({});
    expect(await read(['rel.reseller'], about({ tenant: null, domain: null }))).toEqual({});
  });
});

describe('only what is asked for', () => {
  test('is read, and told', async () => {
    const { read, requests } = await world(ours({}, { dap: true }));
    expect(await read(['rel.dap'])).toEqual({ 'rel.dap': true });
    expect(requests.filter(({ surface }) => surface !== 'sign-in')).toEqual([
      { surface: 'partner-center', method: 'GET', path: `/v1/customers/${solsikke}` },
    ]);
  });

  test('and of what services do not tell nothing is asked at all', async () => {
    const { read, requests } = await world(ours());
    expect(await read(['item.kind', 'partner.type'])).toEqual({});
    expect(requests).toEqual([]);
  });

  test('and in a cloud without an account of ours nobody is asked', async () => {
    const { read, requests } = await world(ours());
    expect(await read(everything, about({}, 'germany'))).toEqual({});
    expect(requests).toEqual([]);
  });
});

describe('who does not answer', () => {
  test.each<[string, 'partner-center' | 'graph' | 'sign-in', RegExp, Fault]>([
    ['Partner Center is down', 'partner-center', /^\/v1\/customers\/[^/]+$/, { kind: 'status', status: 503, as: 'error' }],
    ['Graph is down', 'graph', /delegatedAdminRelationships/, { kind: 'status', status: 502, as: 'page' }],
    ['one list cannot be read', 'partner-center', /subscriptions$/, { kind: 'garbage' }],
    ['one is asked too much', 'partner-center', /agreements$/i, { kind: 'throttled', retryAfter: '600' }],
    ['nobody lets us in', 'sign-in', /token/, { kind: 'status', status: 503, as: 'error' }],
  ])('is said, and no half of the facts is told: %s', async (_, surface, path, fault) => {
    const { read, fails } = await world(ours({ agreement: 'none' }));
    fails(surface, path, fault);
    expect(await read()).toEqual({ unreachable: 'Microsoft' });
  });

  test('and who looks for a domain in vain because nobody answers says so too', async () => {
    const { read, fails } = await world(ours());
    fails('sign-in', /openid-configuration/, { kind: 'status', status: 503, as: 'error' });
    const whom = about({ tenant: null, domain: 'solsikkebakeri.example' });
    expect(await read(['rel.reseller'], whom)).toEqual({ unreachable: 'Microsoft Entra ID' });
  });

  test('is not who may not tell: that is left out, and a person is asked', async () => {
    const { read, made } = await world(ours());
    for (const partner of made.partners.values())
      for (const application of partner.applications) Object.assign(application, { permissions: [] });
    expect(await read(['rel.gdap', 'rel.reseller'])).toEqual({ 'rel.reseller': 'active' });
  });
});

describe('what is known of ourselves', () => {
  const account = { facts: { 'partner.type': 'direct_bill', 'partner.mpaSigned': false } };

  test('stands in the settings, and what services say goes before it', async () => {
    const { ours: read } = await world(() => undefined, { account });
    expect(await read(['partner.type', 'partner.mpaSigned', 'partner.partnerIdActive'])).toEqual({
      'partner.type': 'direct_bill',
      'partner.mpaSigned': true,
      'partner.partnerIdActive': true,
    });
  });

  test('is not asked for where the settings are enough', async () => {
    const { ours: read, requests } = await world(() => undefined, { account });
    expect(await read(['partner.type', 'partner.country'])).toEqual({ 'partner.type': 'direct_bill' });
    expect(requests).toEqual([]);
  });

  test('includes that nobody has our PartnerID', async () => {
    const { ours: read } = await world(() => undefined, { account: { ...account, partnerId: '9999999' } });
    expect(await read(['partner.partnerIdActive'])).toEqual({ 'partner.partnerIdActive': false });
  });

  test('is not half of it when nobody answers', async () => {
    const { ours: read, fails } = await world(() => undefined, { account });
    fails('partner-center', /profiles/, { kind: 'status', status: 503, as: 'error' });
    expect(await read(['partner.type', 'partner.partnerIdActive'])).toEqual({ unreachable: 'Partner Center' });
  });
});
