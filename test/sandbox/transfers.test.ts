import { describe, expect, test } from '@jest/globals';
import { createPartnerCenter } from '../../src/sandbox/partner-center/create-partner-center.ts';
import { acceptTransfer, cancelTransfer, declineTransfer } from '../../src/sandbox/transfers.ts';
import { ask, claimsOf, granitt, nordlys, planId, solsikke } from '../support/sandbox-world.ts';
import type { Scene } from '../support/sandbox-world.ts';
import {
  assignment,
  old,
  production,
  readyScene,
  requested,
  reservation,
  staging,
  theirLegacy,
  theirLicence,
  theirPlan,
} from '../support/transfer-world.ts';

const eventsOf = ({ told }: Scene, partner: string) => told.filter((news) => news.partner === partner).map(({ event }) => event);

describe('The states of a transfer', () => {
  test('pending, in progress, complete: both partners hear of every step', () => {
    const scene = readyScene();
    const transfer = requested(scene);
    expect(transfer.status).toBe('Pending');

    expect(acceptTransfer(scene.world, transfer.id, [production])).toEqual({ done: true });
    expect(transfer.status).toBe('InProgress');
    scene.pass({ seconds: 59 });
    expect(transfer.status).toBe('InProgress');
    scene.pass({ seconds: 1 });
    expect(transfer.status).toBe('Complete');
    expect(eventsOf(scene, nordlys)).toEqual(['create-transfer', 'update-transfer', 'complete-transfer']);
    expect(eventsOf(scene, granitt)).toEqual(eventsOf(scene, nordlys));
  });

  test('an unanswered one expires after 30 days, not before', () => {
    const scene = readyScene();
    const transfer = requested(scene);
    scene.pass({ days: 29, hours: 23 });
    expect(transfer.status).toBe('Pending');

    scene.pass({ hours: 1 });
    expect(transfer.status).toBe('Expired');
    expect(acceptTransfer(scene.world, transfer.id, [production])).toEqual({ done: false, why: 'already-over' });
    expect(eventsOf(scene, nordlys)).toEqual(['create-transfer', 'expire-transfer']);
  });

  test('one that was accepted does not expire', () => {
    const scene = readyScene({ transfer: [31 * 86_400, 31 * 86_400] });
    const transfer = requested(scene);
    acceptTransfer(scene.world, transfer.id, [production]);
    scene.pass({ days: 31 });

    expect(transfer.status).toBe('Complete');
  });

  test.each([
    ['Cancel', cancelTransfer],
    ['Reject', declineTransfer],
  ] as const)('%s ends a pending one, and only a pending one', (status, act) => {
    const scene = readyScene();
    const transfer = requested(scene);
    expect(act(scene.world, transfer.id, 'agent')).toEqual({ done: true });
    expect(transfer.status).toBe(status);
    expect(act(scene.world, transfer.id, 'agent')).toEqual({ done: false, why: 'already-over' });

    const next = requested(scene);
    acceptTransfer(scene.world, next.id, [production]);
    expect(act(scene.world, next.id, 'agent')).toEqual({ done: false, why: 'being-processed' });
    expect(act(scene.world, 'nothing', 'agent')).toEqual({ done: false, why: 'unknown-transfer' });
  });

  test('what has gone out of use meanwhile does not move, and the rest does', () => {
    const scene = readyScene();
    const transfer = requested(scene);
    acceptTransfer(scene.world, transfer.id, [production, staging]);
    scene.azure(staging).status = 'inactive';
    scene.pass({ minutes: 1 });

    expect(transfer.status).toBe('PartiallyComplete');
    expect(transfer.lines).toMatchObject([
      { status: 'Complete', transferError: null },
      { status: 'Failed', transferError: '900103' },
    ]);
    expect(scene.azure(staging).seller).toBe(granitt);
  });

  test('it fails where nothing can move any more', () => {
    const scene = readyScene();
    const transfer = requested(scene);
    acceptTransfer(scene.world, transfer.id, [production]);
    scene.bought(planId).status = 'suspended';
    scene.pass({ minutes: 1 });

    expect(transfer).toMatchObject({ status: 'Failed', completedAt: null });
    expect(scene.azure(production).seller).toBe(granitt);
    expect(eventsOf(scene, nordlys).at(-1)).toBe('fail-transfer');
  });
});

describe('What moves on completion', () => {
  const complete = (ids: readonly string[]) => {
    const scene = readyScene({ subscriptionVisible: [600, 600] });
    const transfer = requested(scene);
    expect(acceptTransfer(scene.world, transfer.id, ids)).toEqual({ done: true });
    scene.pass({ minutes: 1 });
    return { ...scene, transfer };
  };

  test('Azure keeps its id and its role assignments, and is billed under the new partner’s plan', () => {
    const { azure } = complete([production]);

    expect(azure(production)).toMatchObject({ seller: nordlys, planId, roleAssignments: [assignment] });
    expect(azure(staging)).toMatchObject({ seller: granitt, planId: theirPlan });
  });

  test('Azure of the old kind comes below the plan, and its old subscription ends', () => {
    const { azure, bought } = complete([old]);

    expect(azure(old)).toMatchObject({ seller: nordlys, planId });
    expect(bought(theirLegacy).status).toBe('deleted');
  });

  test('licences end at the old partner and begin at the new one with new ids, which show a little later', async () => {
    const scene = complete([theirLicence]);
    const taken = scene.customer.subscriptions.at(-1);
    expect(scene.bought(theirLicence)).toMatchObject({ status: 'deleted', seller: granitt });
    expect(taken).toMatchObject({ status: 'active', seller: nordlys, quantity: 25, offerId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0K59S' });
    expect([taken?.id, taken?.orderId]).not.toContain(theirLicence);
    expect(scene.transfer.lines[0]?.orderId).toBe(taken?.orderId);

    const path = `/v1/customers/${solsikke}/subscriptions/${taken?.id ?? ''}`;
    const surface = createPartnerCenter({ world: scene.world, cloud: 'global', claimsOf: () => claimsOf(scene.world, nordlys) });
    expect((await ask(surface, 'GET', path)).status).toBe(404);
    scene.pass({ minutes: 10 });
    expect((await ask(surface, 'GET', path)).status).toBe(200);
  });

  test('a reservation goes with its subscription', () => {
    const { transfer } = complete([production, reservation]);

    expect(transfer).toMatchObject({ status: 'Complete', lines: [{ status: 'Complete' }, { status: 'Complete' }] });
  });
});
