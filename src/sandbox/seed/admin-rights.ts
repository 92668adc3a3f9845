import { later } from '../../cases/time.ts';
import { builtInRoles } from '../built-in-roles.ts';
import { carryOn } from '../relationship-life.ts';
import type { Assignment, Relationship } from '../granted.ts';
import type { Partner, World } from '../world.ts';
import { partnerCalled } from './calling.ts';
import type { AdminRights, Entry } from './entry.ts';
import { idOf, tenantIdOf } from './made-ids.ts';

const DAYS = 730;
const ASKED_DAYS_AGO = 6;

const roleCalled = (name: string): string => {
  const role = [...builtInRoles].find(([, called]) => called === name);
  if (role === undefined) throw new Error(`No role is called ${name}.`);
  return role[0];
};

/** The first group that is made for the purpose has all the roles. */
const assignmentFor = ({ groups }: Partner, { id, roles, modifiedAt: at }: Relationship): Assignment[] => {
  const group = groups.find(({ name }) => name.startsWith('Handshake'));
  if (group === undefined) return [];
  const [first = ''] = id.split('-');
  const assigned = `${first}-a551-4901-8901-000000000001`;
  return [{ id: assigned, group: group.id, roles, status: 'active', createdAt: at, modifiedAt: at, version: 1 }];
};

const lifeOf = (world: World, { status, endsInDays }: AdminRights) => {
  if (status === 'approvalPending') {
    const at = later(world.now(), { days: -ASKED_DAYS_AGO });
    return { status, createdAt: at, modifiedAt: at, activatedAt: null, endsAt: null };
  }
  const endsAt = later(world.now(), { days: endsInDays });
  const activatedAt = later(endsAt, { days: -DAYS });
  return { status, createdAt: activatedAt, modifiedAt: activatedAt, activatedAt, endsAt };
};

/** Granular admin that is there already; it goes on from here by itself. */
export const addAdminRights = (world: World, { number, name, adminRights }: Entry): void => {
  for (const [place, rights] of adminRights.entries()) {
    const partner = partnerCalled(world, rights.to);
    const life = lifeOf(world, rights);
    const half = idOf('relationship', number, place + 1);
    const relationship: Relationship = {
      id: rights.id ?? `${half}-${half}`,
      partner: partner.tenantId,
      visibleAt: life.createdAt,
      displayName: rights.name,
      duration: `P${DAYS}D`,
      customer: { tenantId: tenantIdOf(number), displayName: name },
      roles: rights.roles.map(roleCalled),
      autoExtend: rights.extends ? 'P180D' : 'PT0S',
      ...life,
      version: 1,
      requests: [],
      assignments: [],
      operations: [],
      indirectProvider: null,
    };
    if (life.status === 'active') relationship.assignments.push(...assignmentFor(partner, relationship));
    world.relationships.set(relationship.id, relationship);
    carryOn(world, relationship);
  }
};
