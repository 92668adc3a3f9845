import type { Reply } from '../exchange.ts';
import type { Route } from '../routing.ts';
import type { AzureSubscription, Subscription } from '../world.ts';
import { ofCustomer, open } from './call.ts';
import type { CustomerCall, Endpoint } from './call.ts';
import { collection } from './collection.ts';
import { refusals } from './errors.ts';
import { partnerOnRecordOf } from './subscription-shape.ts';
import { ofSubscription } from './subscriptions.ts';

const below = ({ customer }: CustomerCall, plan: Subscription): readonly AzureSubscription[] =>
  plan.kind === 'azure-plan' ? customer.azure.filter(({ planId, seller }) => planId === plan.id && seller === plan.seller) : [];

const shape = ({ id, name, status, planId }: AzureSubscription) => ({ id, friendlyName: name, status, subscriptionId: planId });

const list = (call: CustomerCall, plan: Subscription): Reply =>
  // Only in lists, and written down nowhere: whom the subscription is counted for.
  collection(below(call, plan).map((azure) => ({ ...shape(azure), partnerOnRecord: partnerOnRecordOf(call.world, azure) })));

const get = (call: CustomerCall, plan: Subscription): Reply => {
  const found = below(call, plan).find(({ id }) => id === call.parameters.azure?.toLowerCase());
  return found === undefined ? refusals.entitlementNotFound() : { status: 200, body: shape(found) };
};

const ofPlan = (answer: (call: CustomerCall, plan: Subscription) => Reply): Endpoint =>
  open(ofCustomer(ofSubscription(answer), refusals.noCommerceRelationshipForAzure), { feature: 'azure-in-partner-center' });

const path = '/v1/customers/:customer/subscriptions/:subscription/azureEntitlements';

export const azureEntitlementRoutes: readonly Route<Endpoint>[] = [
  ['GET', path, ofPlan(list)],
  ['GET', `${path}/:azure`, ofPlan(get)],
];
