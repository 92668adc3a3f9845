import type { Customer, Partner, Transfer } from '../../src/sandbox/world.ts';
import type { FixtureScene } from './partner-center-scenes.ts';
import {
  addCustomer,
  at,
  azureIds,
  azurePlan,
  azureSubscription,
  claimsOf,
  granitt,
  legacyAzure,
  licence,
  nordlys,
  planId,
  solsikke,
  tie,
} from './sandbox-world.ts';
import type { Scene } from './sandbox-world.ts';

const theirPlanId = '5b5c0004-0004-4d04-8d04-0000000000d4';
const agent = '0b1ec700-0001-4b01-8b01-0000000000b1';

/** The customer of both partners, whose Azure the old one bills. */
const ready = ({ world }: Scene): void => {
  const customer = addCustomer(world, solsikke, {
    subscriptions: [azurePlan(), azurePlan({ id: theirPlanId, seller: granitt })],
    azure: azureIds.map((id) => azureSubscription(id, { planId: theirPlanId, seller: granitt })),
  });
  tie(customer, nordlys);
  tie(customer, granitt);
};

/** Ready, but for one thing. */
const readyBut =
  (change: (scene: Scene) => void) =>
  (scene: Scene): void => {
    ready(scene);
    change(scene);
  };

const ourPlan = ({ world }: Scene) => world.customers.get(solsikke)?.subscriptions.find(({ id }) => id === planId);

const changePartner =
  (changes: Partial<Partner>) =>
  ({ world }: Scene): void => {
    const partner = world.partners.get(nordlys);
    if (partner !== undefined) world.partners.set(nordlys, { ...partner, ...changes });
  };

const lines = (status: string, count = 2): Transfer['lines'] =>
  azureIds.slice(0, count).map((subscriptionId, place) => ({
    id: String(place),
    subscriptionId,
    productType: 0,
    status,
    orderId: null,
    transferError: status === 'Failed' ? '900103' : null,
  }));

const first = '74a5f001-0001-4701-8701-000000000071';
const second = '74a5f002-0002-4702-8702-000000000072';

const transfer = (changes: Partial<Transfer> = {}): Transfer => ({
  id: first,
  status: 'Pending',
  transferType: 5,
  customer: solsikke,
  source: granitt,
  sourceName: 'Granitt IT AS',
  target: nordlys,
  customerEmailId: 'kari@solsikkebakeri.example',
  targetEmailId: nordlys,
  productTypes: ['AzureSubscription', 'AzureReservation', 'AzureSavingsPlan'],
  lines: [],
  createdAt: at('2026-03-02T09:00:00.123Z'),
  modifiedAt: at('2026-03-02T09:00:01Z'),
  expiresAt: at('2026-04-02T09:00:00Z'),
  completedAt: null,
  modifiedBy: agent,
  ...changes,
});

const withTransfer = (...changes: readonly Partial<Transfer>[]) =>
  readyBut(({ world }) => {
    for (const one of changes) world.transfers.set(one.id ?? first, transfer(one));
  });

const asSource: FixtureScene['as'] = ({ world }) => claimsOf(world, granitt, { subject: agent });

const created = ['createdTime'];
const justCreated = ['id', 'createdTime', 'lastModifiedTime', 'expirationTime', 'links.self.uri'];
const inProgress = { status: 'InProgress', modifiedAt: at('2026-03-03T08:00:05Z'), lines: lines('InProgress') } as const;

export const transferScenes: Readonly<Record<string, FixtureScene>> = {
  'pc-transfer-create': { arrange: ready, volatile: justCreated },
  'pc-transfer-get-pending': { arrange: withTransfer({}), volatile: created },
  'pc-transfer-accept': { arrange: withTransfer({}), as: asSource, volatile: [...created, 'lastModifiedTime'] },
  'pc-transfer-get-inprogress-source': { arrange: withTransfer(inProgress), as: asSource, volatile: created },
  'pc-transfer-get-inprogress-target': { arrange: withTransfer(inProgress), volatile: created },
  'pc-transfer-get-complete': {
    arrange: withTransfer({
      status: 'Complete',
      modifiedAt: at('2026-03-03T08:14:00Z'),
      completedAt: at('2026-03-03T08:14:00Z'),
      lines: lines('Complete'),
    }),
    volatile: created,
  },
  'pc-transfer-cancel': { arrange: withTransfer({ transferType: 3 }), volatile: [...created, 'lastModifiedTime'] },
  'pc-transfer-get-expired': {
    arrange: withTransfer({ id: second, status: 'Expired', modifiedAt: at('2026-04-02T09:00:00Z') }),
    volatile: created,
  },
  'pc-transfer-get-failed': {
    arrange: withTransfer({ id: second, status: 'Failed', modifiedAt: at('2026-03-06T09:00:00Z'), lines: lines('Failed', 1) }),
    volatile: created,
  },
  'pc-transfers-list': {
    arrange: withTransfer({ status: 'Complete', lines: lines('Complete') }, { id: second, status: 'Expired' }),
    volatile: ['items[].createdTime'],
  },
  'pc-transfer-create-error-no-azure-plan': {
    arrange: readyBut(({ world }) => world.customers.get(solsikke)?.subscriptions.shift()),
  },
  'pc-transfer-create-error-plan-not-active': {
    arrange: readyBut((scene) => Object.assign(ourPlan(scene) ?? {}, { status: 'suspended' })),
  },
  'pc-transfer-create-error-legacy-azure': {
    arrange: readyBut(({ world }) => world.customers.get(solsikke)?.subscriptions.push(legacyAzure())),
  },
  'pc-transfer-create-error-same-partner': { arrange: ready, as: asSource },
  'pc-transfer-create-error-bad-domain': { arrange: readyBut(({ world }) => world.partners.delete(granitt)) },
  'pc-transfer-create-error-source-details-missing': {
    arrange: ready,
    body: (body) => ({ ...body, sourcePartnerTenantId: undefined, sourcePartnerName: undefined }),
  },
  'pc-transfer-create-error-no-relationship': {
    arrange: readyBut(({ world }) => world.customers.get(solsikke)?.ties.delete(nordlys)),
  },
  'pc-transfer-create-error-mpa-not-signed': { arrange: readyBut(changePartner({ mpaSigned: false })) },
  'pc-transfer-create-error-national-cloud': {
    cloud: 'us_gov',
    arrange: (scene) => {
      changePartner({ cloud: 'us_gov' })(scene);
      tie(addCustomer(scene.world, solsikke, { cloud: 'us_gov' }), nordlys);
    },
  },
  'pc-transfer-create-error-not-enabled': { arrange: readyBut(changePartner({ type: 'reseller' })) },
  'pc-transfer-404': { arrange: ready },
  'pc-transfer-409-busy': { arrange: withTransfer(inProgress) },
  'pc-transfer-409-inprogress': { arrange: withTransfer({}) },
  'pc-transfer-accept-refused': { arrange: withTransfer({}), as: asSource },
};

const oldId = '5b5c0007-0007-4d07-8d07-0000000000d7';
const oldTransferId = '74a5f009-0009-4709-8709-000000000079';

const oldLicence = licence({
  id: oldId,
  offerId: '0ffe4000-0001-4a01-8a01-00000000000f',
  friendlyName: 'Eldre lisens',
  seller: granitt,
  quantity: 10,
  billingCycle: 'annual',
});

/** Licences of the old kind at the old partner; the list may hold others. */
const readyForOld =
  (...subscriptions: Customer['subscriptions']) =>
  ({ world }: Scene): void => {
    const customer = addCustomer(world, solsikke, { subscriptions });
    tie(customer, nordlys);
    tie(customer, granitt);
  };

const offered =
  (changes: Partial<typeof oldLicence> = {}) =>
  (scene: Scene): void => {
    readyForOld({ ...oldLicence, ...changes })(scene);
    const line = { ...lines('Active', 1)[0], subscriptionId: oldId, partnerIdOnRecord: '6100004' } as Transfer['lines'][number];
    const modifiedAt = at('2026-03-02T09:00:00Z');
    scene.world.transfers.set(
      oldTransferId,
      transfer({ id: oldTransferId, status: 'Active', transferType: null, lines: [line], modifiedAt }),
    );
  };

export const legacyTransferScenes: Readonly<Record<string, FixtureScene>> = {
  'pc-transfer-legacy-create': {
    arrange: readyForOld({ ...oldLicence }),
    as: asSource,
    volatile: ['id', 'createdTime', 'links.self.uri'],
  },
  'pc-transfer-legacy-accept': {
    arrange: offered(),
    volatile: ['orders[].id', 'orders[].lineItems[].subscriptionId'],
  },
  'pc-transfer-legacy-accept-failed': { arrange: offered({ status: 'suspended' }) },
  'pc-transfer-legacy-reject': { arrange: offered(), volatile: created },
  'pc-transfer-legacy-withdraw': { arrange: offered(), as: asSource },
  'pc-transfer-legacy-eligibility': {
    arrange: readyForOld(licence({ seller: granitt }), { ...oldLicence }),
    as: asSource,
  },
};
