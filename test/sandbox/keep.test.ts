import { describe, expect, test } from '@jest/globals';
import { deserialize, serialize } from 'node:v8';
import { instant, later } from '../../src/cases/time.ts';
import { assignGroup, changeAssignment, removeAssignment } from '../../src/sandbox/access-assignments.ts';
import type { Notice } from '../../src/sandbox/announce.ts';
import { createWorld } from '../../src/sandbox/create-world.ts';
import type { Relationship } from '../../src/sandbox/granted.ts';
import { keptOf, resume } from '../../src/sandbox/keep.ts';
import type { KeptSandbox } from '../../src/sandbox/keep.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { updateRelationship } from '../../src/sandbox/relationship-updates.ts';
import {
  approveRelationship,
  consentAsReseller,
  createRelationship,
  lockRelationship,
  terminateRelationship,
} from '../../src/sandbox/relationships.ts';
import { populate } from '../../src/sandbox/seed/populate.ts';
import { acceptTie } from '../../src/sandbox/ties.ts';
import { lifelike } from '../../src/sandbox/timing.ts';
import { acceptTransfer } from '../../src/sandbox/transfers.ts';
import type { Timing, Transfer, World } from '../../src/sandbox/world.ts';
import { agents, fourRoles, putActive, putRelationship, roles } from '../support/sandbox-graph.ts';
import { addCustomer, at, fjord, granitt, nordlys, sandboxScene, solsikke } from '../support/sandbox-world.ts';
import type { Scene } from '../support/sandbox-world.ts';
import { production, readyScene, requested } from '../support/transfer-world.ts';

const slowly: Partial<Timing> = { ...lifelike, transfer: [60, 60] };

const written = (world: World): KeptSandbox => deserialize(serialize(keptOf(world))) as KeptSandbox;

/** Another process, so much later; people have moved in there already, as they did in the first. */
const next = ({ world }: Scene, paused: { readonly days?: number } = {}): Scene => {
  const again = sandboxScene(slowly, later(world.now(), paused));
  addCustomer(again.world, solsikke);
  resume(again.world, written(world));
  return again;
};

const scene = (): Scene => {
  const made = sandboxScene(slowly);
  addCustomer(made.world, solsikke);
  return made;
};

const draft = { displayName: 'Nordlys-Solsikke', duration: 'P90D', customer: null, roles: fourRoles, autoExtend: 'PT0S' };

const drafted = ({ world }: Scene): string => {
  const made = createRelationship(world, nordlys, draft);
  if ('objection' in made) throw new Error(made.says);
  return made.id;
};

const found = ({ world }: Scene, id: string): Relationship => {
  const relationship = world.relationships.get(id);
  if (relationship === undefined) throw new Error(`${id} is gone.`);
  return relationship;
};

const transferIn = ({ world }: Scene, { id }: Pick<Transfer, 'id'>): Transfer => {
  const transfer = world.transfers.get(id);
  if (transfer === undefined) throw new Error(`${id} is gone.`);
  return transfer;
};

describe('an invitation outlives every stop', () => {
  test('from the draft to the last day: asked to lock, accepted, activated, expired', () => {
    const first = scene();
    const id = drafted(first);
    lockRelationship(first.world, id);

    const second = next(first);
    expect(found(second, id).status).toBe('created');
    second.pass({ seconds: 5 });
    expect(found(second, id)).toMatchObject({ status: 'approvalPending', requests: [{ status: 'succeeded' }] });

    const third = next(second);
    expect(approveRelationship(third.world, id, solsikke)).toEqual({ done: true });

    const fourth = next(third);
    fourth.pass({ minutes: 1 });
    expect(found(fourth, id)).toMatchObject({ status: 'active', customer: { tenantId: solsikke } });
    expect(fourth.told.map(({ event }) => event)).toEqual(['granular-admin-relationship-activated']);
    const { endsAt } = found(fourth, id);

    const fifth = next(fourth, { days: 89 });
    expect(found(fifth, id)).toMatchObject({ status: 'active', endsAt });
    fifth.pass({ days: 1, minutes: 2 });
    expect(found(fifth, id).status).toBe('expired');
  });

  test('what came due while nobody was there has happened, each thing at its own time', () => {
    const first = scene();
    const id = drafted(first);
    lockRelationship(first.world, id);
    first.pass({ minutes: 1 });
    approveRelationship(first.world, id, solsikke);
    const stoppedAt = first.world.now();

    const second = next(first, { days: 100 });
    second.pass({});
    const { status, activatedAt, endsAt, modifiedAt } = found(second, id);
    expect(status).toBe('expired');
    expect(activatedAt !== null && activatedAt < later(stoppedAt, { minutes: 2 })).toBe(true);
    expect(endsAt !== null && modifiedAt > endsAt && modifiedAt < later(endsAt, { minutes: 2 })).toBe(true);
  });

  test('an unanswered one is gone 90 days after it was sent, however often the world was stopped', () => {
    const first = scene();
    const id = drafted(first);
    lockRelationship(first.world, id);
    first.pass({ minutes: 1 });
    const second = next(next(first, { days: 40 }), { days: 49 });
    second.pass({});
    expect(found(second, id).status).toBe('approvalPending');
    second.pass({ days: 1 });
    expect(second.world.relationships.has(id)).toBe(false);
  });

  test('a reseller’s consent does not begin the 90 days anew', () => {
    const first = scene();
    const id = drafted(first);
    found(first, id).indirectProvider = fjord;
    lockRelationship(first.world, id);
    first.pass({ days: 60 });
    consentAsReseller(first.world, id, 'approve');
    const second = next(first);
    second.pass({ days: 30, minutes: 1 });
    expect(second.world.relationships.has(id)).toBe(false);
  });

  test('a clock that was put back makes nothing wait for it', () => {
    const first = scene();
    const id = drafted(first);
    lockRelationship(first.world, id);
    const second = next(first, { days: -90 });
    second.pass({ minutes: 1 });
    expect(found(second, id).status).toBe('approvalPending');
  });
});

test.each(['approved', 'activating', 'expiring', 'terminationRequested', 'terminating'] as const)(
  'nothing hangs in %s for ever',
  (status) => {
    const first = scene();
    const { id } = putRelationship(first.world, { status });
    const second = next(first);
    second.pass({ minutes: 2 });
    const { status: after } = found(second, id);
    expect(['active', 'expired', 'terminated']).toContain(after);
  },
);

test('an ended one is remembered for a year from its end', () => {
  const first = scene();
  const { id } = putActive(first.world);
  terminateRelationship(first.world, id, 'customer');
  first.pass({ minutes: 1 });
  const second = next(first, { days: 364 });
  second.pass({});
  expect(found(second, id).status).toBe('terminated');
  second.pass({ days: 1 });
  expect(second.world.relationships.has(id)).toBe(false);
});

describe('a group’s access', () => {
  const assigned = () => {
    const first = scene();
    const relationship = putActive(first.world);
    const assignment = assignGroup(first.world, relationship, { group: agents, roles: fourRoles });
    if ('objection' in assignment) throw new Error(assignment.says);
    return { first, relationship, assignment };
  };

  test('under way becomes active, and one being taken away goes', () => {
    const { first, relationship } = assigned();
    const second = next(first);
    second.pass({ minutes: 2 });
    const { assignments } = found(second, relationship.id);
    expect(assignments).toMatchObject([{ status: 'active', version: 1 }]);
    expect(second.told.map(({ event }) => event)).toEqual(['granular-admin-access-assignment-activated']);

    for (const one of assignments) removeAssignment(second.world, found(second, relationship.id), one);
    const third = next(second);
    expect(found(third, relationship.id).assignments).toMatchObject([{ status: 'deleting' }]);
    third.pass({ minutes: 2 });
    expect(found(third, relationship.id).assignments).toMatchObject([{ status: 'deleted' }]);
  });

  test('other roles that were asked for come, and only once', () => {
    const { first, relationship, assignment } = assigned();
    first.pass({ minutes: 2 });
    changeAssignment(first.world, relationship, assignment, [roles.license]);
    const second = next(first);
    expect(found(second, relationship.id).assignments).toMatchObject([{ roles: fourRoles }]);
    second.pass({ minutes: 1 });
    const third = next(second);
    third.pass({ minutes: 1 });
    const { assignments, operations } = found(third, relationship.id);
    expect(assignments).toMatchObject([{ roles: [roles.license], version: 3 }]);
    expect(operations).toMatchObject([{ status: 'succeeded' }]);
    expect(third.told).toEqual([]);
  });

  test('Global Administrator that was on its way out goes', () => {
    const first = scene();
    const relationship = putActive(first.world, { roles: [roles.globalAdmin, ...fourRoles], autoExtend: 'PT0S' });
    updateRelationship(first.world, relationship, { roles: fourRoles });
    const second = next(first);
    second.pass({ minutes: 1 });
    expect(found(second, relationship.id)).toMatchObject({ roles: fourRoles, operations: [{ status: 'succeeded' }] });
  });
});

describe('a transfer', () => {
  test('that was accepted completes, once, at the customer of the new world', () => {
    const first = readyScene(slowly);
    const transfer = requested(first);
    const second = next(first);
    expect(acceptTransfer(second.world, transfer.id, [production])).toEqual({ done: true });
    const third = next(second);
    expect(transferIn(third, transfer).status).toBe('InProgress');
    third.pass({ minutes: 1 });
    expect(transferIn(third, transfer).status).toBe('Complete');
    const azure = third.world.customers.get(solsikke)?.azure.find(({ id }) => id === production);
    expect(azure?.seller).toBe(nordlys);
    expect(third.told.map(({ partner, event }) => [partner, event])).toEqual([
      [nordlys, 'complete-transfer'],
      [granitt, 'complete-transfer'],
    ]);
  });

  test('that nobody answers expires 30 days after it was asked for', () => {
    const first = readyScene(slowly);
    const transfer = requested(first);
    const second = next(next(first, { days: 20 }), { days: 9 });
    second.pass({ hours: 23 });
    expect(transferIn(second, transfer).status).toBe('Pending');
    second.pass({ hours: 1 });
    expect(transferIn(second, transfer).status).toBe('Expired');
  });
});

describe('the whole made-up world', () => {
  const begun = (now: () => ReturnType<World['now']>, delivered: Notice[] = []): World => {
    const world = createWorld({
      now,
      deliver: (notice) => {
        delivered.push(notice);
      },
    });
    addPartners(world);
    populate(world);
    return world;
  };

  const registration = {
    subscriberId: 'ours',
    url: 'http://127.0.0.1/news',
    events: ['reseller-relationship-accepted-by-customer'],
    inOwnHeader: false,
    modifiedAt: at('2026-03-02T09:00:00Z'),
  };

  test('is the same after a resume, in a world that people had moved into already', () => {
    const now = () => at('2026-03-02T09:00:00Z');
    const first = begun(now);
    first.registrations.set(nordlys, registration);
    first.mail.push({ id: '1', tenant: nordlys, mailbox: 'a', messageId: 'm', raw: Buffer.from('å'), visibleAt: now() });
    const stranger = [...first.customers.values()].find(({ ties, cloud }) => cloud === 'global' && !ties.has(nordlys));
    acceptTie(first, stranger?.tenantId ?? '', nordlys, { dap: true });
    const second = begun(() => at('2026-03-05T09:00:00Z'));
    const kept = written(first);
    const { at: then, chance } = kept;
    expect({ ...written(second), at: then, chance }).not.toEqual(kept);
    resume(second, written(first));
    expect({ ...written(second), at: then, chance }).toEqual(kept);
    expect(second.mail[0]?.raw.toString()).toBe('å');
  });

  test('forgets what was going to happen to those who are not there any more', () => {
    let time = Date.parse('2026-03-02T09:00:00Z');
    const world = begun(() => instant(time));
    const before = world.audit.length;
    const empty = createWorld({ now: () => instant(time) });
    resume(world, written(empty));
    time += 1000 * 86_400_000;
    world.settle();
    expect([before > 0, world.audit, world.customers.size]).toEqual([true, [], 0]);
  });

  test('delivers what was on its way to a partner, once', () => {
    let time = Date.parse('2026-03-02T09:00:00Z');
    const now = () => instant(time);
    const first = begun(now);
    first.registrations.set(nordlys, registration);
    const stranger = [...first.customers.values()].find(({ ties, cloud }) => cloud === 'global' && !ties.has(nordlys));
    acceptTie(first, stranger?.tenantId ?? '', nordlys, { dap: false });

    const delivered: Notice[] = [];
    const second = begun(now, delivered);
    resume(second, written(first));
    time += 60_000;
    second.settle();
    expect(delivered).toMatchObject([{ news: { customer: stranger?.tenantId }, at: '2026-03-02T09:00:00.000Z' }]);
    const third = begun(now, delivered);
    resume(third, written(second));
    time += 60_000;
    third.settle();
    expect(delivered).toHaveLength(1);
  });

  test('gives out no id again: not those from before, and not those from after the last time it was kept', () => {
    const now = () => at('2026-03-02T09:00:00Z');
    const seen = new Set<string>();
    const draw = (world: World, many: number) => {
      for (let one = 0; one < many; one++) seen.add(world.uuid());
    };
    const first = begun(now);
    draw(first, 500);
    const kept = written(first);
    draw(first, 500);
    const second = begun(now);
    resume(second, kept);
    draw(second, 500);
    const third = begun(now);
    resume(third, written(second));
    draw(third, 500);
    expect(seen.size).toBe(2000);
  });
});
