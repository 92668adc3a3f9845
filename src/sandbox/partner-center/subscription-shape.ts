import type { Customer, Subscription, World } from '../world.ts';
import { link } from './collection.ts';
import { wireTime } from './wire-time.ts';

const productLinks = (offerId: string, country: string) => {
  const [product = '', sku = ''] = offerId.split(':');
  return {
    product: link(`/products/${product}?country=${country}`),
    sku: link(`/products/${product}/skus/${sku}?country=${country}`),
  };
};

export const etagOf = ({ etag }: Subscription): string => Buffer.from(`{"sim":${etag}}`).toString('base64');

export const isAzure = ({ kind }: Subscription): boolean => kind === 'azure-plan' || kind === 'azure-legacy';

/** Azure of the old kind names the Azure subscription, everything else itself. */
const entitlementOf = ({ azure }: Customer, { id, kind }: Subscription): string =>
  (kind === 'azure-legacy' ? azure.find(({ planId }) => planId === id)?.id : undefined) ?? id;

/** The PartnerID of record, where none is named that of whoever sold it. */
export const partnerOnRecordOf = (
  world: World,
  { seller, partnerOnRecord }: { readonly seller: string | null; readonly partnerOnRecord?: string },
): string => partnerOnRecord ?? world.partners.get(seller ?? '')?.partnerId ?? '';

export const friendlyNameOf = ({ friendlyName, offerName }: Subscription): string => friendlyName ?? offerName;

const termOf = ({ createdAt, termStart, termEnd, termDuration, billingCycle }: Subscription) => ({
  creationDate: wireTime(createdAt),
  effectiveStartDate: wireTime(termStart),
  commitmentEndDate: wireTime(termEnd),
  commitmentEndDateTime: wireTime(termEnd),
  billingCycle,
  termDuration,
  renewalTermDuration: '',
});

/** What was bought, as Partner Center describes it. */
export const subscriptionShape = (world: World, customer: Customer, subscription: Subscription) => {
  const { id, offerId, offerName, productType, quantity, status, autoRenew, isTrial, orderId } = subscription;
  const usage = isAzure(subscription);
  return {
    ...{ id, offerId, offerName, productType, quantity, status, isTrial, orderId },
    entitlementId: entitlementOf(customer, subscription),
    friendlyName: friendlyNameOf(subscription),
    unitType: usage ? 'Usage-based' : 'Licenses',
    hasPurchasableAddons: false,
    ...termOf(subscription),
    autoRenewEnabled: autoRenew,
    billingType: usage ? 'usage' : 'license',
    isMicrosoftProduct: true,
    attentionNeeded: false,
    actionTaken: false,
    publisherName: 'Microsoft Corporation',
    partnerId: partnerOnRecordOf(world, subscription),
    contractType: 'subscription',
    refundOptions: [],
    suspensionReasons: status === 'suspended' ? ['PartnerUserInitiated'] : [],
    links: {
      ...productLinks(offerId, customer.country),
      self: link(`/customers/${customer.tenantId}/subscriptions/${id}`),
    },
    attributes: { etag: etagOf(subscription), objectType: 'Subscription' },
  };
};
