import { instant, later } from '../../cases/time.ts';
import type { AzureSubscription, Partner, RoleAssignment, Subscription, World } from '../world.ts';
import { originOf, partnerCalled } from './calling.ts';
import type { Azure, Entry } from './entry.ts';
import { idOf } from './made-ids.ts';

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const FIRST_PLAN = 50;
const FOREVER = instant(Date.parse('9999-12-31T00:00:00.000Z'));
const BOUGHT_DAYS_AGO = 330;

/** The kind of quota, and the agreement, by where it was bought. */
const signs: Readonly<Record<string, readonly [quotaId: string, agreementType: string]>> = {
  direct: ['PayAsYouGo_2014-09-01', 'MicrosoftOnlineServicesProgram'],
  web: ['PayAsYouGo_2014-09-01', 'MicrosoftOnlineServicesProgram'],
  advisor: ['PayAsYouGo_2014-09-01', 'MicrosoftOnlineServicesProgram'],
  open: ['AzureInOpen_2014-09-01', 'MicrosoftOnlineServicesProgram'],
  'third-party': ['PayAsYouGo_2014-09-01', 'MicrosoftOnlineServicesProgram'],
  ea: ['EnterpriseAgreement_2014-09-01', 'EnterpriseAgreement'],
  'mca-e': ['EnterpriseAgreement_2014-09-01', 'MicrosoftCustomerAgreement'],
};
const fromPartners = ['CSP_2015-05-01', 'MicrosoftPartnerAgreement'] as const;

const kinds = {
  plan: {
    offerId: 'DZH318Z0BPS6:0001:DZH318Z0BML6',
    offerName: 'Azure plan',
    productType: { id: 'AzurePlan', displayName: 'Azure plan' },
    kind: 'azure-plan',
  },
  legacy: {
    offerId: 'MS-AZR-0145P',
    offerName: 'Microsoft Azure',
    productType: { id: 'Azure', displayName: 'Azure' },
    kind: 'azure-legacy',
  },
} as const;

const boughtFrom = (world: World, seller: Partner, kind: keyof typeof kinds, id: string): Subscription => {
  const createdAt = later(world.now(), { days: -BOUGHT_DAYS_AGO });
  return {
    id,
    ...kinds[kind],
    seller: seller.tenantId,
    channel: 'csp',
    quantity: 1,
    status: 'active',
    isTrial: false,
    autoRenew: false,
    ...{ createdAt, visibleAt: createdAt, termStart: createdAt, termEnd: FOREVER },
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    orderId: id.replaceAll('-', '').slice(0, 12),
    etag: 1,
  };
};

const holdersOf = (world: World, { heldBy }: Azure, seller: Partner | null): readonly Partner[] => [
  ...new Set([...(seller === null ? [] : [seller]), ...heldBy.map((name) => partnerCalled(world, name))]),
];

/** The customer's administrator, and whoever holds it for them. */
const owners = (customer: number, place: number, holders: readonly Partner[]): RoleAssignment[] => {
  const administrator = { principalId: idOf('person', customer, 1), type: 'User' as const };
  const groups = holders.map(({ adminAgentsGroup }) => ({ principalId: adminAgentsGroup, type: 'ForeignGroup' as const }));
  return [administrator, ...groups].map(({ principalId, type }, one) => ({
    name: idOf('assignment', customer, place * 10 + one),
    roleDefinitionId: OWNER,
    principalId,
    principalType: type,
  }));
};

/** What is above it: a plan for each seller, and for Azure of the old kind one of its own. */
const above = (
  world: World,
  bought: Subscription[],
  entry: Entry,
  { azure, seller }: { azure: Azure; seller: Partner },
): string => {
  const known = bought.find((one) => !azure.legacy && one.kind === 'azure-plan' && one.seller === seller.tenantId);
  if (known !== undefined) return known.id;
  const id = azure.planId ?? idOf('bought', entry.number, FIRST_PLAN + bought.length);
  bought.push(boughtFrom(world, seller, azure.legacy ? 'legacy' : 'plan', id));
  return id;
};

/** A customer’s Azure, and what was bought for it. */
export const azureOf = (world: World, entry: Entry): { readonly bought: Subscription[]; readonly azure: AzureSubscription[] } => {
  const { number, plans } = entry;
  const bought = plans.map((name, place) =>
    boughtFrom(world, partnerCalled(world, name), 'plan', idOf('bought', number, 40 + place)),
  );
  const azure = entry.azure.map((one, place): AzureSubscription => {
    const { seller } = originOf(world, one.from);
    const [quotaId, agreementType] = signs[one.from] ?? fromPartners;
    return {
      id: one.id ?? idOf('azure', number, place + 1),
      ...{ name: one.name, status: one.status, quotaId, agreementType },
      planId: seller === null ? null : above(world, bought, entry, { azure: one, seller }),
      seller: seller?.tenantId ?? null,
      roleAssignments: owners(number, place, holdersOf(world, one, seller)),
      reservations: one.reservations.map(([payment, currency], ticket) => ({
        ...{ id: idOf('reservation', number, place * 10 + ticket), payment, currency },
      })),
    };
  });
  return { bought, azure };
};
