import { describe, expect, test } from '@jest/globals';
import { createPartnerCenter } from '../../src/sandbox/partner-center/create-partner-center.ts';
import type { TransferWish } from '../../src/sandbox/transfer-checks.ts';
import { acceptTransfer, createTransfer } from '../../src/sandbox/transfers.ts';
import { ask, claimsOf, fjord, granitt, nordlys, planId, solsikke, tie } from '../support/sandbox-world.ts';
import type { Scene } from '../support/sandbox-world.ts';
import { production, readyScene, requested, staging, theirLicence, theirPlan, wish } from '../support/transfer-world.ts';

describe('What cannot be accepted', () => {
  test.each([
    ['nothing', [], 'nothing-chosen'],
    ['what does not exist', ['nothing'], 'unknown-item'],
    ['a plan', [theirPlan], 'unknown-item'],
    ['what is not in use', [production, staging], 'inactive-item'],
    ['what was not asked for', [theirLicence], 'not-asked-for'],
  ])('%s', (_what, ids, why) => {
    const scene = readyScene();
    const transfer = requested(scene, { productTypes: ['AzureSubscription'] });
    scene.azure(staging).status = 'inactive';

    expect(acceptTransfer(scene.world, transfer.id, ids)).toEqual({ done: false, why });
    expect(transfer).toMatchObject({ status: 'Pending', lines: [] });
  });

  test('what somebody else sells', () => {
    const scene = readyScene();
    const transfer = requested(scene);
    scene.azure(production).seller = fjord;

    expect(acceptTransfer(scene.world, transfer.id, [production])).toEqual({ done: false, why: 'inactive-item' });
  });
});

describe('Who can ask for a transfer', () => {
  const refusedIn = (change: (scene: ReturnType<typeof readyScene>) => unknown, changes: Partial<TransferWish> = {}) => {
    const scene = readyScene();
    change(scene);
    const created = createTransfer(scene.world, { ...wish, ...changes });
    return created.transfer === null ? created.why : 'created';
  };

  test('one at a time between two partners for the same things, and another for others', () => {
    const scene = readyScene();
    requested(scene, { productTypes: ['AzureSubscription'] });

    expect(createTransfer(scene.world, wish)).toEqual({ transfer: null, why: 'in-progress' });
    expect(createTransfer(scene.world, { ...wish, productTypes: ['OnlineServicesNCE'] }).transfer).not.toBeNull();
  });

  test('for licences alone nobody needs a plan', () => {
    const withoutPlan = ({ bought }: ReturnType<typeof readyScene>) => (bought(planId).status = 'deleted');

    expect(refusedIn(withoutPlan)).toBe('no-azure-plan');
    expect(refusedIn(withoutPlan, { productTypes: ['OnlineServicesNCE'] })).toBe('created');
  });

  test('a provider names the reseller it asks for, who has signed', () => {
    const asProvider = { target: fjord, productTypes: ['OnlineServicesNCE'] };
    const tied = ({ customer }: ReturnType<typeof readyScene>) => {
      tie(customer, fjord);
    };

    expect(refusedIn(tied, asProvider)).toBe('reseller-missing');
    expect(refusedIn(tied, { ...asProvider, partnerOnRecord: '6100004' })).toBe('created');
    const unsigned = (scene: ReturnType<typeof readyScene>) => {
      tied(scene);
      for (const partner of scene.world.partners.values()) partner.mpaSigned = partner.type !== 'reseller';
    };
    expect(refusedIn(unsigned, { ...asProvider, partnerOnRecord: '6100004' })).toBe('reseller-mpa-not-signed');
  });

  test('only for customers to whom anything can be sold', () => {
    expect(refusedIn(({ customer }) => (customer.agreement = 'none'))).toBe('agreement-missing');
    expect(refusedIn(({ customer }) => (customer.validation = 'UnderReview'))).toBe('under-review');
    expect(refusedIn(({ customer }) => (customer.validation = 'NotAllowed'))).toBe('not-approved');
    expect(refusedIn(({ customer }) => (customer.validation = null))).toBe('created');
  });
});

describe('Who sees what', () => {
  const views = async (scene: Scene, id: string) => {
    const view = async (partner: string) => {
      const surface = createPartnerCenter({ world: scene.world, cloud: 'global', claimsOf: () => claimsOf(scene.world, partner) });
      return ask(surface, 'GET', `/v1/customers/${solsikke}/transfers/${id}`);
    };
    return { source: await view(granitt), target: await view(nordlys), other: await view(fjord) };
  };

  test('the new partner sees line items when all is over, the current one as soon as it has chosen, others nothing', async () => {
    const scene = readyScene();
    tie(scene.customer, fjord);
    const { id } = requested(scene);
    const pending = await views(scene, id);
    expect([pending.source.body, pending.target.body].map((body) => Object.hasOwn(body as object, 'lineItems'))).toEqual([
      false,
      false,
    ]);

    acceptTransfer(scene.world, id, [production]);
    const moving = await views(scene, id);
    expect(moving.source.body).toMatchObject({ status: 'InProgress', lineItems: [{ subscriptionId: production }] });
    expect(moving.target.body).not.toHaveProperty('lineItems');

    scene.pass({ minutes: 1 });
    const over = await views(scene, id);
    expect(over.target.body).toMatchObject({ status: 'Complete', lineItems: [{ subscriptionId: production }] });
    expect(over.other).toMatchObject({ status: 404, body: { code: '900100' } });
  });

  test('only the current partner accepts, by the right word, and only the new one cancels', async () => {
    const scene = readyScene();
    const { id } = requested(scene);
    const patch = async (partner: string, status: string) => {
      const surface = createPartnerCenter({ world: scene.world, cloud: 'global', claimsOf: () => claimsOf(scene.world, partner) });
      const lineItems = [{ subscriptionId: production, productType: 'AzureSubscription' }];
      return (await ask(surface, 'PATCH', `/v1/customers/${solsikke}/transfers/${id}`, { body: { id, status, lineItems } })).status;
    };

    expect(await patch(nordlys, 'Accept')).toBe(403);
    expect(await patch(granitt, 'Cancel')).toBe(403);
    expect(await patch(granitt, 'Approve')).toBe(400);
    expect(await patch(granitt, 'Accept')).toBe(200);
    expect(await patch(nordlys, 'Cancel')).toBe(409);
  });
});
