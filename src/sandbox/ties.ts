import { profiles } from '../clouds/profiles.ts';
import type { CloudProfile, Feature } from '../clouds/profiles.ts';
import { instant } from '../cases/time.ts';
import type { Cloud } from '../policy/index.ts';
import { done, notDone } from './act.ts';
import type { Done } from './act.ts';
import { secondsFor } from './timing.ts';
import type { Customer, Partner, Tie, World } from './world.ts';

/** Whether this cloud has no interface for it, or does not exist here at all. */
export const cloudLacks = (cloud: Cloud, feature: Feature): boolean => {
  const known: Partial<Record<Cloud, CloudProfile>> = profiles;
  return known[cloud]?.lacks.includes(feature) ?? true;
};

const announceTie = (world: World, customer: Customer, partner: Partner): void => {
  const isReseller = partner.type === 'reseller';
  world.announce({
    partner: partner.tenantId,
    customer: customer.tenantId,
    resourceType: 'partner_customer_relationship',
    operation: `${isReseller ? 'indirect_' : ''}reseller_relationship_accepted_by_customer`,
    resourceId: null,
    newValue: { CustomerId: customer.tenantId, RelationshipToPartner: 'reseller' },
    event: `${isReseller ? 'indirect-' : ''}reseller-relationship-accepted-by-customer`,
    resourceName: 'Customer',
  });
};

const announceDap = (world: World, customer: Customer, partner: string, what: 'approved' | 'terminated'): void => {
  world.announce({
    partner,
    customer: customer.tenantId,
    resourceType: 'partner_customer_dap',
    operation: `dap_admin_relationship_${what}`,
    resourceId: null,
    event: `dap-admin-relationship-${what}`,
    resourceName: 'PartnerCustomerDap',
    resourceUri: null,
  });
};

/** The customer’s administrator accepts a partner as reseller; Partner Center shows it a little later. */
export const acceptTie = (
  world: World,
  customerTenant: string,
  partnerTenant: string,
  { dap }: { readonly dap: boolean },
): Done<'unknown-customer' | 'unknown-partner' | 'other-cloud' | 'not-in-this-cloud' | 'already-tied'> => {
  const customer = world.customers.get(customerTenant);
  const partner = world.partners.get(partnerTenant);
  if (customer === undefined) return notDone('unknown-customer');
  if (partner === undefined) return notDone('unknown-partner');
  if (customer.cloud !== partner.cloud) return notDone('other-cloud');
  if (cloudLacks(partner.cloud, 'reseller-link')) return notDone('not-in-this-cloud');
  if (customer.ties.has(partnerTenant)) return notDone('already-tied');

  const since = world.now();
  const visibleAt = instant(Date.parse(since) + secondsFor(world, 'acceptanceVisible') * 1000);
  customer.ties.set(partnerTenant, { since, visibleAt, dap });
  announceTie(world, customer, partner);
  if (dap) announceDap(world, customer, partnerTenant, 'approved');
  return done;
};

/** The tie as Partner Center shows it to this partner by now. */
export const visibleTie = (world: World, customer: Customer, partnerTenant: string): Tie | null => {
  const tie = customer.ties.get(partnerTenant);
  return tie !== undefined && tie.visibleAt <= world.now() ? tie : null;
};

const isLive = (partner: string) => (bought: { readonly seller: string | null; readonly status: string }) =>
  bought.seller === partner && bought.status === 'active';

const hasLive = ({ subscriptions, azure }: Customer, partner: string): boolean =>
  [...subscriptions, ...azure].some(isLive(partner));

/** Ends the reseller relationship. Granular admin is another thing, and stays. */
export const removeTie = (
  world: World,
  customerTenant: string,
  partnerTenant: string,
): Done<'unknown-customer' | 'no-tie' | 'active-subscriptions'> => {
  const customer = world.customers.get(customerTenant);
  if (customer === undefined) return notDone('unknown-customer');
  const tie = customer.ties.get(partnerTenant);
  if (tie === undefined) return notDone('no-tie');
  if (hasLive(customer, partnerTenant)) return notDone('active-subscriptions');

  customer.ties.delete(partnerTenant);
  world.announce({
    partner: partnerTenant,
    customer: customerTenant,
    resourceType: 'partner_customer_relationship',
    operation: 'remove_partner_customer_relationship',
    resourceId: null,
    newValue: { CustomerId: customerTenant, RelationshipToPartner: 'none' },
    event: null,
  });
  if (tie.dap) announceDap(world, customer, partnerTenant, 'terminated');
  return done;
};

/** Takes the old kind of admin rights away and leaves the reseller relationship as it is. */
export const removeDap = (world: World, customer: Customer, partnerTenant: string): Done<'no-tie'> => {
  const tie = customer.ties.get(partnerTenant);
  if (tie === undefined) return notDone('no-tie');
  if (tie.dap) announceDap(world, customer, partnerTenant, 'terminated');
  tie.dap = false;
  return done;
};
