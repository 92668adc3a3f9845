import { createRelationship, deleteRelationship } from '../relationships.ts';
import { updateRelationship } from '../relationship-updates.ts';
import type { Updated } from '../relationship-updates.ts';
import type { Call } from '../routing.ts';
import type { Relationship } from '../granted.ts';
import { failed, urlOf } from './answers.ts';
import type { Answered } from './answers.ts';
import { bodyOf, Changes, NewRelationship } from './bodies.ts';
import { relationshipEntity } from './entities.ts';
import { etagOfRelationship, precondition } from './etags.ts';
import { objected, ofRelationship, pathOf, RELATIONSHIPS, visibleTo } from './found.ts';
import { startedOperation } from './operations.ts';
import { entityOf, pageOf } from './pages.ts';

const readable = {
  status: ({ status }: Relationship) => status,
  'customer/tenantId': ({ customer }: Relationship) => customer?.tenantId ?? null,
};

export const listRelationships = (call: Call): Answered =>
  pageOf(call, {
    path: RELATIONSHIPS,
    longestPage: 300,
    items: visibleTo(call),
    write: relationshipEntity,
    filters: readable,
    orders: {
      status: readable.status,
      displayName: ({ displayName }) => displayName,
      createdDateTime: ({ createdAt }) => createdAt,
      lastModifiedDateTime: ({ modifiedAt }) => modifiedAt,
      endDateTime: ({ endsAt }) => endsAt,
    },
  });

const shown = (call: Call, relationship: Relationship): Answered => entityOf(call, RELATIONSHIPS, relationshipEntity(relationship));

export const getRelationship = ofRelationship(shown);

export const postRelationship = (call: Call): Answered => {
  const parsed = bodyOf(call, NewRelationship);
  if ('failed' in parsed) return parsed;
  const created = createRelationship(call.world, call.claims.tenant, parsed.body);
  if ('objection' in created) return objected(created);
  const reply = shown(call, created);
  if ('failed' in reply) return reply;
  return { ...reply, status: 201, headers: { ...reply.headers, Location: urlOf(call, pathOf(created)) } };
};

/** What goes on for a while is accepted; the relationship is shown as it still is. */
const updated = (
  call: Call,
  relationship: Relationship,
  { updated: operation }: Extract<Updated, { updated: unknown }>,
): Answered => {
  const reply = shown(call, relationship);
  if (operation === null || 'failed' in reply) return reply;
  const { status, headers } = startedOperation(call, relationship, operation);
  return { ...reply, status, headers: { ...reply.headers, ...headers } };
};

export const patchRelationship = ofRelationship((call, relationship) => {
  const stale = precondition(call, etagOfRelationship(relationship));
  if (stale !== null) return stale;
  const parsed = bodyOf(call, Changes);
  if ('failed' in parsed) return parsed;
  const outcome = updateRelationship(call.world, relationship, parsed.body);
  return 'objection' in outcome ? objected(outcome) : updated(call, relationship, outcome);
});

export const removeRelationship = ofRelationship((call, relationship) => {
  const stale = precondition(call, etagOfRelationship(relationship));
  if (stale !== null) return stale;
  const deleted = deleteRelationship(call.world, relationship.id);
  return deleted.done ? { status: 204 } : failed(409, deleted.why);
});
