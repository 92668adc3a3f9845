import * as z from 'zod';
import { assignRole, mayAssign, partnerOfGroup, removeRole, roleOf } from '../azure-roles.ts';
import type { Reply } from '../exchange.ts';
import { jsonIn } from '../json.ts';
import type { Call } from '../routing.ts';
import type { AzureSubscription, RoleAssignment } from '../world.ts';
import { failure, notAuthorized } from './answers.ts';
import type { Reached } from './caller.ts';

const ACTION = 'Microsoft.Authorization/roleAssignments';
/** Those that were there before anybody here has given any. */
const LONG_AGO = '2024-01-01T00:00:00Z';

const scopeOf = ({ id }: AzureSubscription): string => `/subscriptions/${id}`;

const written = (subscription: AzureSubscription, assignment: RoleAssignment) => {
  const scope = scopeOf(subscription);
  return {
    id: `${scope}/providers/${ACTION}/${assignment.name}`,
    name: assignment.name,
    type: ACTION,
    properties: {
      roleDefinitionId: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${roleOf(assignment)}`,
      principalId: assignment.principalId,
      principalType: assignment.principalType,
      scope,
    },
  };
};

const listed = (subscription: AzureSubscription, assignment: RoleAssignment) => {
  const { properties, ...rest } = written(subscription, assignment);
  const createdOn = assignment.createdAt?.replace('.000Z', 'Z') ?? LONG_AGO;
  return { ...rest, properties: { ...properties, createdOn, updatedOn: createdOn, condition: null, conditionVersion: null } };
};

const FILTER = /^(?:atScope\(\))?(?: and )?(?:principalId eq '([^']*)')?$/i;

export const listRoleAssignments = ({ asked }: Call, { subscription }: Reached): Reply => {
  const filter = FILTER.exec(asked.query.get('$filter') ?? '');
  if (filter === null) return failure(400, 'UnsupportedQuery', 'The filter is not supported.');
  const principal = filter[1]?.toLowerCase();
  const wanted = subscription.roleAssignments.filter(({ principalId }) => principal === undefined || principalId === principal);
  return { status: 200, body: { value: wanted.map((assignment) => listed(subscription, assignment)) } };
};

const Wanted = z.object({
  properties: z.object({
    roleDefinitionId: z.string().regex(/\/roleDefinitions\/[\da-f-]{36}$/i),
    principalId: z.guid().toLowerCase(),
    principalType: z.enum(['User', 'Group', 'ServicePrincipal', 'ForeignGroup']).default('User'),
  }),
});

const propertiesIn = ({ asked }: Call): z.infer<typeof Wanted>['properties'] | null =>
  Wanted.safeParse(jsonIn(asked.raw.toString('utf8'))).data?.properties ?? null;

const refusals = {
  'same-name': failure(409, 'RoleAssignmentUpdateNotPermitted', 'Role assignments cannot be changed.'),
  'same-assignment': failure(409, 'RoleAssignmentExists', 'The role assignment already exists.'),
};

const nameIn = ({ parameters }: Call): string => parameters.name?.toLowerCase() ?? '';

/** A role for somebody, by whoever may give roles there. */
export const putRoleAssignment = (call: Call, { subscription }: Reached): Reply => {
  const { world, claims } = call;
  if (!mayAssign(world, subscription, claims)) return notAuthorized(call, `${ACTION}/write`, scopeOf(subscription));
  const properties = propertiesIn(call);
  const name = nameIn(call);
  if (properties === null || !z.guid().safeParse(name).success) {
    return failure(400, 'InvalidRequestContent', 'The request content is not valid.');
  }
  if (properties.principalType === 'ForeignGroup' && partnerOfGroup(world, properties.principalId) === null) {
    return failure(400, 'PrincipalNotFound', `Principal ${properties.principalId} does not exist.`);
  }
  const wanted: RoleAssignment = { name, ...properties, createdAt: world.now() };
  const assigned = assignRole(subscription, wanted);
  return assigned.done ? { status: 201, body: written(subscription, wanted) } : refusals[assigned.why];
};

/** Gone, or it was not there. */
export const deleteRoleAssignment = (call: Call, { subscription }: Reached): Reply => {
  if (!mayAssign(call.world, subscription, call.claims)) {
    return notAuthorized(call, `${ACTION}/delete`, scopeOf(subscription));
  }
  const assignment = subscription.roleAssignments.find(({ name }) => name === nameIn(call));
  if (assignment === undefined) return { status: 204 };
  removeRole(call.world, subscription.id, assignment.name);
  return { status: 200, body: written(subscription, assignment) };
};
