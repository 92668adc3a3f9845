import * as z from 'zod';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, record } from '../wire/shapes.ts';
import { filled, guid, said } from './answers.ts';
import { whereOffered } from './asking.ts';
import { askAll } from './collection.ts';
import { isAzurePlan } from './offers.ts';

const status = said({ active: 'active', inactive: 'inactive' });

const Entitlement = record({ id: guid, friendlyName: filled, status, subscriptionId: guid, partnerOnRecord: filled }).transform(
  ({ friendlyName, subscriptionId, partnerOnRecord, ...rest }) => ({
    ...rest,
    name: friendlyName,
    planId: subscriptionId,
    partnerId: partnerOnRecord,
  }),
);

/** An Azure subscription below an Azure plan. */
export type AzureEntitlement = z.infer<typeof Entitlement>;

const Used = record({
  id: guid,
  offerId: filled,
  name: filled,
  resourceName: filled,
  status: maybe(status),
  partnerOnRecord: filled,
  lastModifiedDate: maybe(moment),
}).transform((their) => ({
  id: their.id,
  /** An Azure plan has Azure subscriptions below it; anything else is an old Azure subscription itself. */
  isPlan: their.offerId !== null && isAzurePlan(their.offerId),
  name: their.name ?? their.resourceName,
  status: their.status,
  partnerId: their.partnerOnRecord,
  changedAt: their.lastModifiedDate,
}));

/** Azure that the customer uses through us. One plan can be here more than once: once for each reseller. */
type AzureInUse = z.infer<typeof Used>;

/** A customer’s Azure, as far as it is bought through us. It all reads only. */
export const createAzureEntitlements = (service: Service, profile: CloudProfile) => {
  const line = whereOffered(service, profile, 'azure-in-partner-center');
  return {
    of: (tenantId: string, planId: string): Promise<Sent<readonly AzureEntitlement[]>> =>
      askAll(line, { path: byId`/v1/customers/${tenantId}/subscriptions/${planId}/azureEntitlements` }, Entitlement),

    get: (tenantId: string, planId: string, id: string): Promise<Sent<AzureEntitlement>> =>
      ask(line, {
        method: 'GET',
        path: byId`/v1/customers/${tenantId}/subscriptions/${planId}/azureEntitlements/${id}`,
        answer: Entitlement,
      }),

    /** Needs a person of ours. */
    inUse: (tenantId: string): Promise<Sent<readonly AzureInUse[]>> =>
      askAll(line, { path: byId`/v1/customers/${tenantId}/subscriptions/usagerecords` }, Used),
  };
};
