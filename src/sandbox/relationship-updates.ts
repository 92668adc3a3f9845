import { startOperation, withoutGlobalAdmin } from './operations.ts';
import { conflict, invalid, objectionTo } from './relationship-drafts.ts';
import type { Draft, Objection } from './relationship-drafts.ts';
import { touch } from './relationship-life.ts';
import { follow, isDraft } from './relationships.ts';
import type { Operation, Relationship } from './granted.ts';
import type { World } from './world.ts';

/** At once, or by an operation that goes on for a while. */
export type Updated = { readonly updated: Operation | null } | Objection;

const LOCKED = conflict('The relationship can only be edited while its status is created.');
const ONLY_GLOBAL_ADMIN = conflict('Only the Global Administrator role can be removed from an active relationship.');

const draftOf = ({ displayName, duration, customer, roles, autoExtend }: Relationship): Draft => ({
  displayName,
  duration,
  customer,
  roles,
  autoExtend,
});

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  new Set(some).size === new Set(others).size && some.every((one) => others.includes(one));

const removeGlobalAdmin = (world: World, relationship: Relationship, roles: readonly string[]): Updated => {
  if (isSame(roles, relationship.roles)) return { updated: null };
  if (!isSame(roles, withoutGlobalAdmin(relationship.roles))) return ONLY_GLOBAL_ADMIN;
  touch(world, relationship);
  return { updated: startOperation(world, relationship, { what: 'no-global-admin' }) };
};

/** Once active, auto-extend can be switched, and Global Administrator can be taken out; one at a time. */
const updateActive = (world: World, relationship: Relationship, changes: Partial<Draft>): Updated => {
  const [what, ...more] = Object.keys(changes);
  if (more.length > 0 || (what !== 'autoExtend' && what !== 'roles')) return LOCKED;
  if (changes.roles !== undefined) return removeGlobalAdmin(world, relationship, changes.roles);
  return apply(world, relationship, changes);
};

const apply = (world: World, relationship: Relationship, changes: Partial<Draft>): Updated => {
  const draft = { ...draftOf(relationship), ...changes };
  const objection = objectionTo(world, draft, { partner: relationship.partner, itself: relationship });
  if (objection !== null) return objection;
  follow(world, relationship, draft);
  touch(world, relationship);
  return { updated: null };
};

/** Changes what may be changed in this status. */
export const updateRelationship = (world: World, relationship: Relationship, changes: Partial<Draft>): Updated => {
  if (Object.keys(changes).length === 0) return invalid('There is nothing to update.');
  if (isDraft(relationship)) return apply(world, relationship, changes);
  return relationship.status === 'active' ? updateActive(world, relationship, changes) : LOCKED;
};
