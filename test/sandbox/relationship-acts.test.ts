import { describe, expect, test } from '@jest/globals';
import { rolesAt } from '../../src/sandbox/access-assignments.ts';
import { updateRelationship } from '../../src/sandbox/relationship-updates.ts';
import {
  approveRelationship,
  deleteRelationship,
  lockRelationship,
  refuseRelationship,
  terminateRelationship,
} from '../../src/sandbox/relationships.ts';
import type { RelationshipStatus } from '../../src/sandbox/granted.ts';
import type { Timing, World } from '../../src/sandbox/world.ts';
import { agent, anAssignment, firstId, fourRoles, putActive, putRelationship, roles } from '../support/sandbox-graph.ts';
import { addCustomer, havbris, nordlys, sandboxScene, solsikke } from '../support/sandbox-world.ts';

const scene = (timing: Partial<Timing> = {}) => {
  const made = sandboxScene(timing);
  addCustomer(made.world, solsikke);
  return made;
};

const acts = {
  lock: (world: World) => lockRelationship(world, firstId),
  approve: (world: World) => approveRelationship(world, firstId, solsikke),
  refuse: (world: World) => refuseRelationship(world, firstId, solsikke),
  terminate: (world: World) => terminateRelationship(world, firstId, 'partner'),
  delete: (world: World) => deleteRelationship(world, firstId),
};

const possible: Readonly<Record<RelationshipStatus, readonly (keyof typeof acts)[]>> = {
  created: ['lock', 'delete'],
  approvalPending: ['approve', 'refuse'],
  approved: ['terminate'],
  activating: [],
  active: ['terminate'],
  expiring: [],
  expired: [],
  terminationRequested: [],
  terminating: [],
  terminated: [],
};

describe('what can be done, by status', () => {
  test.each(Object.entries(possible))('%s: %j and nothing else', (status, wanted) => {
    const fine = Object.entries(acts).filter(([, act]) => {
      const { world } = scene();
      putRelationship(world, { status: status as RelationshipStatus });
      return act(world).done;
    });
    expect(fine.map(([name]) => name)).toEqual(wanted);
  });

  test('a draft that is being locked is none any more', () => {
    const { world } = scene({ lock: [5, 5] });
    const relationship = putRelationship(world);
    lockRelationship(world, relationship.id);
    expect(lockRelationship(world, relationship.id).done).toBe(false);
    expect(deleteRelationship(world, relationship.id).done).toBe(false);
    expect(updateRelationship(world, relationship, { displayName: 'x' })).toMatchObject({ objection: 'conflict' });
  });

  test('what is not there cannot be done anything to', () => {
    const { world } = scene();
    expect(Object.values(acts).map((act) => act(world).done)).toEqual([false, false, false, false, false]);
  });
});

describe('roles at a customer', () => {
  const who = { partner: nordlys, person: agent, customer: solsikke };

  test('come by an active assignment of a group, and go with the relationship', () => {
    const { world, pass } = scene();
    const relationship = putActive(world, { assignments: [anAssignment()] });
    expect([...rolesAt(world, who)]).toEqual([roles.directoryReaders, roles.serviceSupport]);
    terminateRelationship(world, relationship.id, 'customer');
    pass({ minutes: 1 });
    expect([...rolesAt(world, who)]).toEqual([]);
  });

  test('not while the assignment is pending, not at another customer, not for somebody outside the group', () => {
    const { world } = scene();
    putActive(world, { assignments: [anAssignment({ status: 'pending' })] });
    putActive(world, { id: `${firstId}x`, assignments: [anAssignment()], customer: { tenantId: havbris, displayName: null } });
    expect([...rolesAt(world, who)]).toEqual([]);
    expect([...rolesAt(world, { ...who, customer: havbris, person: 'somebody' })]).toEqual([]);
  });
});

test('only Global Administrator can be taken out of an active relationship, and it takes a while', () => {
  const { world, pass } = scene({ operation: [10, 10] });
  const relationship = putActive(world, { roles: [roles.globalAdmin, ...fourRoles], autoExtend: 'PT0S' });
  expect(updateRelationship(world, relationship, { roles: fourRoles.slice(1) })).toMatchObject({ objection: 'conflict' });
  expect(updateRelationship(world, relationship, { roles: fourRoles })).toMatchObject({ updated: { status: 'running' } });
  expect(relationship.roles).toContain(roles.globalAdmin);
  pass({ seconds: 10 });
  expect(relationship).toMatchObject({ roles: fourRoles, operations: [{ status: 'succeeded' }] });
  expect(updateRelationship(world, relationship, { autoExtend: 'P180D' })).toEqual({ updated: null });
});

test('an operation fails where the relationship ends before it is done', () => {
  const { world, pass } = scene({ operation: [10, 10] });
  const relationship = putActive(world, { roles: [roles.globalAdmin, ...fourRoles], autoExtend: 'PT0S' });
  updateRelationship(world, relationship, { roles: fourRoles });
  terminateRelationship(world, relationship.id, 'customer');
  pass({ seconds: 10 });
  expect(relationship.operations).toMatchObject([{ status: 'failed' }]);
  expect(relationship.roles).toContain(roles.globalAdmin);
});
