import { describe, expect, test } from '@jest/globals';
import { createPartnerCenter } from '../../src/sandbox/partner-center/create-partner-center.ts';
import { acceptTie, removeTie } from '../../src/sandbox/ties.ts';
import {
  addCustomer,
  ask,
  claimsOf,
  fjord,
  granitt,
  licence,
  nordlys,
  sandboxScene,
  solsikke,
  tie,
  tindetopp,
} from '../support/sandbox-world.ts';
import type { Scene } from '../support/sandbox-world.ts';

const withoutDap = { dap: false };

const partnerCenterOf = ({ world }: Scene, partner: string) =>
  createPartnerCenter({ world, cloud: 'global', claimsOf: () => claimsOf(world, partner) });

const totalOf = (body: unknown): number => (body as { totalCount: number }).totalCount;

const slow = { acceptanceVisible: [30, 30] } as const;

describe('A customer accepts a partner as reseller', () => {
  test('Partner Center shows it a little later, and to that partner only', async () => {
    const scene = sandboxScene(slow);
    addCustomer(scene.world, solsikke);
    const surface = partnerCenterOf(scene, nordlys);
    expect(acceptTie(scene.world, solsikke, nordlys, withoutDap)).toEqual({ done: true });

    expect(totalOf((await ask(surface, 'GET', '/v1/customers')).body)).toBe(0);
    expect(await ask(surface, 'GET', `/v1/customers/${solsikke}`)).toMatchObject({ status: 403, body: { code: '20002' } });
    scene.pass({ seconds: 30 });
    expect(totalOf((await ask(surface, 'GET', '/v1/customers')).body)).toBe(1);
    expect((await ask(surface, 'GET', `/v1/customers/${solsikke}`)).status).toBe(200);
    expect(totalOf((await ask(partnerCenterOf(scene, granitt), 'GET', '/v1/customers')).body)).toBe(0);
  });

  test('the partner hears of it at once', () => {
    const { world, told } = sandboxScene(slow);
    addCustomer(world, solsikke);
    acceptTie(world, solsikke, nordlys, withoutDap);

    expect(told).toMatchObject([{ partner: nordlys, customer: solsikke, event: 'reseller-relationship-accepted-by-customer' }]);
  });

  test('an indirect reseller hears of it under another name', () => {
    const { world, told } = sandboxScene();
    addCustomer(world, solsikke);
    acceptTie(world, solsikke, tindetopp, withoutDap);

    expect(told.map(({ event }) => event)).toEqual(['indirect-reseller-relationship-accepted-by-customer']);
  });

  test('quirk 21: with the old kind of admin rights, news of which name no customer’s page', () => {
    const { world, told } = sandboxScene();
    const customer = addCustomer(world, solsikke);
    acceptTie(world, solsikke, nordlys, { dap: true });

    expect(customer.ties.get(nordlys)?.dap).toBe(true);
    expect(told[1]).toMatchObject({ event: 'dap-admin-relationship-approved', resourceUri: null });
  });

  test.each([
    ['a customer whom nobody knows', 'elsewhere', nordlys, 'unknown-customer'],
    ['a partner whom nobody knows', solsikke, 'elsewhere', 'unknown-partner'],
    ['a partner in another cloud', solsikke, '7a11c0de-5555-4a10-8a10-0000000000a5', 'other-cloud'],
    ['a partner accepted before', solsikke, fjord, 'already-tied'],
  ])('but not %s', (_what, customer, partner, why) => {
    const { world, told } = sandboxScene();
    tie(addCustomer(world, solsikke), fjord);

    expect(acceptTie(world, customer, partner, withoutDap)).toEqual({ done: false, why });
    expect(told).toEqual([]);
  });

  test('but not by a link in a cloud that has none', () => {
    const { world } = sandboxScene();
    addCustomer(world, solsikke, { cloud: 'us_gov' });

    expect(acceptTie(world, solsikke, '7a11c0de-5555-4a10-8a10-0000000000a5', withoutDap)).toEqual({
      done: false,
      why: 'not-in-this-cloud',
    });
  });
});

describe('A reseller relationship ends', () => {
  test('and the partner sees the customer no more, who still exists', async () => {
    const scene = sandboxScene();
    tie(addCustomer(scene.world, solsikke), nordlys);

    expect(removeTie(scene.world, solsikke, nordlys)).toEqual({ done: true });
    expect((await ask(partnerCenterOf(scene, nordlys), 'GET', `/v1/customers/${solsikke}`)).status).toBe(403);
    expect(scene.told).toMatchObject([{ operation: 'remove_partner_customer_relationship', event: null }]);
  });

  test('and takes the old kind of admin rights along', () => {
    const { world, told } = sandboxScene();
    tie(addCustomer(world, solsikke), nordlys, { dap: true });
    removeTie(world, solsikke, nordlys);

    expect(told.map(({ event }) => event)).toEqual([null, 'dap-admin-relationship-terminated']);
  });

  test('but not while something of that partner is active', () => {
    const { world } = sandboxScene();
    const sold = licence();
    const customer = addCustomer(world, solsikke, { subscriptions: [sold] });
    tie(customer, nordlys);
    tie(customer, granitt);

    expect(removeTie(world, solsikke, nordlys)).toEqual({ done: false, why: 'active-subscriptions' });
    expect(removeTie(world, solsikke, granitt)).toEqual({ done: true });
    sold.status = 'suspended';
    expect(removeTie(world, solsikke, nordlys)).toEqual({ done: true });
    expect(removeTie(world, solsikke, nordlys)).toEqual({ done: false, why: 'no-tie' });
  });

  test('the old kind of admin rights alone can be taken away', async () => {
    const scene = sandboxScene();
    const customer = addCustomer(scene.world, solsikke);
    tie(customer, nordlys, { dap: true });
    const surface = partnerCenterOf(scene, nordlys);
    const path = `/v1/customers/${solsikke}`;
    expect((await ask(surface, 'GET', path)).body).toMatchObject({ allowDelegatedAccess: true, customDomains: customer.domains });

    await ask(surface, 'PATCH', path, { body: { AllowDelegatedAccess: false } });
    const { body } = await ask(surface, 'GET', path);
    expect(body).toMatchObject({ allowDelegatedAccess: false, relationshipToPartner: 'reseller' });
    expect(body).not.toHaveProperty('customDomains');
    expect(scene.told.map(({ event }) => event)).toEqual(['dap-admin-relationship-terminated']);
  });
});
