import { assignmentsOf, partnerOfGroup } from '../azure-roles.ts';
import type { Reply } from '../exchange.ts';
import type { Call } from '../routing.ts';
import type { AzureSubscription, World } from '../world.ts';

/** Partners whose groups have a role there; billing has nothing to do with it. */
const managersOf = (world: World, { roleAssignments }: AzureSubscription): readonly string[] => {
  const foreign = roleAssignments.filter(({ principalType }) => principalType === 'ForeignGroup');
  const partners = foreign.map(({ principalId }) => partnerOfGroup(world, principalId));
  return [...new Set(partners.filter((partner) => partner !== null))];
};

const listed = (world: World, tenantId: string, subscription: AzureSubscription) => ({
  id: `/subscriptions/${subscription.id}`,
  subscriptionId: subscription.id,
  tenantId,
  displayName: subscription.name,
  state: subscription.status === 'active' ? 'Enabled' : 'Disabled',
  subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId: subscription.quotaId, spendingLimit: 'Off' },
  authorizationSource: 'RoleBased',
  managedByTenants: managersOf(world, subscription).map((manager) => ({ tenantId: manager })),
  // Left out where there never were any; whoever reads them has to live with both.
  ...(subscription.seller !== null && { tags: {} }),
});

/** Those of the token's tenant on which the caller has some role. */
export const listSubscriptions = ({ world, claims }: Call): Reply => {
  const all = world.customers.get(claims.tenant)?.azure ?? [];
  const reached = all.filter((subscription) => assignmentsOf(world, subscription, claims).length > 0);
  return { status: 200, body: { value: reached.map((one) => listed(world, claims.tenant, one)), nextLink: null } };
};
