import { createChance, uuidFrom } from '../chance.ts';
import type { Setting, Surface } from '../exchange.ts';
import { createRouting } from '../routing.ts';
import type { Route } from '../routing.ts';
import { failure, sent } from './answers.ts';
import { getBillingProperty } from './billing-property.ts';
import { onSubscription, signedIn } from './caller.ts';
import type { Answer } from './caller.ts';
import { deleteLink, getLink, listLinkOperations, patchLink, putLink } from './partner-links.ts';
import { deleteRoleAssignment, listRoleAssignments, putRoleAssignment } from './role-assignments.ts';
import { listSubscriptions } from './subscriptions.ts';

const ONE = '/subscriptions/:subscription/providers';
const ROLES = `${ONE}/Microsoft.Authorization/roleAssignments`;
const LINKS = '/providers/Microsoft.ManagementPartner';
const MAY_READ_ROLES = 'Microsoft.Authorization/roleAssignments/read';

const routes: readonly Route<Answer>[] = [
  ['GET', '/subscriptions', signedIn(listSubscriptions)],
  [
    'GET',
    `${ONE}/Microsoft.Billing/billingProperty/default`,
    onSubscription('Microsoft.Billing/billingProperty/read', getBillingProperty),
  ],
  ['GET', ROLES, onSubscription(MAY_READ_ROLES, listRoleAssignments)],
  ['PUT', `${ROLES}/:name`, onSubscription(MAY_READ_ROLES, putRoleAssignment)],
  ['DELETE', `${ROLES}/:name`, onSubscription(MAY_READ_ROLES, deleteRoleAssignment)],
  ['GET', `${LINKS}/partners/:partner`, signedIn(getLink)],
  ['PUT', `${LINKS}/partners/:partner`, signedIn(putLink)],
  ['PATCH', `${LINKS}/partners/:partner`, signedIn(patchLink)],
  ['DELETE', `${LINKS}/partners/:partner`, signedIn(deleteLink)],
  ['GET', `${LINKS}/operations`, signedIn(listLinkOperations)],
];

const find = createRouting(routes);

const nothingHere = failure(404, 'InvalidResourceType', 'The resource type could not be found.');

/** Ids of requests are drawn apart, so that whoever looks at the world does not change what it draws next. */
const LINE = 0xa2e5;

/** Azure Resource Manager of this world, in one cloud: subscriptions, who has access to them, and partner links. */
export const createAzure = (setting: Setting): Surface => {
  const { fraction } = createChance(LINE);
  return (asked) => {
    const found = find(asked.method, asked.path);
    const reply = found === null ? nothingHere : found.answer(asked, setting, found.parameters);
    return sent(asked, reply, uuidFrom(fraction));
  };
};
