import type { Route } from '../routing.ts';
import { instant } from '../../cases/time.ts';
import type { Subscription } from '../world.ts';
import { forPeople, ofCustomer } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { attributes, collection, link } from './collection.ts';
import { placeOf } from './places.ts';
import { friendlyNameOf, isAzure, partnerOnRecordOf } from './subscription-shape.ts';
import { ownSubscriptions } from './subscriptions.ts';
import { wireTime } from './wire-time.ts';

/** Nobody uses anything here, so what it costs follows from its id. */
const costOf = ({ id }: Subscription): number => Number.parseInt(id.slice(-4), 16) / 100;

const rounded = (amount: number): number => Math.round(amount * 100) / 100;

const usage = ({ world, partner }: CustomerCall, subscription: Subscription) => {
  const { id, kind, status, offerId } = subscription;
  const name = friendlyNameOf(subscription);
  const isPlan = kind === 'azure-plan';
  const { currency, culture } = placeOf(partner);
  return {
    ...(isPlan && { partnerOnRecord: partnerOnRecordOf(world, subscription) }),
    ...{ status, offerId, resourceId: id, id, resourceName: name, name },
    totalCost: costOf(subscription),
    ...(isPlan ? { currencyCode: currency } : { currencyLocale: culture }),
    usdTotalCost: isPlan ? rounded(costOf(subscription) / 10) : 0,
    lastModifiedDate: wireTime(world.now()).replace('Z', '+00:00'),
    ...attributes('SubscriptionMonthlyUsageRecord'),
  };
};

const usageRecords: Answer<CustomerCall> = (call) => {
  const items = ownSubscriptions(call)
    .filter(isAzure)
    .map((subscription) => usage(call, subscription));
  return collection(items, { self: link(`/customers/${call.customer.tenantId}/subscriptions/usagerecords/`) });
};

/** The month before this one, to its last tenth of a microsecond. */
const lastMonth = (now: string) => {
  const first = new Date(`${now.slice(0, 7)}-01T00:00:00.000Z`);
  const end = instant(first.getTime() - 1).replace('.999Z', '.9999999Z');
  first.setUTCMonth(first.getUTCMonth() - 1);
  return { billingStartDate: wireTime(instant(first.getTime())), billingEndDate: end };
};

const TAX = 0.25;

const serviceCosts: Answer<CustomerCall> = (call) => {
  const { world, customer, partner } = call;
  const pretaxTotal = rounded(ownSubscriptions(call).reduce((sum, subscription) => sum + costOf(subscription), 0));
  const tax = rounded(pretaxTotal * TAX);
  const { currency: currencyCode, symbol: currencySymbol } = placeOf(partner);
  const sums = { pretaxTotal, tax, afterTaxTotal: rounded(pretaxTotal + tax), currencyCode, currencySymbol };
  const summary = { ...lastMonth(world.now()), ...sums, customerId: customer.tenantId };
  const uri = `/customers/${customer.tenantId}/servicecosts/mostrecent`;
  const details = [{ invoiceType: 'OneTime', summary: { ...summary, links: {}, ...attributes('ServiceCostsSummary') } }];
  const links = { serviceCostLineItems: link(`${uri}/lineitems`), self: link(uri) };
  return { status: 200, body: { ...summary, details, links, ...attributes('ServiceCostsSummary') } };
};

export const costRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/customers/:customer/subscriptions/usagerecords', forPeople(ofCustomer(usageRecords))],
  ['GET', '/v1/customers/:customer/servicecosts/mostrecent', forPeople(ofCustomer(serviceCosts))],
];
