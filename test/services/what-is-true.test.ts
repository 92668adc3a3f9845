import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unseal } from '../../src/cases/history.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { later } from '../../src/cases/time.ts';
import { approveRelationship, terminateRelationship } from '../../src/sandbox/relationships.ts';
import { acceptTie, removeTie } from '../../src/sandbox/ties.ts';
import { createTransfer, declineTransfer } from '../../src/sandbox/transfers.ts';
import type { Customer, World as MadeUp } from '../../src/sandbox/world.ts';
import { customerFacts } from '../../src/services/facts.ts';
import { createOffers } from '../../src/services/offers.ts';
import { underWay } from '../../src/services/outcome.ts';
import { doing, ending, inviting, movedBy, switching } from '../support/requests.ts';
import { createSandboxed } from '../support/sandboxed.ts';
import type { Sandboxed } from '../support/sandboxed.ts';
import {
  addCustomer,
  azureIds,
  azurePlan,
  azureSubscription,
  granitt,
  legacyAzure,
  licence,
  nordlys,
  solsikke,
  tie,
} from '../support/sandbox-world.ts';
import { theirPlan, wish } from '../support/transfer-world.ts';
import { house } from '../support/world.ts';

const bakery = {
  name: 'Solsikke Bakeri AS',
  tenant: solsikke,
  domain: 'solsikkebakeri.example',
  country: 'NO',
  language: 'en',
  contact: 'kari@solsikkebakeri.example',
};

let open: Sandboxed;

const begin = async (populate: (world: MadeUp) => void, more: Parameters<typeof createSandboxed>[0] = {}): Promise<void> => {
  open = await createSandboxed({ populate, ...more });
};

afterEach(() => open.close());

const invited = async (more: Parameters<typeof inviting>[0] = {}): Promise<CaseId> => {
  const { opened, approve } = doing(open);
  const id = await opened({ ...inviting(more), customer: bakery });
  await approve(id, 'ada');
  await open.run({ minutes: 5 });
  return id;
};

const relationship = () => {
  const [one] = open.made.relationships.values();
  if (one === undefined) throw new Error('There is no relationship');
  return one;
};

const agreed = async (): Promise<void> => {
  if (open.made.customers.get(solsikke)?.ties.has(nordlys) === false) acceptTie(open.made, solsikke, nordlys, { dap: false });
  approveRelationship(open.made, relationship().id, solsikke);
  await open.run({ hours: 1 });
};

const status = async (id: CaseId) => doing(open).status(id);

/** How the case was told of an end, and of which part. */
const endings = async (id: CaseId) =>
  (await open.store.history(id))
    .map(unseal)
    .flatMap((event) => (event.type === 'relationship-ended' ? [{ by: event.by, part: event.part }] : []));

describe('who has ended it', () => {
  let id: CaseId;
  beforeEach(async () => {
    await begin((world) => addCustomer(world, solsikke));
    id = await invited();
    await agreed();
  });

  test('a colleague who ends granular admin in Partner Center is not taken for the customer', async () => {
    terminateRelationship(open.made, relationship().id, 'partner');
    await open.run({ hours: 7 });
    expect(await endings(id)).toEqual([{ by: 'us', part: 'gdap' }]);
    expect(await status(id)).toBe('active');
  });

  test('a customer who ends it is', async () => {
    terminateRelationship(open.made, relationship().id, 'customer');
    await open.run({ hours: 7 });
    expect(await endings(id)).toEqual([{ by: 'customer', part: 'gdap' }]);
  });

  test('what is left after we have ended one half is still watched', async () => {
    const { opened, approve } = doing(open);
    const end = await opened(ending(id, { customer: bakery }));
    await approve(end, 'gunn');
    await open.run({ hours: 13 });
    expect([await status(end), await endings(id)]).toEqual(['ended', [{ by: 'us', part: 'gdap' }]]);
    removeTie(open.made, solsikke, nordlys);
    await open.run({ hours: 7 });
    expect([await status(id), (await endings(id)).at(-1)]).toEqual(['ended', { by: 'customer', part: 'reseller' }]);
  });

  test('a sign-in that has run out and is renewed takes the eyes off nobody', async () => {
    const kept = [...open.secrets.kept];
    open.secrets.kept.clear();
    await open.run({ hours: 14 });
    expect((await open.store.effectsOf(id)).filter(({ state }) => state === 'given-up')).toEqual([]);
    for (const [name, value] of kept) open.secrets.kept.set(name, value);
    terminateRelationship(open.made, relationship().id, 'customer');
    await open.run({ hours: 7 });
    expect(await endings(id)).toEqual([{ by: 'customer', part: 'gdap' }]);
  });
});

test('granular admin that was to go on by itself, and does not, is over when it is over', async () => {
  const endless = { ...house, longestGdapDays: undefined };
  await begin((world) => addCustomer(world, solsikke), { house: endless });
  const gdap = { durationDays: 2, roles: ['directory_readers'], autoExtend: true, purpose: 'other' } as const;
  const id = await invited({ reseller: null, gdap: { ...gdap, roles: [...gdap.roles] } });
  await agreed();
  expect(await status(id)).toBe('active');
  relationship().autoExtend = 'PT0S';
  await open.run({ days: 3 });
  expect([await status(id), await endings(id)]).toEqual(['ended', [{ by: 'us', part: 'gdap' }]]);
});

test('an invitation that somebody has changed on its way out is not sent', async () => {
  await begin((world) => addCustomer(world, solsikke));
  for (const { graph } of open.offices) {
    const { lockForApproval } = graph.requests;
    Object.assign(graph.requests, {
      lockForApproval: (...asked: Parameters<typeof lockForApproval>) => {
        relationship().duration = 'P2D';
        return lockForApproval(...asked);
      },
    });
  }
  const id = await invited();
  expect(await doing(open).current(id)).toMatchObject({ status: 'stuck', trouble: { code: 'other-terms' } });
});

test('what is on its way for longer than a day counts as a failure', async () => {
  await begin((world) => addCustomer(world, solsikke));
  const current = await doing(open).current(await invited());
  const errand = { case: current, effect: { kind: 'create-relationship' }, key: 'k', attempt: 0, sent: [] } as const;
  const after = (hours: number) => underWay({ ...errand, now: later(current.since, { hours }) }, 'slow').kind;
  expect([after(1), after(25)]).toEqual(['not-yet', 'again']);
});

test('nothing is made at Graph that nobody could be sent', async () => {
  await begin((world) => addCustomer(world, solsikke));
  const profile = open.account.profile as { granularAdminInvitation: string | null };
  profile.granularAdminInvitation = null;
  const id = await invited();
  expect(await doing(open).current(id)).toMatchObject({ status: 'stuck', trouble: { code: 'not-offered' } });
  expect(open.made.relationships.size).toBe(0);
});

const withGranitt = (world: MadeUp, more: Partial<Customer> = {}): void => {
  const customer = addCustomer(world, solsikke, {
    subscriptions: [azurePlan(), azurePlan({ id: theirPlan, seller: granitt })],
    azure: [azureSubscription(azureIds[0], { planId: theirPlan, seller: granitt })],
    ...more,
  });
  tie(customer, nordlys);
  tie(customer, granitt);
};

/** Azure of Granitt’s shall become ours. */
const wanted = async (): Promise<CaseId> => {
  const { opened, approve, tickAll } = doing(open);
  const id = await opened({ ...switching(), customer: bakery });
  await approve(id, 'ada');
  await approve(id, 'bo');
  await tickAll(id, 'ana');
  await open.run({ minutes: 5 });
  return id;
};

test('a request of ours about something else is not taken for the one whose answer was lost', async () => {
  await begin(withGranitt);
  createTransfer(open.made, { ...wish, productTypes: ['OnlineServicesNCE'] });
  await open.run({ hours: 1 });
  open.sandbox.faults.add({
    surface: 'partner-center',
    method: 'POST',
    path: /transfers$/,
    times: 20,
    fault: { kind: 'lost-before' },
  });
  const id = await wanted();
  open.sandbox.faults.clear();
  await open.run({ hours: 1 });
  const [about] = [...open.made.transfers.values()].filter(({ productTypes }) => productTypes.includes('AzureSubscription'));
  expect(await doing(open).current(id)).toMatchObject({ status: 'awaiting-other-partner', transferId: about?.id });
});

test('what Partner Center has refused is asked for anew when a person has another try', async () => {
  await begin((world) => {
    withGranitt(world, { validation: 'UnderReview' });
  });
  const { says } = doing(open);
  const id = await wanted();
  expect(await status(id)).toBe('stuck');
  const customer = open.made.customers.get(solsikke);
  if (customer) customer.validation = 'Allowed';
  const [letter] = await open.store.deadLetters();
  await says('ana', 'retry-dead-letter', id, { effect: letter?.id ?? '', words: 'Microsoft has looked at them.' });
  await open.run({ minutes: 5 });
  expect(await status(id)).toBe('awaiting-other-partner');
});

describe('a transfer asked of us', () => {
  const asked = async (more: Partial<Parameters<typeof createTransfer>[1]> = {}): Promise<CaseId> => {
    createTransfer(open.made, { ...wish, target: granitt, source: nordlys, sourceName: 'Nordlys Cloud AS', ...more });
    for (const office of open.offices) await createOffers(open).lookFor(office, solsikke);
    const [kept] = await open.store.casesOf(solsikke);
    if (kept === undefined) throw new Error('Nobody has heard of the transfer');
    return kept.case.id;
  };

  const withUs = (world: MadeUp, name = 'Produksjon'): void => {
    const customer = addCustomer(world, solsikke, {
      subscriptions: [azurePlan(), azurePlan({ id: theirPlan, seller: granitt })],
      azure: [azureSubscription(azureIds[0], { name })],
    });
    tie(customer, nordlys);
    tie(customer, granitt);
  };

  test('that ends before our yes arrives does not leave the case waiting for a move', async () => {
    await begin(withUs);
    const id = await asked();
    const told = { ...switching().proposal.told, ...movedBy['azure-plan-transfer'] };
    const decision = { choice: 'agree', items: [azureIds[0]], words: 'As the customer wishes.', told };
    expect(await doing(open).decide(id, 'ada', decision)).toMatchObject({ kind: 'done', status: 'moving' });
    for (const transferId of open.made.transfers.keys()) declineTransfer(open.made, transferId);
    await open.run({ minutes: 5 });
    expect(await doing(open).current(id)).toMatchObject({ status: 'cancelled', reason: 'The transfer is refused.' });
  });

  test('that has failed is told once: a second time would have it watched and told for ever', async () => {
    await begin(withUs);
    const id = await asked();
    const { transfer } = doing(open);
    expect(await transfer(id, 'failed')).toMatchObject({ kind: 'done', status: 'stuck' });
    expect(await transfer(id, 'failed')).toMatchObject({ kind: 'refused' });
  });

  test('is not lost because something has a name longer than ours may be', async () => {
    await begin((world) => {
      withUs(world, 'x'.repeat(300));
      const customer = world.customers.get(solsikke);
      if (customer) Object.assign(customer, { name: 'y'.repeat(300), country: 'no' });
    });
    const { customer, proposal } = await doing(open).current(await asked());
    expect([customer.name.length, customer.country]).toEqual([200, 'NO']);
    expect(proposal).toMatchObject({ subjects: [{ id: azureIds[0], name: 'x'.repeat(200) }] });
  });

  test('is a matter for people, too, where Azure of the old kind is all that we sell', async () => {
    await begin((world) => {
      const customer = addCustomer(world, solsikke, {
        subscriptions: [legacyAzure(), azurePlan({ id: theirPlan, seller: granitt })],
      });
      tie(customer, nordlys);
      tie(customer, granitt);
    });
    const { proposal } = await doing(open).current(await asked());
    expect(proposal).toMatchObject({
      procedure: 'azure-plan-transfer',
      subjects: [{ name: 'Gammel Azure', facts: { 'item.generation': 'azure_0145p' } }],
    });
  });
});

test('a subscription in a state that nobody knows leaves open how many there are', async () => {
  await begin((world) => {
    const odd = licence({ status: 'frozen' as 'active' });
    tie(addCustomer(world, solsikke, { subscriptions: [azurePlan(), odd] }), nordlys);
  });
  const about = { cloud: 'global', customer: bakery, item: null, caseId: null } as const;
  const facts = customerFacts(() => open.offices[0] ?? null, { now: open.now });
  const told = await facts.read(['end.activeSubscriptions', 'customer.azurePlanWithTarget'], about);
  expect(told).toEqual({ 'customer.azurePlanWithTarget': true });
});

test('a transfer that was asked of us while we were away is found by its record', async () => {
  await begin(withGranitt);
  Object.assign(open.made.customers.get(solsikke)?.azure[0] ?? {}, { seller: nordlys, planId: azurePlan().id });
  createTransfer(open.made, { ...wish, target: granitt, source: nordlys, sourceName: 'Nordlys Cloud AS' });
  await open.run({ days: 6 });
  for (const office of open.offices) await createOffers(open).lookForMissed(office);
  expect((await open.store.casesOf(solsikke)).map(({ case: { status } }) => status)).toEqual(['awaiting-our-decision']);
});
