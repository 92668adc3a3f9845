import type { BillingProperty } from '../azure/billing-property.ts';
import type { Channel } from '../azure/channel-evidence.ts';
import type { AzureSubscription } from '../azure/subscriptions.ts';
import type { DirectorySubscription } from '../graph/directory-subscriptions.ts';
import type { AzureEntitlement } from '../partner-center/azure-entitlements.ts';
import type { Subscription } from '../partner-center/subscriptions.ts';
import type { FactValues } from '../ports.ts';

const DAY_MS = 86_400_000;

/** Metered Azure has no term. */
const ofAzure: FactValues = {
  'item.kind': 'usage',
  'item.product': 'azure',
  'item.term': null,
  'item.daysSinceTermStart': null,
};

const known = (facts: FactValues): FactValues =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const bought = ({ boughtFrom }: Channel): FactValues => (boughtFrom === null ? {} : { 'item.boughtFrom': boughtFrom });

/** In the words of the rules. What stands in another state than these may mean more than one of them. */
const soldStatus: Partial<Record<Subscription['status'], string>> = {
  active: 'active',
  suspended: 'suspended',
  deleted: 'deleted',
};
const soldTerm: Partial<Record<Subscription['status'], string>> = { active: 'active', expired: 'expired_grace' };

const daysSince = (start: string, now: string): number => Math.max(0, Math.floor((Date.parse(now) - Date.parse(start)) / DAY_MS));

const termOf = ({ kind, status, startedAt }: Subscription, now: string): FactValues => {
  if (kind !== 'licence') return {};
  const isRunning = status === 'active' && startedAt !== null;
  return known({ 'item.term': soldTerm[status], 'item.daysSinceTermStart': isRunning ? daysSince(startedAt, now) : undefined });
};

const isAzure = ({ generation }: Subscription): boolean => generation === 'azure_plan' || generation === 'azure_0145p';

/** Of what we have sold. */
export const soldFacts = (sold: Subscription, now: string): FactValues => ({
  'item.boughtFrom': 'own',
  ...known({
    'item.kind': sold.kind ?? undefined,
    'item.generation': sold.generation ?? undefined,
    'item.status': soldStatus[sold.status],
  }),
  ...(isAzure(sold) ? ofAzure : termOf(sold, now)),
});

/** Of Azure below a plan that we have sold. */
export const entitlementFacts = ({ status }: AzureEntitlement): FactValues => ({
  ...ofAzure,
  'item.boughtFrom': 'own',
  'item.generation': 'azure_plan',
  ...(status === 'active' && { 'item.status': 'active' }),
});

/** How names of licences begin that hold one kind of product and nothing else; suites hold several. */
const products: readonly (readonly [RegExp, string])[] = [
  [/^(?:O365_|EXCHANGE|SHAREPOINT)/, 'office365'],
  [/^EMS/, 'ems'],
  [/^(?:DYN365_|D365_)/, 'dynamics365'],
];

const directoryStatus: Partial<Record<DirectorySubscription['status'], FactValues>> = {
  Enabled: { 'item.status': 'active', 'item.term': 'active' },
  Warning: { 'item.term': 'expired_grace' },
  Suspended: { 'item.status': 'suspended' },
  Deleted: { 'item.status': 'deleted' },
};

/** Of a licence that the customer's directory tells of. */
export const licenceFacts = ({ skuName, status }: DirectorySubscription, channel: Channel): FactValues => {
  const product = products.find(([begins]) => begins.test(skuName ?? ''))?.[1];
  return { 'item.kind': 'licence', ...known({ 'item.product': product }), ...bought(channel), ...directoryStatus[status] };
};

const AZURE_PLAN = 'microsoft azure plan';

/** What is bought directly under a customer agreement is called an Azure plan as well, and is none of a partner's. */
const isPartnersPlan = ({ boughtFrom }: Channel, paid: BillingProperty | null): boolean =>
  boughtFrom === 'other_csp' && paid?.sku?.toLowerCase() === AZURE_PLAN;

const running: readonly AzureSubscription['state'][] = ['Enabled', 'PastDue', 'Warned'];

/** Of an Azure subscription that we have some role in. */
export const azureFacts = ({ state }: AzureSubscription, channel: Channel, paid: BillingProperty | null): FactValues => ({
  ...ofAzure,
  ...bought(channel),
  ...(isPartnersPlan(channel, paid) && { 'item.generation': 'azure_plan' }),
  ...(running.includes(state) && { 'item.status': 'active' }),
});
