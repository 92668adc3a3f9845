import * as z from 'zod';
import type { Instant } from '../cases/time.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId, notAnId, withBody } from '../wire/asking.ts';
import type { Path } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, record } from '../wire/shapes.ts';

/** The built-in role that a partner's agents get in what it provisions. */
export const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

const VERSION = { 'api-version': '2022-04-01' };

/** A role that somebody holds in a subscription. */
export interface RoleAssignment {
  readonly name: string;
  readonly holder: string;
  /** A group of another tenant: that is how a partner holds it. */
  readonly foreign: boolean;
  /** The definition's own id. */
  readonly role: string;
  readonly scope: string | null;
  readonly since: Instant | null;
}

const AssignmentAnswer = record({
  name: z.string(),
  properties: record({
    roleDefinitionId: z.string(),
    principalId: z.string(),
    principalType: maybe(z.string()),
    scope: maybe(z.string()),
    createdOn: maybe(moment),
  }),
}).transform(({ name, properties: said }): RoleAssignment => ({
  name,
  holder: said.principalId.toLowerCase(),
  foreign: said.principalType?.toLowerCase() === 'foreigngroup',
  role: said.roleDefinitionId.split('/').at(-1)?.toLowerCase() ?? '',
  scope: said.scope,
  since: said.createdOn,
}));

/** Where it is: a subscription in a customer's tenant. */
export interface Place {
  readonly customer: string;
  readonly subscription: string;
}

const assignmentAt = (subscription: string, name: string): Path =>
  byId`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments/${name}`;

/** A transfer of the billing moves none of these: the customer removes what the old partner holds, and adds the new one. */
export const createRoleAssignments = (service: Service, profile: CloudProfile) => ({
  /** What groups of other tenants hold, be it the old partner's or ours. */
  foreign: async ({ customer, subscription }: Place): Promise<Sent<readonly RoleAssignment[]>> => {
    if (byId`${customer}` === null) return notAnId();
    const sent = await everyPage(service, {
      base: profile.azure,
      path: byId`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments`,
      query: { ...VERSION, $filter: 'atScope()' },
      tenant: customer,
      item: AssignmentAnswer,
    });
    return withBody(sent, (all) => all.filter(({ foreign }) => foreign));
  },

  /** Needs somebody who may give roles in the customer's subscription. Under the same name it is the same assignment. */
  give: async (
    { customer, subscription }: Place,
    { name, group, role = OWNER }: { readonly name: string; readonly group: string; readonly role?: string },
  ): Promise<Sent<RoleAssignment>> => {
    const roleDefinitionId = byId`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
    if (byId`${customer}${group}` === null || roleDefinitionId === null) return notAnId();
    return ask(service, {
      method: 'PUT',
      path: assignmentAt(subscription, name),
      query: VERSION,
      tenant: customer,
      body: { properties: { roleDefinitionId, principalId: group, principalType: 'ForeignGroup' } },
      answer: AssignmentAnswer,
    });
  },

  take: async ({ customer, subscription }: Place, name: string): Promise<Sent<unknown>> =>
    byId`${customer}` === null
      ? notAnId()
      : ask(service, {
          method: 'DELETE',
          path: assignmentAt(subscription, name),
          query: VERSION,
          tenant: customer,
          answer: z.unknown(),
        }),
});
