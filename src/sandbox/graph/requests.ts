import type { Done } from '../act.ts';
import { consentAsReseller, lockRelationship, terminateRelationship } from '../relationships.ts';
import type { Call } from '../routing.ts';
import type { Relationship, RelationshipRequest } from '../granted.ts';
import { failed, notFound, urlOf } from './answers.ts';
import type { Answered } from './answers.ts';
import { bodyOf, NewRequest } from './bodies.ts';
import { requestEntity } from './entities.ts';
import { etagOfRelationship, staleness } from './etags.ts';
import { contextIn, ofRelationship, pathOf } from './found.ts';
import { entityOf, pageOf } from './pages.ts';

const UNKNOWN_MEMBERS = 'include-unknown-enum-members';
const NEEDS_PREFERENCE = failed(400, `The action 'reject' needs the header Prefer: ${UNKNOWN_MEMBERS}.`);
const NOT_THE_RESELLER = failed(403, 'Only the reseller can answer for itself.');

const isReseller = ({ claims }: Call, { partner, indirectProvider }: Relationship): boolean =>
  indirectProvider !== null && partner === claims.tenant;

const acts: Record<RelationshipRequest['action'], (call: Call, id: string) => Done> = {
  lockForApproval: ({ world }, id) => lockRelationship(world, id),
  terminate: ({ world }, id) => terminateRelationship(world, id, 'partner'),
  approve: ({ world }, id) => consentAsReseller(world, id, 'approve'),
  reject: ({ world }, id) => consentAsReseller(world, id, 'reject'),
};

/** What speaks against an answer in the indirect model. */
const hindrance = (call: Call, relationship: Relationship, action: RelationshipRequest['action']) => {
  if (action !== 'approve' && action !== 'reject') return null;
  if (!isReseller(call, relationship)) return NOT_THE_RESELLER;
  const prefers = call.asked.headers.prefer?.includes(UNKNOWN_MEMBERS) ?? false;
  return action === 'reject' && !prefers ? NEEDS_PREFERENCE : null;
};

const shown = (call: Call, relationship: Relationship, request: RelationshipRequest): Answered =>
  entityOf(call, contextIn(relationship, 'requests'), requestEntity(request));

export const postRequest = ofRelationship((call, relationship) => {
  const stale = staleness(call, etagOfRelationship(relationship));
  if (stale !== null) return stale;
  const parsed = bodyOf(call, NewRequest);
  if ('failed' in parsed) return parsed;
  const { action } = parsed.body;
  const hindered = hindrance(call, relationship, action);
  if (hindered !== null) return hindered;
  const acted = acts[action](call, relationship.id);
  if (!acted.done) return failed(409, acted.why);
  const request = relationship.requests.at(-1);
  if (request === undefined) return notFound;
  const reply = shown(call, relationship, request);
  const Location = urlOf(call, `${pathOf(relationship)}/requests/${request.id}`);
  return 'failed' in reply ? reply : { ...reply, status: 201, headers: { Location } };
});

export const listRequests = ofRelationship((call, relationship) =>
  pageOf(call, {
    path: `${pathOf(relationship)}/requests`,
    context: contextIn(relationship, 'requests'),
    longestPage: 300,
    items: relationship.requests,
    write: requestEntity,
  }),
);

export const getRequest = ofRelationship((call, relationship) => {
  const request = relationship.requests.find(({ id }) => id === call.parameters.request);
  return request === undefined ? notFound : shown(call, relationship, request);
});
