import * as z from 'zod';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { list, maybe, moment, numeric, record } from '../wire/shapes.ts';
import { ending, filled, guid, said } from './answers.ts';
import { askAll } from './collection.ts';
import { generationOf, kindOf } from './offers.ts';

const words = {
  status: said({
    none: 'none',
    active: 'active',
    pending: 'pending',
    suspended: 'suspended',
    expired: 'expired',
    disabled: 'disabled',
    deleted: 'deleted',
  }),
  billing: said({ none: 'none', usage: 'usage', license: 'licence', benefit: 'benefit' }),
};

const Sold = record({
  id: guid,
  offerId: z.string(),
  offerName: filled,
  friendlyName: filled,
  quantity: maybe(numeric),
  status: words.status,
  billingType: maybe(words.billing),
  billingCycle: filled,
  termDuration: filled,
  isTrial: maybe(z.boolean()),
  autoRenewEnabled: maybe(z.boolean()),
  creationDate: maybe(moment),
  effectiveStartDate: maybe(moment),
  commitmentEndDate: ending,
  commitmentEndDateTime: ending,
  cancellationAllowedUntilDate: maybe(moment),
  entitlementId: filled,
  parentSubscriptionId: filled,
  orderId: filled,
  partnerId: filled,
  suspensionReasons: list(z.string()),
  attributes: maybe(record({ etag: filled })),
}).transform((their) => ({
  id: their.id,
  name: their.friendlyName ?? their.offerName,
  offer: { id: their.offerId, name: their.offerName },
  generation: generationOf(their.offerId),
  kind: kindOf(their.offerId, their.billingType),
  status: their.status,
  suspendedBy: their.suspensionReasons,
  quantity: their.quantity,
  billing: { by: their.billingType, cycle: their.billingCycle },
  /** As a duration: P1M, P1Y, P3Y. */
  term: their.termDuration,
  isTrial: their.isTrial ?? false,
  isRenewedByItself: their.autoRenewEnabled ?? false,
  createdAt: their.creationDate,
  startedAt: their.effectiveStartDate,
  /** Null where it has no end, as with an Azure plan. */
  endsAt: their.commitmentEndDateTime ?? their.commitmentEndDate,
  cancellableUntil: their.cancellationAllowedUntilDate,
  /** Of old Azure: the Azure subscription. */
  entitlementId: their.entitlementId,
  parentId: their.parentSubscriptionId,
  orderId: their.orderId,
  /** The PartnerID of the reseller of record. */
  partnerId: their.partnerId,
  etag: their.attributes?.etag ?? null,
}));

/** A subscription that we have sold. */
export type Subscription = z.infer<typeof Sold>;

/** What we have sold to a customer. What others have sold them is not shown to us. A new one may be missing for 15 minutes. */
export const createSubscriptions = (service: Service) => ({
  of: (tenantId: string): Promise<Sent<readonly Subscription[]>> =>
    askAll(service, { path: byId`/v1/customers/${tenantId}/subscriptions` }, Sold),

  get: (tenantId: string, id: string): Promise<Sent<Subscription>> =>
    ask(service, { method: 'GET', path: byId`/v1/customers/${tenantId}/subscriptions/${id}`, answer: Sold }),
});
