import type { Claims, Surface } from '../../src/sandbox/exchange.ts';
import type { Customer } from '../../src/sandbox/world.ts';
import { legacyTransferScenes, transferScenes } from './partner-center-transfer-scenes.ts';
import {
  addCustomer,
  appClaimsOf,
  ask,
  at,
  azureIds,
  azurePlan,
  azureSubscription,
  claimsOf,
  fjord,
  havbris,
  legacyAzure,
  licence,
  lyngmo,
  nordlys,
  solsikke,
  tie,
  tindetopp,
} from './sandbox-world.ts';
import type { Scene } from './sandbox-world.ts';

export interface FixtureScene {
  /** Puts into the world what the fixture takes for granted. */
  readonly arrange?: (scene: Scene) => void;
  readonly cloud?: 'us_gov';
  /** Whoever asks; left out, an Admin agent of the new partner. */
  readonly as?: (scene: Scene) => Claims | null;
  /** Where any value of the right type will do: made up here, or about times. */
  readonly volatile?: readonly string[];
  /** What happens at the surface before; what it returns stands in the path instead of that id. */
  readonly before?: (surface: Surface) => Promise<readonly [instead: string, id: string]>;
  /** The fixture’s own request was cut short: this one is asked. */
  readonly body?: (body: Readonly<Record<string, unknown>>) => unknown;
}

/** A customer of the new partner. */
const own =
  (tenantId = solsikke, changes: Partial<Customer> = {}, dap = false) =>
  ({ world }: Scene): void => {
    tie(addCustomer(world, tenantId, changes), nordlys, { dap });
  };

const allThree = (scene: Scene): void => {
  for (const customer of [solsikke, havbris, lyngmo]) own(customer)(scene);
};

const strange =
  (tenantId = solsikke) =>
  ({ world }: Scene): void => {
    addCustomer(world, tenantId);
  };

/** Directory roles of the Admin agent’s group at the customer. */
const withRoles =
  (...roles: string[]) =>
  (scene: Scene): void => {
    own()(scene);
    const { world } = scene;
    const now = world.now();
    const times = { createdAt: now, modifiedAt: now };
    const group = world.partners.get(nordlys)?.adminAgentsGroup ?? '';
    world.relationships.set('relationship', {
      id: 'relationship',
      partner: nordlys,
      visibleAt: now,
      displayName: 'Nordlys',
      duration: 'P730D',
      customer: { tenantId: solsikke, displayName: null },
      roles,
      autoExtend: 'PT0S',
      status: 'active',
      ...times,
      activatedAt: now,
      endsAt: null,
      version: 1,
      requests: [],
      assignments: [{ id: 'assignment', group, roles, status: 'active', ...times, version: 1 }],
      operations: [],
      indirectProvider: null,
    });
  };

const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
const applicationAdministrator = '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3';

const bought = own(solsikke, {
  subscriptions: [
    azurePlan(),
    licence(),
    licence({
      id: '5b5c0003-0003-4d03-8d03-0000000000d3',
      offerId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971',
      offerName: 'Microsoft 365 Business Basic',
      friendlyName: 'Utsalg',
      quantity: 12,
      status: 'suspended',
    }),
    legacyAzure({ partnerOnRecord: '6100002' }),
    licence({ id: 'somebody-elses', seller: tindetopp }),
  ],
  azure: [
    azureSubscription(azureIds[0]),
    azureSubscription(azureIds[1], { name: 'Test', status: 'inactive' }),
    azureSubscription(azureIds[2], { planId: '5b5c0009-0009-4d09-8d09-0000000000d9' }),
  ],
});

const qualified = (vetting: object) =>
  own(lyngmo, {
    qualifications: [{ qualification: 'Education', ...vetting, vettingCreatedDate: '2026-02-20T10:37:38.885Z' }],
  });

const approval = {
  Id: '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062',
  displayName: 'Nordlys-Solsikke-01',
  status: 'approved',
  customer: { tenantId: solsikke, organizationDisplayName: 'Solsikke Bakeri AS' },
};

const spaced = (value: unknown): string =>
  JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ').replaceAll('{ ', '{').replaceAll(' }', '}');

const recorded = (scene: Scene): void => {
  own()(scene);
  const record = { partner: nordlys, customer: solsikke, oldValue: null };
  const transfer = '74a5f001-0001-4701-8701-000000000071';
  scene.world.audit.push(
    {
      ...record,
      id: `${nordlys}_${solsikke}_${transfer}_createtransfer_639080028000000000`,
      resourceType: 'transfer',
      operationType: 'create_transfer',
      operationDate: at('2026-03-02T09:00:00Z'),
      newValue: spaced({ Id: transfer, Status: 'Pending' }),
      customizedData: [{ key: 'TransferId', value: transfer }],
    },
    {
      ...record,
      id: `${nordlys}_${solsikke}_${approval.Id}_granularadminrelationshipapproved_639080064000000000`,
      resourceType: 'granular_admin_relationship',
      operationType: 'granular_admin_relationship_approved',
      operationDate: at('2026-03-02T10:00:00Z'),
      newValue: spaced(approval),
      customizedData: [],
    },
  );
};

const registered = ({ world }: Scene): void => {
  world.registrations.set(nordlys, {
    subscriberId: '5b5c41be-0001-4a01-8a01-00000000005b',
    url: 'https://bot.nordlys.example/webhooks/partner-center',
    events: [
      'test-created',
      'granular-admin-relationship-approved',
      'granular-admin-relationship-terminated',
      'create-transfer',
      'complete-transfer',
    ],
    inOwnHeader: false,
    modifiedAt: world.now(),
  });
};

const startValidation: FixtureScene['before'] = async (surface) => {
  const { body } = await ask(surface, 'POST', '/webhooks/v1/registration/validationEvents');
  return ['c0220001-0001-4a01-8a01-0000000000ca', (body as { correlationId: string }).correlationId];
};

/** Ids that Partner Center makes for a customer. */
const customerIds = ['commerceId', 'billingProfile.id'];
const correlation = 'originalCorrelationId';

/** By the name of the fixture. */
export const scenes: Readonly<Record<string, FixtureScene>> = {
  'pc-error-401-access-denied': { as: () => null },
  'pc-error-401-wrong-audience': { as: ({ world }) => claimsOf(world, nordlys, { audience: 'elsewhere' }) },
  'pc-error-403-no-commerce-relationship': { arrange: strange(havbris) },
  'pc-error-403-app-only-not-supported': { as: ({ world }) => appClaimsOf(world, nordlys) },
  'pc-error-403-role': { arrange: own(), as: ({ world }) => claimsOf(world, nordlys, { roles: ['SalesAgents'] }) },
  'pc-error-403-mca-missing': { arrange: own(solsikke, { agreement: 'none' }) },
  'pc-error-403-account-under-review': { arrange: own(solsikke, { validation: 'UnderReview' }) },
  'pc-error-404-not-found': {},
  'pc-error-400-etag-stale': { arrange: bought },
  'pc-relationshiprequest-get': {},
  'pc-customers-list-page1': { arrange: allThree },
  'pc-customers-list-page2': { arrange: allThree },
  'pc-customers-filter-domain': { arrange: allThree },
  'pc-customers-filter-empty': { arrange: allThree },
  'pc-customer-get': { arrange: own(), volatile: customerIds },
  'pc-customer-organization': { arrange: withRoles(globalReader) },
  'pc-customer-customdomains': { arrange: withRoles(globalReader) },
  'pc-customer-get-legacy-dap': { arrange: own(havbris, {}, true), volatile: customerIds },
  'pc-customer-company-profile': { arrange: own() },
  'pc-customer-remove-relationship': { arrange: own(havbris) },
  'pc-customer-remove-relationship-blocked': { arrange: bought },
  'pc-customer-remove-dap': { arrange: own(havbris, {}, true) },
  'pc-subscriptions-list': { arrange: bought },
  'pc-subscriptions-list-empty': { arrange: own(havbris) },
  'pc-subscription-get': { arrange: bought },
  'pc-subscription-404': { arrange: bought },
  'pc-subscriptions-usagerecords': {
    arrange: bought,
    volatile: ['items[].totalCost', 'items[].usdTotalCost', 'items[].lastModifiedDate'],
  },
  'pc-azureentitlements-list': { arrange: bought },
  'pc-azureentitlement-get': { arrange: bought },
  'pc-azureentitlement-404': { arrange: bought },
  'pc-azureentitlements-403': { arrange: strange(havbris) },
  'pc-servicecosts-summary': {
    arrange: bought,
    volatile: ['', 'details[].summary.'].flatMap((where) => ['pretaxTotal', 'tax', 'afterTaxTotal'].map((sum) => where + sum)),
  },
  'pc-validationstatus-allowed': { arrange: own() },
  'pc-validationstatus-underreview': {
    arrange: own(havbris, { validation: 'UnderReview' }),
    volatile: ['lastUpdateDateTime'],
  },
  'pc-validationstatus-404': { arrange: own(lyngmo, { validation: null }) },
  'pc-qualifications-list': { arrange: qualified({ vettingStatus: 'InReview' }) },
  'pc-qualifications-denied': { arrange: qualified({ vettingStatus: 'Denied', vettingReason: 'Ikke en skole' }) },
  'pc-agreements-metadata': { volatile: ['items[].agreementLink'] },
  'pc-agreements-customer-list': { arrange: own(), volatile: ['items[].agreementLink'] },
  'pc-agreements-create': { arrange: own(solsikke, { agreement: 'none' }) },
  'pc-agreements-create-duplicate': { arrange: own() },
  'pc-agreements-direct-sign': { arrange: own(solsikke, { agreement: 'signed-directly' }) },
  'pc-relationships-resellers': { as: ({ world }) => claimsOf(world, fjord) },
  'pc-customer-relationships': {
    arrange: (scene) => {
      own()(scene);
      const customer = scene.world.customers.get(solsikke);
      if (customer !== undefined) tie(customer, tindetopp);
    },
  },
  'pc-csp-agreementstatus': {},
  'pc-csp-agreementstatus-unknown': { volatile: ['data[]'] },
  'pc-mpnprofile-get': {},
  'pc-mpnprofile-404': {},
  'pc-organization-profile': {},
  'pc-domain-taken': { arrange: own(solsikke, { domains: ['solsikkebakeri.example', 'solsikkebakeri.onmicrosoft.com'] }) },
  'pc-domain-available': {},
  'pc-applicationconsent-create': { arrange: withRoles(applicationAdministrator) },
  'pc-applicationconsent-exists': {
    arrange: (scene) => {
      withRoles(applicationAdministrator)(scene);
      scene.world.customers.get(solsikke)?.consents.add('ab9f0000-0001-4f01-8f01-0000000000f1');
    },
  },
  'pc-customer-create': {
    volatile: [
      ...customerIds,
      'id',
      'companyProfile.tenantId',
      'companyProfile.links.self.uri',
      'links.self.uri',
      'userCredentials.password',
    ],
  },
  'pc-auditrecords-list': { arrange: recorded, volatile: [`items[].${correlation}`] },
  'pc-auditrecords-too-old': {},
  'pc-auditrecord-single-transfer': { arrange: recorded, volatile: [correlation] },
  'pc-auditrecord-single-gdap': { arrange: recorded, volatile: [correlation] },
  'pc-webhook-events-list': {},
  'pc-webhook-register': { volatile: ['SubscriberId'] },
  'pc-webhook-update': { arrange: registered },
  'pc-webhook-get': { arrange: registered },
  'pc-webhook-validation-start': { arrange: registered, volatile: ['correlationId'] },
  'pc-webhook-validation-status': {
    arrange: registered,
    before: startValidation,
    volatile: ['correlationId', 'results[].dateTimeUtc'],
  },
  ...transferScenes,
  ...legacyTransferScenes,
};

/** What the world cannot know: the faults of the sandbox’s server answer so. */
export const serverTroubles: Readonly<Record<string, string>> = {
  'pc-error-429-throttled': 'counted and refused by the server',
  'pc-error-500': 'an unexpected error is injected',
  'pc-transfer-create-error-failed': 'a failure of Partner Center itself is injected',
};
