import { done, notDone } from './act.ts';
import type { Done } from './act.ts';
import { carryOnAssignment, isStanding, touchAssignment } from './assignment-life.ts';
import { startOperation } from './operations.ts';
import { conflict, invalid } from './relationship-drafts.ts';
import type { Objection } from './relationship-drafts.ts';
import { tellOfAssignment } from './relationship-news.ts';
import type { Assignment, Operation, Relationship } from './granted.ts';
import type { World } from './world.ts';

const rolesObjection = (relationship: Relationship, roles: readonly string[]): Objection | null => {
  if (roles.length === 0) return invalid('At least one unified role is required.');
  const isSubset = roles.every((role) => relationship.roles.includes(role));
  return isSubset ? null : invalid('The roles have to be a subset of the roles of the relationship.');
};

const isGroup = (world: World, { partner }: Relationship, group: string): boolean =>
  world.partners.get(partner)?.groups.some(({ id }) => id === group) ?? false;

const objectionTo = (
  world: World,
  relationship: Relationship,
  { group, roles }: Pick<Assignment, 'group' | 'roles'>,
): Objection | null => {
  if (relationship.status !== 'active') return conflict('The relationship is not in a state that allows this action.');
  if (!isGroup(world, relationship, group)) return invalid('The access container does not exist.');
  return rolesObjection(relationship, roles);
};

/** Gives a group of the partner roles at the customer; they act a while later. One assignment for each group. */
export const assignGroup = (
  world: World,
  relationship: Relationship,
  wanted: Pick<Assignment, 'group' | 'roles'>,
): Assignment | Objection => {
  const objection = objectionTo(world, relationship, wanted);
  if (objection !== null) return objection;
  const before = relationship.assignments.findIndex(({ group }) => group === wanted.group);
  if (before >= 0 && relationship.assignments[before]?.status !== 'deleted') {
    return conflict('An access assignment for this access container already exists.');
  }
  if (before >= 0) relationship.assignments.splice(before, 1);
  const at = world.now();
  const roles = [...new Set(wanted.roles)];
  const assignment: Assignment = {
    id: world.uuid(),
    group: wanted.group,
    roles,
    status: 'pending',
    createdAt: at,
    modifiedAt: at,
    version: 0,
  };
  relationship.assignments.push(assignment);
  tellOfAssignment(world, relationship, assignment, 'created');
  carryOnAssignment(world, relationship, assignment);
  return assignment;
};

/** Replaces the roles of a group, a while later; null where nothing changes. */
export const changeAssignment = (
  world: World,
  relationship: Relationship,
  assignment: Assignment,
  roles: readonly string[],
): Operation | Objection | null => {
  const wanted = [...new Set(roles)];
  const objection = objectionTo(world, relationship, { group: assignment.group, roles: wanted });
  if (objection !== null) return objection;
  if (!isStanding(assignment)) return conflict('The access assignment is not in a state that allows this action.');
  if (wanted.length === assignment.roles.length && wanted.every((role) => assignment.roles.includes(role))) return null;
  touchAssignment(world, assignment);
  return startOperation(world, relationship, { what: 'assignment-roles', assignment: assignment.id, roles: wanted });
};

/** Takes a group's roles away, a while later. */
export const removeAssignment = (world: World, relationship: Relationship, assignment: Assignment): Done => {
  if (!isStanding(assignment)) return notDone('The access assignment is not in a state that allows this action.');
  assignment.status = 'deleting';
  touchAssignment(world, assignment);
  carryOnAssignment(world, relationship, assignment);
  return done;
};

/** The directory roles that a person of the partner has at a customer, by way of groups. */
export const rolesAt = (
  world: World,
  who: { readonly partner: string; readonly person: string; readonly customer: string },
): ReadonlySet<string> => {
  const groups = world.partners.get(who.partner)?.groups ?? [];
  const theirs = new Set(groups.filter(({ members }) => members.includes(who.person)).map(({ id }) => id));
  const active = [...world.relationships.values()].filter(
    ({ partner, status, customer }) => partner === who.partner && status === 'active' && customer?.tenantId === who.customer,
  );
  const assignments = active.flatMap((relationship) => relationship.assignments);
  return new Set(assignments.filter(({ group, status }) => status === 'active' && theirs.has(group)).flatMap(({ roles }) => roles));
};
