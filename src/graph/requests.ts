import * as z from 'zod';
import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, unless } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, record, word } from '../wire/shapes.ts';
import { partsOf } from './paths.ts';
import { understood } from './phrases.ts';
import { requestStatuses } from './statuses.ts';

const actions = ['lockForApproval', 'terminate', 'approve', 'reject'] as const;

const RequestAnswer = record({
  id: z.string(),
  action: word(actions),
  status: word(requestStatuses),
  createdDateTime: maybe(moment),
  lastModifiedDateTime: maybe(moment),
}).transform(({ createdDateTime, lastModifiedDateTime, ...rest }) => ({
  ...rest,
  createdAt: createdDateTime,
  changedAt: lastModifiedDateTime,
}));
export type RelationshipRequest = z.output<typeof RequestAnswer>;

/** What is asked of a relationship takes effect a moment later: its own status tells, not the request's. */
export const createRequests = (service: Service, profile: CloudProfile) => {
  const graph = unless(notOffered(profile, 'granular-admin'), service);

  const request = async (relationship: string, action: (typeof actions)[number], version: string | null) => {
    const path = partsOf(relationship, 'requests');
    const headers: Record<string, string> = version === null ? {} : { 'If-Match': version };
    return understood(await ask(graph, { method: 'POST', path, headers, body: { action }, answer: RequestAnswer }));
  };

  return {
    /** From then on it can be sent to the customer, and not be edited. `conflict`: it is no draft any more. */
    lockForApproval: (relationship: string, version: string | null): Promise<Sent<RelationshipRequest>> =>
      request(relationship, 'lockForApproval', version),

    terminate: (relationship: string): Promise<Sent<RelationshipRequest>> => request(relationship, 'terminate', null),

    list: (relationship: string): Promise<Sent<readonly RelationshipRequest[]>> =>
      everyPage(graph, { base: profile.graph, path: partsOf(relationship, 'requests'), item: RequestAnswer }),
  };
};
