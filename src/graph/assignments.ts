import * as z from 'zod';
import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId, notAnId, unless } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, record, word } from '../wire/shapes.ts';
import { changed } from './operations.ts';
import type { Changed } from './operations.ts';
import { partOf, partsOf } from './paths.ts';
import { understood } from './phrases.ts';
import { Roles, rolesBody } from './relationship.ts';
import { withRoleIds } from './role-ids.ts';
import { assignmentStatuses } from './statuses.ts';

/** What the members of one of our groups may do under a relationship. */
const AssignmentAnswer = record({
  '@odata.etag': z.string().min(1),
  id: z.string(),
  status: word(assignmentStatuses),
  accessContainer: record({ accessContainerId: z.string() }),
  accessDetails: Roles,
  createdDateTime: maybe(moment),
  lastModifiedDateTime: maybe(moment),
}).transform((said) => ({
  id: said.id,
  version: said['@odata.etag'],
  group: said.accessContainer.accessContainerId.toLowerCase(),
  roles: said.accessDetails,
  status: said.status,
  createdAt: said.createdDateTime,
  changedAt: said.lastModifiedDateTime,
}));
export type Assignment = z.output<typeof AssignmentAnswer>;

type AsRead = Pick<Assignment, 'id' | 'version'>;

export const createAssignments = (service: Service, profile: CloudProfile) => {
  const graph = unless(notOffered(profile, 'granular-admin'), service);

  const post = async (relationship: string, group: string, roleIds: readonly string[]) => {
    const path = partsOf(relationship, 'accessAssignments');
    const accessContainer = { accessContainerId: group, accessContainerType: 'securityGroup' };
    const body = { accessContainer, accessDetails: rolesBody(roleIds) };
    return understood(await ask(graph, { method: 'POST', path, body, answer: AssignmentAnswer }));
  };

  const patch = async (relationship: string, { id, version }: AsRead, roleIds: readonly string[]) => {
    const path = partOf(relationship, 'accessAssignments', id);
    const headers = { 'If-Match': version };
    const body = { accessDetails: rolesBody(roleIds) };
    return changed(understood(await ask(graph, { method: 'PATCH', path, headers, body, answer: maybe(AssignmentAnswer) })));
  };

  return {
    /**
     * One for each group; `conflict`: the group has one already, which is to be updated instead. Refused as `GROUP_IS_GONE` where
     * the group is not in our directory.
     */
    create: (relationship: string, group: string, roles: readonly string[]): Promise<Sent<Assignment>> =>
      byId`${group}` === null ? Promise.resolve(notAnId()) : withRoleIds(roles, (ids) => post(relationship, group, ids)),

    list: (relationship: string): Promise<Sent<readonly Assignment[]>> =>
      everyPage(graph, { base: profile.graph, path: partsOf(relationship, 'accessAssignments'), item: AssignmentAnswer }),

    get: (relationship: string, id: string): Promise<Sent<Assignment>> =>
      ask(graph, { method: 'GET', path: partOf(relationship, 'accessAssignments', id), answer: AssignmentAnswer }),

    /** These roles instead of all it had. Done at once where they are the same; else when its operation is. */
    update: (relationship: string, assignment: AsRead, roles: readonly string[]): Promise<Sent<Changed<Assignment>>> =>
      withRoleIds(roles, (ids) => patch(relationship, assignment, ids)),

    remove: async (relationship: string, { id, version }: AsRead): Promise<Sent<unknown>> => {
      const path = partOf(relationship, 'accessAssignments', id);
      const headers = { 'If-Match': version };
      return understood(await ask(graph, { method: 'DELETE', path, headers, answer: z.unknown() }));
    },
  };
};
