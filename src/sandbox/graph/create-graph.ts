import { createChance, uuidFrom } from '../chance.ts';
import type { Setting, Surface } from '../exchange.ts';
import { createRouting } from '../routing.ts';
import type { Route } from '../routing.ts';
import { notFound, sent } from './answers.ts';
import { deleteAssignment, getAssignment, listAssignments, patchAssignment, postAssignment } from './assignments.ts';
import { directory, granularAdmin, mailboxes } from './caller.ts';
import type { Answer } from './caller.ts';
import { getCustomer, listCustomers, listPortals } from './delegated-customers.ts';
import { listDirectorySubscriptions } from './directory-subscriptions.ts';
import { listSent, sendMail } from './mail.ts';
import { getOperation, listOperations } from './operations.ts';
import { getGroup, getPerson, listMembers } from './people.ts';
import { getRelationship, listRelationships, patchRelationship, postRelationship, removeRelationship } from './relationships.ts';
import { getRequest, listRequests, postRequest } from './requests.ts';
import { findTenant, listRoleTemplates } from './tenants.ts';

const TENANT = '/v1.0/tenantRelationships';
const ALL = `${TENANT}/delegatedAdminRelationships`;
const ONE = `${ALL}/:id`;
const CUSTOMERS = `${TENANT}/delegatedAdminCustomers`;

const routes: readonly Route<Answer>[] = [
  ['GET', ALL, granularAdmin('read', listRelationships)],
  ['POST', ALL, granularAdmin('write', postRelationship)],
  ['GET', ONE, granularAdmin('read', getRelationship)],
  ['PATCH', ONE, granularAdmin('write', patchRelationship)],
  ['DELETE', ONE, granularAdmin('write', removeRelationship)],
  ['GET', `${ONE}/requests`, granularAdmin('read', listRequests)],
  ['POST', `${ONE}/requests`, granularAdmin('write', postRequest)],
  ['GET', `${ONE}/requests/:request`, granularAdmin('read', getRequest)],
  ['GET', `${ONE}/accessAssignments`, granularAdmin('read', listAssignments)],
  ['POST', `${ONE}/accessAssignments`, granularAdmin('write', postAssignment)],
  ['GET', `${ONE}/accessAssignments/:assignment`, granularAdmin('read', getAssignment)],
  ['PATCH', `${ONE}/accessAssignments/:assignment`, granularAdmin('write', patchAssignment)],
  ['DELETE', `${ONE}/accessAssignments/:assignment`, granularAdmin('write', deleteAssignment)],
  ['GET', `${ONE}/operations`, granularAdmin('read', listOperations)],
  ['GET', `${ONE}/operations/:operation`, granularAdmin('read', getOperation)],
  ['GET', CUSTOMERS, granularAdmin('read', listCustomers)],
  ['GET', `${CUSTOMERS}/:tenant`, granularAdmin('read', getCustomer)],
  ['GET', `${CUSTOMERS}/:tenant/serviceManagementDetails`, granularAdmin('read', listPortals)],
  ['GET', `${TENANT}/:call`, directory(['CrossTenantInformation.ReadBasic.All'], findTenant)],
  ['GET', '/v1.0/directory/subscriptions', directory(['Organization.Read.All'], listDirectorySubscriptions)],
  ['GET', '/v1.0/directoryRoleTemplates', directory(['RoleManagement.Read.Directory'], listRoleTemplates)],
  ['GET', '/v1.0/users/:id', directory(['User.Read.All'], getPerson)],
  ['POST', '/v1.0/users/:id/sendMail', mailboxes(['Mail.Send'], sendMail)],
  [
    'GET',
    '/v1.0/users/:id/mailFolders/sentitems/messages',
    mailboxes(['Mail.ReadBasic.All', 'Mail.Read', 'Mail.ReadWrite'], listSent),
  ],
  ['GET', '/v1.0/groups/:id', directory(['GroupMember.Read.All', 'Group.Read.All'], getGroup)],
  [
    'GET',
    '/v1.0/groups/:id/transitiveMembers/microsoft.graph.user',
    directory(['GroupMember.Read.All', 'Group.Read.All'], listMembers),
  ],
];

const find = createRouting(routes);

/** Ids of requests are drawn apart, so that whoever looks at the world does not change what it draws next. */
const LINE = 0x6ea9;

/** Microsoft Graph of this world, in one cloud: granular admin, and the little of the directory that we read. */
export const createGraph = (setting: Setting): Surface => {
  const { fraction } = createChance(LINE);
  return (asked) => {
    const found = find(asked.method, asked.path);
    const answered = found === null ? notFound : found.answer(asked, setting, found.parameters);
    return sent(asked, setting.world, answered, uuidFrom(fraction));
  };
};
