import { createHash } from 'node:crypto';
import { rolesAt } from '../access-assignments.ts';
import { DIRECTORY_READERS, GLOBAL_READER } from '../built-in-roles.ts';
import type { Call } from '../routing.ts';
import type { Customer, Subscription } from '../world.ts';
import { momentOf } from './answers.ts';
import type { Answered } from './answers.ts';
import { notPrivileged } from './caller.ts';
import { pageOf } from './pages.ts';

/** A guid that is always the same for the same thing. */
const idOf = (thing: string): string => {
  const digits = createHash('sha256').update(thing).digest('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
};

const parts: Readonly<Record<string, readonly [sku: string, servicePlan: string | null]>> = {
  'Microsoft 365 Business Premium': ['SPB', 'EXCHANGE_S_STANDARD'],
  'Microsoft 365 Business Standard': ['O365_BUSINESS_PREMIUM', 'EXCHANGE_S_STANDARD'],
  'Power BI Pro': ['POWER_BI_PRO', null],
};

const partsOf = ({ offerName }: Subscription): readonly [string, string | null] =>
  parts[offerName] ?? [offerName.toUpperCase().replaceAll(/[^A-Z\d]+/g, '_'), null];

const statuses: Readonly<Record<Subscription['status'], string>> = {
  active: 'Enabled',
  pending: 'Enabled',
  suspended: 'Suspended',
  expired: 'Warning',
  disabled: 'LockedOut',
  deleted: 'Deleted',
};

/** Who made it: a partner, somebody who works at the customer, or nobody that Graph tells of. */
const ownerOf = ({ seller, channel, id }: Subscription) => ({
  ownerId: channel === 'web' ? idOf(`owner ${id}`) : null,
  ownerTenantId: seller,
  ownerType: channel === 'web' ? 'User' : null,
});

const servicesOf = (plan: string | null) =>
  plan === null ? [] : [{ appliesTo: 'User', provisioningStatus: 'Success', servicePlanId: idOf(plan), servicePlanName: plan }];

const subscriptionEntity = (subscription: Subscription) => {
  const [sku, plan] = partsOf(subscription);
  return {
    createdDateTime: momentOf(subscription.createdAt),
    commerceSubscriptionId: subscription.id,
    id: idOf(`directory ${subscription.id}`),
    isTrial: subscription.isTrial,
    nextLifecycleDateTime: momentOf(subscription.termEnd),
    serviceStatus: servicesOf(plan),
    skuId: idOf(sku),
    skuPartNumber: sku,
    status: statuses[subscription.status],
    totalLicenses: subscription.quantity,
    ...ownerOf(subscription),
  };
};

const READERS = [DIRECTORY_READERS, GLOBAL_READER];

/** Partners' people need a role there by way of a group; applications, that the customer has let them in. */
const mayRead = ({ world, claims }: Call, customer: Customer): boolean => {
  if (claims.kind === 'app') return customer.consents.has(claims.clientId);
  const roles = rolesAt(world, { partner: claims.home, person: claims.subject, customer: customer.tenantId });
  return claims.home === customer.tenantId || READERS.some((role) => roles.has(role));
};

/** The licences in the tenant that the token is for, whoever sold them. */
export const listDirectorySubscriptions = (call: Call): Answered => {
  const customer = call.world.customers.get(call.claims.tenant);
  if (customer !== undefined && !mayRead(call, customer)) return notPrivileged;
  const now = call.world.now();
  const licences = (customer?.subscriptions ?? []).filter(({ kind, visibleAt }) => kind === 'licence' && visibleAt <= now);
  return pageOf(call, { path: 'directory/subscriptions', longestPage: 999, items: licences, write: subscriptionEntity });
};
