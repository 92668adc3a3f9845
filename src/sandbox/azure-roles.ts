import { done, notDone } from './act.ts';
import type { Done } from './act.ts';
import type { AzureSubscription, Customer, RoleAssignment, World } from './world.ts';

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const USER_ACCESS_ADMINISTRATOR = '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9';

/** Who asks in a customer's tenant: a person or an application, and the partner behind them. */
export interface Principal {
  readonly subject: string;
  readonly home: string;
}

/** Where it is, and whose. */
export interface Place {
  readonly customer: Customer;
  readonly subscription: AzureSubscription;
}

/** Role definitions are named by their last part, or by the whole path. */
export const roleOf = ({ roleDefinitionId }: Pick<RoleAssignment, 'roleDefinitionId'>): string =>
  (roleDefinitionId.split('/').at(-1) ?? '').toLowerCase();

/** The partner whose group this is: its own members are foreign to the customer's directory. */
export const partnerOfGroup = (world: World, group: string): string | null =>
  [...world.partners.values()].find(
    ({ groups, adminAgentsGroup }) => adminAgentsGroup === group || groups.some(({ id }) => id === group),
  )?.tenantId ?? null;

/** The assignments that act for somebody: their own, and those of any group of their partner. */
export const assignmentsOf = (
  world: World,
  { roleAssignments }: AzureSubscription,
  { subject, home }: Principal,
): readonly RoleAssignment[] =>
  roleAssignments.filter(
    ({ principalId, principalType }) =>
      principalId === subject || (principalType === 'ForeignGroup' && partnerOfGroup(world, principalId) === home),
  );

/** Whether they may decide who else has access. */
export const mayAssign = (world: World, subscription: AzureSubscription, principal: Principal): boolean =>
  assignmentsOf(world, subscription, principal).some((assignment) =>
    [OWNER, USER_ACCESS_ADMINISTRATOR].includes(roleOf(assignment)),
  );

/** A subscription, in whichever customer's tenant it lies. */
export const placeOf = (world: World, id: string): Place | null => {
  for (const customer of world.customers.values()) {
    const subscription = customer.azure.find((one) => one.id === id.toLowerCase());
    if (subscription !== undefined) return { customer, subscription };
  }
  return null;
};

/** Gives a role, unless the same principal has it already. */
export const assignRole = (
  { roleAssignments }: AzureSubscription,
  wanted: RoleAssignment,
): Done<'same-name' | 'same-assignment'> => {
  const isThere = roleAssignments.some((one) => one.principalId === wanted.principalId && roleOf(one) === roleOf(wanted));
  if (isThere) return notDone('same-assignment');
  if (roleAssignments.some(({ name }) => name === wanted.name)) return notDone('same-name');
  roleAssignments.push(wanted);
  return done;
};

/** Takes a role away; nobody is told. */
export const removeRole = (world: World, subscriptionId: string, name: string): Done<'no-subscription' | 'no-assignment'> => {
  const assignments = placeOf(world, subscriptionId)?.subscription.roleAssignments;
  if (assignments === undefined) return notDone('no-subscription');
  const index = assignments.findIndex((one) => one.name === name);
  if (index < 0) return notDone('no-assignment');
  assignments.splice(index, 1);
  return done;
};
