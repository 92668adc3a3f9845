import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../src/sandbox/relationship-drafts.ts';
import { carryOn } from '../../src/sandbox/relationship-life.ts';
import { updateRelationship } from '../../src/sandbox/relationship-updates.ts';
import {
  approveRelationship,
  consentAsReseller,
  createRelationship,
  lockRelationship,
  refuseRelationship,
  terminateRelationship,
} from '../../src/sandbox/relationships.ts';
import type { Relationship } from '../../src/sandbox/granted.ts';
import type { Timing, World } from '../../src/sandbox/world.ts';
import { anAssignment, firstId, fourRoles, putActive, putRelationship } from '../support/sandbox-graph.ts';
import { addCustomer, fjord, havbris, lyngmo, nordlys, sandboxScene, solsikke } from '../support/sandbox-world.ts';

const draft: Draft = {
  displayName: 'Handshake 0001',
  duration: 'P730D',
  customer: { tenantId: solsikke, displayName: null },
  roles: fourRoles,
  autoExtend: 'PT0S',
};

const slowly: Partial<Timing> = {
  relationshipReadable: [1, 1],
  lock: [5, 5],
  activation: [60, 60],
  termination: [40, 40],
};

const scene = (timing: Partial<Timing> = {}) => {
  const made = sandboxScene(timing);
  addCustomer(made.world, solsikke);
  addCustomer(made.world, havbris);
  const events = () => made.told.map(({ event }) => event).filter((event) => event !== null);
  return { ...made, events };
};

const created = (world: World, changes: Partial<Draft> = {}): Relationship => {
  const relationship = createRelationship(world, nordlys, { ...draft, ...changes });
  if ('objection' in relationship) throw new Error(relationship.says);
  return relationship;
};

describe('a relationship goes its way by itself', () => {
  test('from draft to active, each step in its time, and only what the partner hears of is announced', () => {
    const { world, pass, events } = scene(slowly);
    const relationship = created(world);
    expect(relationship.visibleAt > world.now()).toBe(true);
    pass({ seconds: 1 });
    expect(relationship.visibleAt).toBe(world.now());

    expect(lockRelationship(world, relationship.id)).toEqual({ done: true });
    expect(relationship).toMatchObject({ status: 'created', requests: [{ action: 'lockForApproval', status: 'created' }] });
    pass({ seconds: 5 });
    expect(relationship).toMatchObject({ status: 'approvalPending', requests: [{ status: 'succeeded' }] });
    expect(events()).toEqual([]);

    expect(approveRelationship(world, relationship.id, solsikke)).toEqual({ done: true });
    expect(relationship.status).toBe('approved');
    pass({ seconds: 30 });
    expect(relationship).toMatchObject({ status: 'activating', activatedAt: null, endsAt: null });
    pass({ seconds: 30 });
    expect(relationship).toMatchObject({ status: 'active', activatedAt: world.now(), endsAt: '2028-03-01T09:01:06.000Z' });
    expect(events()).toEqual(['granular-admin-relationship-approved', 'granular-admin-relationship-activated']);
  });

  test('quirk 16: expiring begins after the end, and only expired is announced', () => {
    const { world, pass, events } = scene(slowly);
    const relationship = putActive(world, { autoExtend: 'PT0S', assignments: [anAssignment()] });
    carryOn(world, relationship);
    pass({ days: 730 });
    expect(relationship.status).toBe('active');
    pass({ hours: 1, minutes: 5, seconds: 1 });
    expect(relationship.status).toBe('expiring');
    expect(relationship.endsAt).toBe('2028-03-01T10:05:00.765Z');
    expect(world.now()).toBe('2028-03-01T10:05:01.000Z');
    expect(events()).toEqual([]);
    pass({ seconds: 40 });
    expect(relationship).toMatchObject({ status: 'expired', assignments: [{ status: 'deleted' }] });
    expect(events()).toEqual(['granular-admin-relationship-expired']);
  });

  test('quirk 22: whatever extends itself stays active for 180 days more, and nobody is told', () => {
    const { world, pass, told } = scene();
    const relationship = putActive(world, { autoExtend: 'P180D' });
    carryOn(world, relationship);
    pass({ days: 731 });
    expect(relationship).toMatchObject({ status: 'active', endsAt: '2028-08-28T10:05:00.765Z' });
    pass({ days: 180 });
    expect(relationship).toMatchObject({ status: 'active', endsAt: '2029-02-24T10:05:00.765Z' });
    expect(told).toEqual([]);
  });

  test('auto-extend switched off in time lets it end', () => {
    const { world, pass } = scene();
    const relationship = putActive(world, { autoExtend: 'P180D' });
    carryOn(world, relationship);
    pass({ days: 729 });
    expect(updateRelationship(world, relationship, { autoExtend: 'PT0S' })).toEqual({ updated: null });
    pass({ days: 2 });
    expect(relationship.status).toBe('expired');
  });

  test('either side ends it, by way of terminationRequested and terminating', () => {
    const { world, pass, events, told } = scene(slowly);
    const relationship = putActive(world);
    expect(terminateRelationship(world, relationship.id, 'partner')).toEqual({ done: true });
    expect(relationship).toMatchObject({ status: 'terminationRequested', requests: [{ action: 'terminate', status: 'created' }] });
    pass({ seconds: 20 });
    expect(relationship.status).toBe('terminating');
    pass({ seconds: 20 });
    expect(relationship).toMatchObject({ status: 'terminated', requests: [{ status: 'succeeded' }] });
    expect(events()).toEqual(['granular-admin-relationship-terminated']);
    expect(told.map(({ operation }) => operation)).toEqual([
      'granular_admin_relationship_termination_requested',
      'granular_admin_relationship_terminated',
    ]);
  });

  test('an approved one that is terminated never becomes active', () => {
    const { world, pass } = scene(slowly);
    const relationship = putRelationship(world, { status: 'approved' });
    carryOn(world, relationship);
    expect(terminateRelationship(world, relationship.id, 'customer')).toEqual({ done: true });
    pass({ hours: 1 });
    expect(relationship).toMatchObject({ status: 'terminated', activatedAt: null, requests: [] });
  });
});

test('what is announced names the relationship as audit records and webhooks do', () => {
  const { world, told } = scene();
  putRelationship(world, { status: 'approvalPending' });
  approveRelationship(world, firstId, solsikke);
  expect(told).toEqual([
    {
      partner: nordlys,
      customer: solsikke,
      resourceType: 'granular_admin_relationship',
      operation: 'granular_admin_relationship_approved',
      resourceId: firstId,
      newValue: {
        Id: firstId,
        displayName: 'Nordlys-Solsikke-01',
        status: 'approved',
        customer: { tenantId: solsikke, organizationDisplayName: 'Solsikke Bakeri AS' },
      },
      event: 'granular-admin-relationship-approved',
      resourceName: 'GranularAdminRelationship',
      resourceUri: `https://partner.microsoft.com/granularAdminRelationships/${firstId}`,
    },
  ]);
});

describe('old ones are cleaned up', () => {
  test('an invitation that nobody answers, after 90 days', () => {
    const { world, pass, events, told } = scene();
    const { id } = created(world);
    lockRelationship(world, id);
    pass({ days: 89 });
    expect(world.relationships.get(id)?.status).toBe('approvalPending');
    pass({ days: 1 });
    expect(world.relationships.has(id)).toBe(false);
    expect(events()).toEqual([]);
    expect(told.map(({ operation }) => operation)).toEqual(['granular_admin_relationship_cleaned_up']);
  });

  test('quirk 17: ended ones after a year, and until then their names are taken', () => {
    const { world, pass } = scene();
    const relationship = putActive(world, { displayName: draft.displayName });
    terminateRelationship(world, relationship.id, 'partner');
    pass({ days: 364 });
    expect(relationship.status).toBe('terminated');
    const taken = { objection: 'conflict', says: 'A delegated admin relationship with this displayName already exists.' };
    expect(createRelationship(world, nordlys, draft)).toEqual(taken);
    expect(createRelationship(world, nordlys, { ...draft, displayName: draft.displayName.toUpperCase() })).toEqual(taken);
    pass({ days: 2 });
    expect(createRelationship(world, nordlys, draft)).toMatchObject({ status: 'created' });
  });

  test('a name of one partner is free for every other', () => {
    const { world } = scene();
    created(world);
    expect(createRelationship(world, fjord, draft)).toMatchObject({ partner: fjord });
  });
});

describe('who may answer', () => {
  test('only the customer that the invitation names', () => {
    const { world } = scene();
    const { id } = putRelationship(world, { status: 'approvalPending' });
    expect(approveRelationship(world, id, havbris)).toMatchObject({ done: false });
    expect(refuseRelationship(world, id, havbris)).toMatchObject({ done: false });
    expect(approveRelationship(world, id, solsikke)).toEqual({ done: true });
  });

  test('whoever comes first, where it names nobody', () => {
    const { world } = scene();
    const relationship = putRelationship(world, { status: 'approvalPending', customer: null });
    expect(approveRelationship(world, relationship.id, havbris)).toEqual({ done: true });
    expect(relationship.customer).toEqual({ tenantId: havbris, displayName: 'Havbris Rederi AS' });
    expect(approveRelationship(world, relationship.id, solsikke)).toMatchObject({ done: false });
  });

  test('nobody from another cloud, and nobody who does not exist', () => {
    const { world } = scene();
    addCustomer(world, lyngmo, { cloud: 'us_gov' });
    const { id } = putRelationship(world, { status: 'approvalPending', customer: null });
    expect(approveRelationship(world, id, lyngmo)).toMatchObject({ done: false, why: 'The customer lives in another cloud.' });
    expect(approveRelationship(world, id, nordlys)).toMatchObject({ done: false, why: 'There is no such customer.' });
  });

  test('in the indirect model the reseller first', () => {
    const { world } = scene();
    const { id } = putRelationship(world, { status: 'approvalPending', indirectProvider: fjord });
    expect(approveRelationship(world, id, solsikke)).toMatchObject({ done: false });
    expect(consentAsReseller(world, id, 'approve')).toEqual({ done: true });
    expect(consentAsReseller(world, id, 'reject')).toMatchObject({ done: false });
    expect(approveRelationship(world, id, solsikke)).toEqual({ done: true });
  });

  test('quirk 22: a refusal ends it without ever having been active, and nobody is told', () => {
    const { world, pass, told } = scene();
    const relationship = putRelationship(world, { status: 'approvalPending' });
    expect(refuseRelationship(world, relationship.id, solsikke)).toEqual({ done: true });
    pass({ days: 1 });
    expect(relationship).toMatchObject({ status: 'terminated', activatedAt: null, endsAt: null });
    expect(told).toEqual([]);
  });
});
