import { profiles } from '../../src/clouds/profiles.ts';
import { instant } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { createWorld } from '../../src/sandbox/create-world.ts';
import type { Asked, Claims, Reply, Surface } from '../../src/sandbox/exchange.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { instantly } from '../../src/sandbox/timing.ts';
import type { AzureSubscription, Customer, News, Subscription, Timing, World } from '../../src/sandbox/world.ts';

/** The identities that all fixtures share. */
export const nordlys = '7a11c0de-1111-4a10-8a10-0000000000a1';
export const granitt = '7a11c0de-2222-4a10-8a10-0000000000a2';
export const fjord = '7a11c0de-3333-4a10-8a10-0000000000a3';
export const tindetopp = '7a11c0de-4444-4a10-8a10-0000000000a4';
export const solsikke = 'c0570001-0001-4c01-8c01-0000000000c1';
export const havbris = 'c0570002-0002-4c02-8c02-0000000000c2';
export const lyngmo = 'c0570003-0003-4c03-8c03-0000000000c3';
export const planId = '5b5c0001-0001-4d01-8d01-0000000000d1';
export const azureIds = [
  '5ab50001-0001-4e01-8e01-0000000000e1',
  '5ab50002-0002-4e02-8e02-0000000000e2',
  '5ab50003-0003-4e03-8e03-0000000000e3',
] as const;

export const at = (text: string): Instant => instant(Date.parse(text));

const seconds = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 };

export interface Scene {
  readonly world: World;
  /** What the world was asked to tell. */
  readonly told: News[];
  /** Lets time pass, and what is due happen. */
  readonly pass: (span: Partial<Record<keyof typeof seconds, number>>) => void;
}

/** A world with its partners and without customers, in which things happen at once unless they are told to take their time. */
export const sandboxScene = (timing: Partial<Timing> = {}, from = '2026-03-02T09:00:00.000Z'): Scene => {
  let now = Date.parse(from);
  const made = createWorld({ now: () => instant(now), seed: 7, timing: { ...instantly, ...timing } });
  const told: News[] = [];
  const world: World = {
    ...made,
    announce: (news) => {
      told.push(news);
      made.announce(news);
    },
  };
  addPartners(world);
  const pass: Scene['pass'] = (span) => {
    for (const unit of Object.keys(seconds) as (keyof typeof seconds)[]) now += (span[unit] ?? 0) * seconds[unit] * 1000;
    world.settle();
  };
  return { world, told, pass };
};

const names: Readonly<Record<string, { readonly name: string; readonly domain: string }>> = {
  [solsikke]: { name: 'Solsikke Bakeri AS', domain: 'solsikkebakeri' },
  [havbris]: { name: 'Havbris Rederi AS', domain: 'havbris' },
  [lyngmo]: { name: 'Lyngmo Skole', domain: 'lyngmoskole' },
};

/** One of the fixtures’ customers, tied to nobody. */
export const addCustomer = (world: World, tenantId: string, changes: Partial<Customer> = {}): Customer => {
  const { name, domain } = names[tenantId] ?? { name: 'Contoso', domain: 'contoso' };
  const customer: Customer = {
    tenantId,
    cloud: 'global',
    name,
    domains: [`${domain}.example`, `${domain}.onmicrosoft.example`],
    country: 'NO',
    culture: 'nb-NO',
    address: { line1: 'Solgata 7', city: 'Bergen', postalCode: '5003', phone: '+4755000001', state: 'Vestland' },
    admin: { firstName: 'Kari', lastName: 'Solberg', email: `kari@${domain}.example` },
    kind: 'end-customer',
    agreement: 'attested',
    agreedOn: at('2026-02-10T00:00:00Z'),
    validation: 'Allowed',
    qualifications: [],
    ties: new Map(),
    subscriptions: [],
    azure: [],
    partnerLinks: new Map(),
    consents: new Set(),
    billingEtag: -1042,
    ...changes,
  };
  world.customers.set(tenantId, customer);
  return customer;
};

export const tie = (customer: Customer, partner: string, { dap = false, since = '2026-02-11T10:00:00Z' } = {}): void => {
  customer.ties.set(partner, { since: at(since), visibleAt: at(since), dap });
};

/** Twenty-five licences of the new kind, unless told otherwise. */
export const licence = (changes: Partial<Subscription> = {}): Subscription => ({
  id: '5b5c0002-0002-4d02-8d02-0000000000d2',
  offerId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K59S',
  offerName: 'Microsoft 365 Business Premium',
  friendlyName: 'Bakeri kontorlisenser',
  productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
  kind: 'licence',
  seller: nordlys,
  channel: 'csp',
  quantity: 25,
  status: 'active',
  isTrial: false,
  autoRenew: true,
  createdAt: at('2025-04-01T08:00:00Z'),
  visibleAt: at('2025-04-01T08:00:00Z'),
  termStart: at('2025-04-01T00:00:00Z'),
  termEnd: at('2026-03-31T00:00:00Z'),
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  orderId: '0a0b0c0d0e0f',
  etag: 1,
  ...changes,
});

export const azurePlan = (changes: Partial<Subscription> = {}): Subscription =>
  licence({
    id: planId,
    offerId: 'DZH318Z0BPS6:0001:DZH318Z0BML6',
    offerName: 'Azure plan',
    friendlyName: undefined,
    productType: { id: 'AzurePlan', displayName: 'Azure plan' },
    kind: 'azure-plan',
    quantity: 1,
    autoRenew: false,
    termEnd: at('9999-12-31T00:00:00Z'),
    ...changes,
  });

export const legacyAzure = (changes: Partial<Subscription> = {}): Subscription =>
  licence({
    id: '5b5c0009-0009-4d09-8d09-0000000000d9',
    offerId: 'MS-AZR-0145P',
    offerName: 'Microsoft Azure',
    friendlyName: 'Gammel Azure',
    productType: { id: 'Azure', displayName: 'Azure' },
    kind: 'azure-legacy',
    quantity: 1,
    ...changes,
  });

/** An Azure subscription below the plan of our own, where whoever sold it is its owner. */
export const azureSubscription = (id: string, changes: Partial<AzureSubscription> = {}): AzureSubscription => ({
  id,
  name: 'Produksjon',
  planId,
  seller: nordlys,
  status: 'active',
  quotaId: 'CSP_2015-05-01',
  agreementType: 'MicrosoftPartnerAgreement',
  roleAssignments: [],
  reservations: [],
  ...changes,
});

/** An Admin agent with a second factor, unless told otherwise. */
export const claimsOf = (world: World, partner: string, changes: Partial<Claims> = {}): Claims => {
  const { tenantId, people, applications } = world.partners.get(partner) ?? { tenantId: partner, people: [], applications: [] };
  const clientId = applications[0]?.clientId ?? '';
  return {
    tenant: tenantId,
    home: tenantId,
    audience: profiles.global.partnerCenterAudience,
    kind: 'user',
    clientId,
    subject: people[0]?.id ?? '',
    roles: ['AdminAgents'],
    permissions: applications[0]?.permissions ?? [],
    mfa: true,
    expiresAt: Number.MAX_SAFE_INTEGER,
    ...changes,
  };
};

/** An application without a person. */
export const appClaimsOf = (world: World, partner: string): Claims => {
  const claims = claimsOf(world, partner);
  return { ...claims, kind: 'app', subject: claims.clientId, roles: [], mfa: false };
};

interface Question {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks a surface; the path may carry its query. */
export const ask = async (
  surface: Surface,
  method: string,
  path: string,
  { headers = {}, body }: Question = {},
): Promise<Reply> => {
  const url = new URL(path, 'http://127.0.0.1');
  const asked: Asked = {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    raw: Buffer.from(body === undefined || body === null ? '' : JSON.stringify(body)),
    base: 'http://127.0.0.1/surface',
  };
  return surface(asked);
};
