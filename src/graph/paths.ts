import { byId, pathOf } from '../wire/asking.ts';
import type { Path } from '../wire/asking.ts';

export const RELATIONSHIPS = '/v1.0/tenantRelationships/delegatedAdminRelationships';

/** Two guids, 73 characters. */
const relationshipId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const isRelationshipId = (id: string): boolean => relationshipId.test(id);

const withRelationship = pathOf(relationshipId);

export const relationshipAt = (id: string): Path => joined(RELATIONSHIPS, withRelationship`/${id}`);

/** Everything of one kind that belongs to a relationship. */
export const partsOf = (relationship: string, part: 'requests' | 'accessAssignments' | 'operations'): Path =>
  joined(relationshipAt(relationship), `/${part}`);

export const partOf = (relationship: string, part: 'accessAssignments' | 'operations', id: string): Path =>
  joined(partsOf(relationship, part), byId`/${id}`);

const joined = (path: Path, rest: Path): Path => (path === null || rest === null ? null : path + rest);
