import * as z from 'zod';
import type { Reply } from '../exchange.ts';
import type { Route } from '../routing.ts';
import type { Subscription } from '../world.ts';
import { forAdminAgents, ofCustomer, open } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { collection, link } from './collection.ts';
import { refusals } from './errors.ts';
import { readBody } from './request-body.ts';
import { etagOf, subscriptionShape } from './subscription-shape.ts';

/** What the caller has sold to the customer, itself or through a provider, as far as it shows by now. */
export const ownSubscriptions = ({ world, partner, customer }: CustomerCall): readonly Subscription[] =>
  customer.subscriptions.filter(
    ({ seller, partnerOnRecord, visibleAt }) =>
      visibleAt <= world.now() &&
      (seller === partner.tenantId || (partner.type === 'reseller' && partnerOnRecord === partner.partnerId)),
  );

/** Hands the subscription on that the path names, or says that there is none. */
export const ofSubscription = (answer: (call: CustomerCall, subscription: Subscription) => Reply): Answer<CustomerCall> => {
  return (call) => {
    const wanted = call.parameters.subscription ?? '';
    const found = ownSubscriptions(call).find(({ id }) => id === wanted.toLowerCase());
    return found === undefined ? refusals.subscriptionNotFound(wanted) : answer(call, found);
  };
};

const list: Answer<CustomerCall> = (call) => {
  const { world, customer, asked } = call;
  const order = asked.query.get('order_id');
  const own = ownSubscriptions(call).filter(({ orderId }) => order === null || orderId === order);
  const items = own.map((subscription) => subscriptionShape(world, customer, subscription));
  return collection(items, { self: link(`/customers/${customer.tenantId}/subscriptions`) });
};

const shown = ({ world, customer }: CustomerCall, subscription: Subscription): Reply => ({
  status: 200,
  headers: { ETag: `"${etagOf(subscription)}"` },
  body: subscriptionShape(world, customer, subscription),
});

const Changes = z.object({
  status: z.enum(['active', 'suspended', 'deleted']).optional(),
  quantity: z.int().positive().optional(),
  autoRenewEnabled: z.boolean().optional(),
});

const tell = ({ world, partner, customer }: CustomerCall, { id, status }: Subscription): void => {
  world.announce({
    partner: partner.tenantId,
    customer: customer.tenantId,
    resourceType: 'subscription',
    operation: 'subscription_updated',
    resourceId: id,
    newValue: { Id: id, Status: status },
    event: 'subscription-updated',
    resourceName: 'subscription',
  });
};

const change = (call: CustomerCall, subscription: Subscription): Reply => {
  const etag = call.asked.headers['if-match'];
  const changes = readBody(call.asked, Changes);
  if (etag === undefined || changes === null)
    return refusals.badInput('The subscription needs its ETag and a change that is possible.');
  if (etag !== `"${etagOf(subscription)}"`) return refusals.staleEtag();
  if (subscription.status === 'deleted') return refusals.badInput('The subscription has been deleted.');
  subscription.status = changes.status ?? subscription.status;
  subscription.quantity = changes.quantity ?? subscription.quantity;
  subscription.autoRenew = changes.autoRenewEnabled ?? subscription.autoRenew;
  subscription.etag += 1;
  tell(call, subscription);
  return shown(call, subscription);
};

export const subscriptionRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/customers/:customer/subscriptions', open(ofCustomer(list))],
  ['GET', '/v1/customers/:customer/subscriptions/:subscription', open(ofCustomer(ofSubscription(shown)))],
  ['PATCH', '/v1/customers/:customer/subscriptions/:subscription', forAdminAgents(ofCustomer(ofSubscription(change)))],
];
