import * as z from 'zod';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { maybe, record } from '../wire/shapes.ts';

/** A guid, or a user principal name; a guest's has a # in it. */
const isPerson = (text: string): boolean => /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\w'.!#^~-]+@[\w.-]+)$/i.test(text);

const PERSON = 'id,displayName,userPrincipalName,accountEnabled';

/** Whoever cannot be seen to be let in counts as locked out. */
const PersonAnswer = record({
  id: z.string(),
  displayName: maybe(z.string()),
  userPrincipalName: maybe(z.string()),
  accountEnabled: maybe(z.boolean()),
}).transform(({ id, displayName, userPrincipalName, accountEnabled }) => ({
  id,
  name: displayName,
  address: userPrincipalName,
  mayWork: accountEnabled === true,
}));
export type DirectoryPerson = z.output<typeof PersonAnswer>;

const GroupAnswer = record({
  id: z.string(),
  displayName: maybe(z.string()),
  securityEnabled: maybe(z.boolean()),
}).transform(({ id, displayName, securityEnabled }) => ({ id, name: displayName, isSecurityGroup: securityEnabled === true }));
export type DirectoryGroup = z.output<typeof GroupAnswer>;

/** People and groups of our own directory. */
export const createPeople = (service: Service, profile: CloudProfile) => ({
  person: (idOrAddress: string): Promise<Sent<DirectoryPerson>> =>
    ask(service, {
      method: 'GET',
      path: isPerson(idOrAddress) ? `/v1.0/users/${encodeURIComponent(idOrAddress)}` : null,
      query: { $select: PERSON },
      answer: PersonAnswer,
    }),

  group: (id: string): Promise<Sent<DirectoryGroup>> =>
    ask(service, {
      method: 'GET',
      path: byId`/v1.0/groups/${id}`,
      query: { $select: 'id,displayName,securityEnabled' },
      answer: GroupAnswer,
    }),

  /** Also those who are in it by way of another group. Such a question is answered from an index that lags a little behind. */
  membersOf: (group: string): Promise<Sent<readonly DirectoryPerson[]>> =>
    everyPage(service, {
      base: profile.graph,
      path: byId`/v1.0/groups/${group}/transitiveMembers/microsoft.graph.user`,
      query: { $count: 'true', $select: PERSON, $top: '999' },
      headers: { ConsistencyLevel: 'eventual' },
      item: PersonAnswer,
    }),
});
