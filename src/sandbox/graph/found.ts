import type { Objection } from '../relationship-drafts.ts';
import type { Call } from '../routing.ts';
import type { Relationship } from '../world.ts';
import { failed, notFound } from './answers.ts';
import type { Answered, Failed } from './answers.ts';

export const RELATIONSHIPS = 'tenantRelationships/delegatedAdminRelationships';

export const pathOf = ({ id }: Relationship): string => `${RELATIONSHIPS}/${id}`;

export const objected = ({ objection, says }: Objection): Failed => failed(objection === 'conflict' ? 409 : 400, says);

/** The partner's own, and those that a provider has drafted for its resellers. */
export const visibleTo = ({ world, claims }: Call): readonly Relationship[] =>
  [...world.relationships.values()].filter(
    ({ partner, indirectProvider, visibleAt }) =>
      (partner === claims.tenant || indirectProvider === claims.tenant) && visibleAt <= world.now(),
  );

/** For the relationship that the path names, if the caller may see it, and already can. */
export const ofRelationship =
  (answer: (call: Call, relationship: Relationship) => Answered) =>
  (call: Call): Answered => {
    const id = call.parameters.id?.toLowerCase();
    const relationship = visibleTo(call).find((one) => one.id === id);
    return relationship === undefined ? notFound : answer(call, relationship);
  };

/** How Graph's model calls what belongs to a relationship. */
export const contextIn = ({ id }: Relationship, what: string): string => `${RELATIONSHIPS}('${id}')/${what}`;
