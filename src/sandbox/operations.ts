import { isStanding, touchAssignment } from './assignment-life.ts';
import { GLOBAL_ADMINISTRATOR } from './built-in-roles.ts';
import type { Operation, OperationChange, Relationship } from './granted.ts';
import { touch } from './relationship-life.ts';
import { tellOfAssignment } from './relationship-news.ts';
import { secondsFor } from './timing.ts';
import type { World } from './world.ts';

export const withoutGlobalAdmin = (roles: readonly string[]): string[] => roles.filter((role) => role !== GLOBAL_ADMINISTRATOR);

const removeGlobalAdmin = (world: World, relationship: Relationship): void => {
  relationship.roles = withoutGlobalAdmin(relationship.roles);
  for (const assignment of relationship.assignments) assignment.roles = withoutGlobalAdmin(assignment.roles);
  touch(world, relationship);
};

const bringAbout = (world: World, relationship: Relationship, change: OperationChange): void => {
  if (change.what === 'no-global-admin') {
    removeGlobalAdmin(world, relationship);
    return;
  }
  const assignment = relationship.assignments.find(({ id }) => id === change.assignment);
  if (assignment === undefined || !isStanding(assignment)) return;
  assignment.roles = [...change.roles];
  touchAssignment(world, assignment);
  tellOfAssignment(world, relationship, assignment, 'updated');
};

/** Puts on the agenda how an operation ends that is running. */
export const carryOnOperation = (world: World, relationship: Relationship, operation: Operation): void => {
  if (operation.status !== 'running') return;
  world.inSeconds(secondsFor(world, 'operation'), () => {
    const goesOn = relationship.status === 'active';
    if (goesOn) bringAbout(world, relationship, operation.change);
    operation.status = goesOn ? 'succeeded' : 'failed';
    operation.modifiedAt = world.now();
  });
};

const describe = ({ id }: Relationship, change: OperationChange): Pick<Operation, 'operationType' | 'data'> =>
  change.what === 'no-global-admin'
    ? { operationType: 'delegatedAdminRelationshipUpdate', data: `{"RelationshipId": "${id}"}` }
    : { operationType: 'delegatedAdminAccessAssignmentUpdate', data: `{"AccessAssignmentId": "${change.assignment}"}` };

/** Something that takes its time; its effect is there when it has succeeded, and not before. */
export const startOperation = (world: World, relationship: Relationship, change: OperationChange): Operation => {
  const at = world.now();
  const described = describe(relationship, change);
  const operation: Operation = { id: world.uuid(), ...described, change, status: 'running', createdAt: at, modifiedAt: at };
  relationship.operations.push(operation);
  carryOnOperation(world, relationship, operation);
  return operation;
};
