import type { Call } from '../routing.ts';
import type { Operation, Relationship } from '../granted.ts';
import { notFound, urlOf } from './answers.ts';
import { operationEntity } from './entities.ts';
import { contextIn, ofRelationship, pathOf } from './found.ts';
import { entityOf, pageOf } from './pages.ts';

const ASK_AGAIN = { 'Retry-After': '10' };

/** Accepted: where it can be asked how it goes, and when. */
export const startedOperation = (call: Call, relationship: Relationship, { id }: Operation) => ({
  status: 202,
  headers: { Location: urlOf(call, `${pathOf(relationship)}/operations/${id}`), ...ASK_AGAIN },
});

export const listOperations = ofRelationship((call, relationship) =>
  pageOf(call, {
    path: `${pathOf(relationship)}/operations`,
    context: contextIn(relationship, 'operations'),
    longestPage: 300,
    items: relationship.operations,
    write: operationEntity,
  }),
);

export const getOperation = ofRelationship((call, relationship) => {
  const operation = relationship.operations.find(({ id }) => id === call.parameters.operation);
  if (operation === undefined) return notFound;
  const reply = entityOf(call, contextIn(relationship, 'operations'), operationEntity(operation));
  return 'failed' in reply || operation.status !== 'running' ? reply : { ...reply, headers: ASK_AGAIN };
});
