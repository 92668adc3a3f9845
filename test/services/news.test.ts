import { afterEach, describe, expect, test } from '@jest/globals';
import { unseal } from '../../src/cases/history.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { later } from '../../src/cases/time.ts';
import { approveRelationship, terminateRelationship } from '../../src/sandbox/relationships.ts';
import { acceptTie } from '../../src/sandbox/ties.ts';
import type { World as MadeUp } from '../../src/sandbox/world.ts';
import { createHearing } from '../support/hearing.ts';
import { doing, inviting } from '../support/requests.ts';
import { addCustomer, azurePlan, granitt, nordlys, solsikke, tie } from '../support/sandbox-world.ts';
import { granittAsks, theirPlan, withUs } from '../support/transfer-world.ts';

type Hearing = Awaited<ReturnType<typeof createHearing>>;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const hearing = async (populate: (world: MadeUp) => void): Promise<Hearing> => {
  const open = await createHearing({ populate });
  closing.push(open.close);
  return open;
};

const customer = {
  ...inviting().customer,
  name: 'Solsikke Bakeri AS',
  tenant: solsikke,
  domain: 'solsikkebakeri.example',
  country: 'NO',
};

const happened = async ({ store }: Hearing, id: CaseId): Promise<readonly string[]> =>
  (await store.history(id)).map((sealed) => unseal(sealed).type);

/** What the operator has heard, but for the line that is told every day. */
const told = ({ said }: Hearing): readonly string[] => said.filter((sentence) => !sentence.startsWith('Head of '));

/** A customer has been asked for both, and the watches have just looked. */
const asked = async (open: Hearing): Promise<CaseId> => {
  const { opened, approve } = doing(open);
  const id = await opened({ ...inviting(), customer });
  await approve(id, 'ada');
  await open.run({ minutes: 5 });
  return id;
};

const relationshipOf = ({ made }: Hearing): string => [...made.relationships.keys()][0] ?? '';

describe('what the customer has done is heard at once, without waiting for the watch:', () => {
  test('the reseller relationship', async () => {
    const open = await hearing((world) => addCustomer(world, solsikke));
    const id = await asked(open);
    acceptTie(open.made, solsikke, nordlys, { dap: false });
    await open.settle();
    expect(await happened(open, id)).not.toContain('customer-accepted');
    const before = open.now();
    await open.arrive();
    expect(open.now()).toBe(before);
    expect(await happened(open, id)).toContain('customer-accepted');
    expect(open.sandbox.webhooks.tries).toMatchObject([{ answered: { status: 200 } }]);
    expect(open.pokes()).toBe(1);
  });

  test('granular admin, and its end', async () => {
    const open = await hearing((world) => {
      tie(addCustomer(world, solsikke), nordlys);
    });
    const { opened, approve, current } = doing(open);
    const id = await opened({ ...inviting({ reseller: null }), customer });
    await approve(id, 'ada');
    await open.run({ minutes: 5 });
    approveRelationship(open.made, relationshipOf(open), solsikke);
    await open.arrive();
    expect(await happened(open, id)).toContain('customer-accepted');
    await open.run({ minutes: 5 });
    expect((await current(id)).status).toBe('active');
    // Somebody has just looked: the next look has to be a new one all the same.
    await open.at.sightings.relationships.of(relationshipOf(open));
    terminateRelationship(open.made, relationshipOf(open), 'customer');
    await open.arrive();
    expect((await current(id)).status).toBe('ended');
  });
});

describe('a hint is never taken for the truth:', () => {
  test('what is announced and has not happened changes nothing', async () => {
    const open = await hearing((world) => addCustomer(world, solsikke));
    const id = await asked(open);
    const before = await happened(open, id);
    const news = { partner: nordlys, customer: solsikke, resourceType: 'x', operation: null, resourceId: null };
    open.made.announce({ ...news, event: 'reseller-relationship-accepted-by-customer' });
    await open.arrive();
    expect(open.sandbox.webhooks.tries).toHaveLength(1);
    expect(await happened(open, id)).toEqual(before);
  });

  test('quirk 21: the end of full admin names no customer, and hastens nobody', async () => {
    const open = await hearing((world) => addCustomer(world, solsikke));
    const id = await asked(open);
    const due = async () => (await open.store.effectsOf(id)).map(({ dueAt }) => dueAt);
    const before = await due();
    const news = { partner: nordlys, customer: solsikke, resourceType: 'x', operation: null, resourceId: null };
    open.made.announce({ ...news, event: 'dap-admin-relationship-terminated', resourceUri: null });
    await open.arrive();
    expect(open.sandbox.webhooks.tries).toMatchObject([{ answered: { status: 200 } }]);
    expect(await due()).toEqual(before);
    expect(open.pokes()).toBe(0);
  });

  test('a relationship that is not there is nobody’s, and one that cannot be read is told to the operator', async () => {
    const open = await hearing((world) => addCustomer(world, solsikke));
    await asked(open);
    const id = '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062';
    const news = { partner: nordlys, customer: solsikke, resourceType: 'x', operation: null, resourceId: id };
    const event = 'granular-admin-relationship-approved';
    const announce = () => {
      open.made.announce({ ...news, event, resourceUri: `https://partner.example/granularAdminRelationships/${id}` });
    };
    announce();
    await open.arrive();
    expect(told(open)).toEqual([]);
    open.sandbox.faults.add({
      surface: 'graph',
      method: 'GET',
      path: /delegatedAdminRelationships/,
      times: 9,
      fault: { kind: 'status', status: 503, as: 'error' },
    });
    open.set(later(open.now(), { minutes: 1 }));
    announce();
    await open.arrive();
    expect(told(open)).toEqual([expect.stringContaining(`${event}: `)]);
  });
});

describe('another partner asks for what is ours', () => {
  /** Nobody is registered for it: no news comes. */
  const requestUnheard = (open: Hearing): void => {
    open.made.registrations.clear();
    granittAsks(open.made);
  };
  const cases = async ({ store }: Hearing) => (await store.casesOf(solsikke)).map(({ case: current }) => current);

  test('quirk 3: it becomes a case, once, though three deliveries come and none says which transfer it is', async () => {
    const open = await hearing(withUs);
    open.sandbox.mood.duplicates = 2;
    granittAsks(open.made);
    await open.arrive();
    expect(open.sandbox.webhooks.tries.map(({ answered }) => answered.status)).toEqual([200, 200, 200]);
    const [opened, ...others] = await cases(open);
    expect(others).toEqual([]);
    expect(opened).toMatchObject({
      kind: 'azure-switch',
      status: 'awaiting-our-decision',
      customer: { name: 'Solsikke Bakeri AS', tenant: solsikke },
      proposal: {
        procedure: 'azure-plan-transfer',
        transferId: [...open.made.transfers.keys()][0],
        otherPartner: { tenant: granitt },
        subjects: [{ name: 'Web shop' }, { name: 'Archive' }],
      },
    });
    expect(told(open)).toEqual([]);
  });

  test('and it is found in the records when nobody has told us, once', async () => {
    const open = await hearing(withUs);
    requestUnheard(open);
    await open.arrive();
    expect(await cases(open)).toEqual([]);
    await open.offers.lookForMissed(open.at);
    await open.offers.lookForMissed(open.at);
    expect(await cases(open)).toHaveLength(1);
    // What was answered is not known for ever.
    await open.store.forgetAnswers(later(open.now(), { days: 9 }), 500);
    await open.offers.lookFor(open.at, solsikke);
    expect(await cases(open)).toHaveLength(1);
    expect(told(open)).toEqual([]);
  });

  test('and records that lead to nothing new are not followed again', async () => {
    const open = await hearing(withUs);
    requestUnheard(open);
    await open.offers.lookForMissed(open.at);
    const lists = () => open.requests.filter(({ path }) => path.endsWith('/transfers')).length;
    expect(lists()).toBe(1);
    await open.offers.lookForMissed(open.at);
    expect(lists()).toBe(1);
  });

  test('and what could not be read is followed again the next time', async () => {
    const open = await hearing(withUs);
    requestUnheard(open);
    const fault = { kind: 'status', status: 500, as: 'error' } as const;
    open.sandbox.faults.add({ surface: 'partner-center', method: 'GET', path: /subscriptions$/, times: 3, fault });
    await open.offers.lookForMissed(open.at);
    expect(await cases(open)).toEqual([]);
    expect(told(open)).toEqual([expect.stringMatching(/^The transfer .* was asked for: it could not be looked at: /)]);
    open.set(later(open.now(), { days: 5 }));
    await open.offers.lookForMissed(open.at);
    expect(await cases(open)).toHaveLength(1);
  });

  test('though we sell nothing that could go: nobody has to decide it, and the operator hears of it once', async () => {
    const open = await hearing((world) => {
      const ours = addCustomer(world, solsikke, { subscriptions: [azurePlan(), azurePlan({ id: theirPlan, seller: granitt })] });
      tie(ours, nordlys);
      tie(ours, granitt);
    });
    requestUnheard(open);
    await open.offers.lookForMissed(open.at);
    await open.offers.lookForMissed(open.at);
    expect(await cases(open)).toEqual([]);
    expect(told(open)).toEqual([expect.stringContaining('it asks for nothing that we sell')]);
  });
});
