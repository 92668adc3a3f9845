import type { Objection } from '../relationship-drafts.ts';
import type { Call } from '../routing.ts';
import type { Relationship } from '../granted.ts';
import { failed, notFound } from './answers.ts';
import type { Answered, Failed } from './answers.ts';

export const RELATIONSHIPS = 'tenantRelationships/delegatedAdminRelationships';

export const pathOf = ({ id }: Relationship): string => `${RELATIONSHIPS}/${id}`;

export const objected = ({ objection, says }: Objection): Failed => failed(objection === 'conflict' ? 409 : 400, says);

/** The partner's own, and those that a provider has drafted for its resellers; once a read finds them. */
const isVisibleTo = ({ world, claims }: Call): ((relationship: Relationship) => boolean) => {
  const now = world.now();
  return ({ partner, indirectProvider, visibleAt }) =>
    (partner === claims.tenant || indirectProvider === claims.tenant) && visibleAt <= now;
};

export const visibleTo = (call: Call): readonly Relationship[] => [...call.world.relationships.values()].filter(isVisibleTo(call));

/** For the relationship that the path names, if the caller may see it, and already can. */
export const ofRelationship =
  (answer: (call: Call, relationship: Relationship) => Answered) =>
  (call: Call): Answered => {
    const relationship = call.world.relationships.get(call.parameters.id?.toLowerCase() ?? '');
    return relationship === undefined || !isVisibleTo(call)(relationship) ? notFound : answer(call, relationship);
  };

/** How Graph's model calls what belongs to a relationship. */
export const contextIn = ({ id }: Relationship, what: string): string => `${RELATIONSHIPS}('${id}')/${what}`;
