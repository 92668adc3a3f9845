import { PARTNER_PORTAL } from '../clouds/partner-portal.ts';
import type { Assignment, Relationship } from './granted.ts';
import type { News, World } from './world.ts';

/** What becomes known of a relationship: in audit records all of it, by webhook less. */
type Told = 'approved' | 'activated' | 'termination_requested' | 'terminated' | 'expired' | 'cleaned_up';
const silent: readonly Told[] = ['termination_requested', 'cleaned_up'];

type ToldOfAssignment = 'created' | 'activated' | 'updated' | 'deleted';

const uriOf = ({ id }: Relationship): string => `${PARTNER_PORTAL}/granularAdminRelationships/${id}`;

const hearers = ({ partner, indirectProvider }: Relationship): readonly string[] =>
  indirectProvider === null ? [partner] : [partner, indirectProvider];

const announceToAll = (world: World, relationship: Relationship, news: Omit<News, 'partner' | 'customer'>): void => {
  for (const partner of hearers(relationship)) {
    world.announce({ ...news, partner, customer: relationship.customer?.tenantId ?? null });
  }
};

/** Says that something has become of a relationship. */
export const tellOfRelationship = (world: World, relationship: Relationship, told: Told): void => {
  const { id, displayName, status, customer } = relationship;
  const whose = customer && { tenantId: customer.tenantId, organizationDisplayName: customer.displayName };
  announceToAll(world, relationship, {
    resourceType: 'granular_admin_relationship',
    operation: `granular_admin_relationship_${told}`,
    resourceId: id,
    newValue: { Id: id, displayName, status, customer: whose },
    event: silent.includes(told) ? null : `granular-admin-relationship-${told}`,
    resourceName: 'GranularAdminRelationship',
    resourceUri: uriOf(relationship),
  });
};

/** Says that something has become of a group's access. */
export const tellOfAssignment = (
  world: World,
  relationship: Relationship,
  assignment: Assignment,
  told: ToldOfAssignment,
): void => {
  const { id, group, status, roles } = assignment;
  announceToAll(world, relationship, {
    resourceType: 'granular_admin_access_assignment',
    operation: `granular_admin_access_assignment_${told}`,
    resourceId: id,
    newValue: { Id: id, relationshipId: relationship.id, status, accessContainerId: group, roleDefinitionIds: roles },
    event: `granular-admin-access-assignment-${told}`,
    resourceName: 'GranularAdminAccessAssignment',
    resourceUri: `${uriOf(relationship)}/accessAssignments/${id}`,
  });
};
