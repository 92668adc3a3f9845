import { afterEach, describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/cases/case.ts';
import type { Cloud } from '../../src/policy/index.ts';
import type { Holding } from '../../src/ports.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import type { Customer, World as MadeUp } from '../../src/sandbox/world.ts';
import { holdings } from '../../src/services/holdings.ts';
import { failed } from '../../src/wire/failure.ts';
import { inviting } from '../support/requests.ts';
import { putActive, roles } from '../support/sandbox-graph.ts';
import {
  addCustomer,
  at,
  azureIds,
  azurePlan,
  azureSubscription,
  granitt,
  legacyAzure,
  licence,
  nordlys,
  planId,
  solsikke,
  tie,
} from '../support/sandbox-world.ts';
import { clientId, createSandboxed } from '../support/sandboxed.ts';
import type { Sandboxed } from '../support/sandboxed.ts';

let open: Sandboxed | null = null;
afterEach(async () => {
  await open?.close();
});

const OTHERS_LICENCE = '5b5c0007-0007-4d07-8d07-0000000000d7';

const theirs = (changes: Partial<Customer>, { isTied = true } = {}) => {
  return (made: MadeUp): void => {
    const customer = addCustomer(made, solsikke, changes);
    if (isTied) tie(customer, nordlys);
  };
};

/** The customer has let us in: granular admin with a role that may read, and our application. */
const letIn = (made: MadeUp): void => {
  const ours = made.partners.get(nordlys)?.adminAgentsGroup ?? '';
  putActive(made, {
    assignments: [
      {
        ...{ id: '6da9a001-0001-4601-8601-00000000006a', group: ours, roles: [roles.directoryReaders], status: 'active' },
        ...{ createdAt: made.now(), modifiedAt: made.now(), version: 1 },
      },
    ],
  });
  made.customers.get(solsikke)?.consents.add(clientId);
};

const world = async (populate: (world: MadeUp) => void) => {
  const opened = await createSandboxed({ populate });
  open = opened;
  const customer: Case['customer'] = { ...inviting().customer, tenant: solsikke, domain: null };
  return {
    ...opened,
    customer,
    of: (whom: Partial<typeof customer> = {}, cloud: Cloud = 'global') => opened.holdings.of(cloud, { ...customer, ...whom }),
    fails: (surface: 'partner-center' | 'graph' | 'azure', path: RegExp, fault: Fault) => {
      opened.sandbox.faults.add({ surface, path, times: 50, fault });
    },
  };
};

type Held = Extract<Awaited<ReturnType<Sandboxed['holdings']['of']>>, { held: unknown }>;
const held = (read: Awaited<ReturnType<Sandboxed['holdings']['of']>>): Held['held'] => {
  if ('unreachable' in read) throw new Error(read.unreachable);
  return read.held;
};

const azureOf = (seller: string | null, changes: Parameters<typeof azureSubscription>[1] = {}) =>
  azureSubscription(azureIds[2], { name: 'Nettbutikk', seller, planId: null, ...changes });

/** Our group has a role in it, as a partner's groups have. */
const reachedBy = (made: MadeUp): void => {
  const group = made.partners.get(nordlys)?.adminAgentsGroup ?? '';
  for (const one of made.customers.get(solsikke)?.azure ?? []) {
    one.roleAssignments.push({
      name: 'a5510001-0001-4d01-8d01-000000000001',
      roleDefinitionId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
      principalId: group,
      principalType: 'ForeignGroup',
    });
  }
};

describe('what we have sold to a customer', () => {
  test('is known, each subscription with its facts, also before the customer lets us in', async () => {
    const { of } = await world(theirs({ subscriptions: [licence({ termStart: at('2026-02-20T00:00:00Z') }), legacyAzure()] }));
    expect(held(await of())).toEqual([
      {
        id: licence().id,
        name: 'Bakeri kontorlisenser',
        soldBy: 'us',
        from: 'Partner Center',
        facts: {
          'item.boughtFrom': 'own',
          'item.kind': 'licence',
          'item.generation': 'nce',
          'item.status': 'active',
          'item.term': 'active',
          'item.daysSinceTermStart': 10,
        },
      },
      {
        id: legacyAzure().id,
        name: 'Gammel Azure',
        soldBy: 'us',
        from: 'Partner Center',
        facts: {
          'item.boughtFrom': 'own',
          'item.kind': 'usage',
          'item.product': 'azure',
          'item.generation': 'azure_0145p',
          'item.status': 'active',
          'item.term': null,
          'item.daysSinceTermStart': null,
        },
      },
    ]);
  });

  test('of an Azure plan is what lies below it', async () => {
    const { of } = await world(theirs({ subscriptions: [azurePlan()], azure: [azureSubscription(azureIds[0], { planId })] }));
    const [only, ...more] = held(await of());
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: azureIds[0], name: 'Produksjon', soldBy: 'us' });
    expect(only?.facts).toMatchObject({ 'item.generation': 'azure_plan', 'item.status': 'active', 'item.boughtFrom': 'own' });
  });

  test('of an Azure plan is the plan itself where nobody may see what lies below it', async () => {
    const { offices, clock, customer } = await world(theirs({ subscriptions: [azurePlan()] }));
    const [office] = offices;
    if (office === undefined) throw new Error('There is no account');
    const unseen = () => Promise.resolve(failed({ kind: 'not-offered', words: 'Not in this cloud.' }));
    const { partnerCenter } = office;
    const azureEntitlements = { ...partnerCenter.azureEntitlements, of: unseen };
    const read = await holdings(() => ({ ...office, partnerCenter: { ...partnerCenter, azureEntitlements } }), clock).of(
      'global',
      customer,
    );
    expect(held(read).map(({ id }) => id)).toEqual([planId]);
  });

  test('in a state that may mean several things has no state, so that a person says it', async () => {
    const { of } = await world(theirs({ subscriptions: [licence({ status: 'expired' })] }));
    const [only] = held(await of());
    expect(only?.facts).toEqual({
      'item.boughtFrom': 'own',
      'item.kind': 'licence',
      'item.generation': 'nce',
      'item.term': 'expired_grace',
    });
  });
});

describe('what others have sold', () => {
  const several = theirs({
    subscriptions: [licence(), licence({ id: OTHERS_LICENCE, seller: granitt, offerName: 'Microsoft 365 Business Standard' })],
  });

  test('is not seen before the customer has let us in; that is no failure, and it is said that there may be more', async () => {
    const { of, toldOperator } = await world(several);
    expect(await of()).toMatchObject({ held: [{ id: licence().id, soldBy: 'us' }], isWhole: false });
    expect(toldOperator).toEqual([]);
  });

  test('shows once we are let in: licences by who made them, each once', async () => {
    const { of } = await world((made) => {
      several(made);
      letIn(made);
    });
    const all = held(await of());
    expect(all.map(({ id, soldBy }) => [id, soldBy])).toEqual([
      [licence().id, 'us'],
      [OTHERS_LICENCE, 'others'],
    ]);
    expect(all[1]).toEqual({
      id: OTHERS_LICENCE,
      name: 'O365_BUSINESS_PREMIUM',
      soldBy: 'others',
      from: 'Microsoft Entra ID',
      facts: {
        'item.kind': 'licence',
        'item.product': 'office365',
        'item.boughtFrom': 'other_csp',
        'item.status': 'active',
        'item.term': 'active',
      },
    });
  });

  test('but from whom nobody can see is not ours, and where it was bought is left for people to say', async () => {
    const { of } = await world((made) => {
      theirs({ subscriptions: [licence({ id: OTHERS_LICENCE, seller: null, channel: 'web' })] })(made);
      letIn(made);
    });
    const [only] = held(await of());
    expect(only?.soldBy).toBe('others');
    expect(only?.facts).not.toHaveProperty('item.boughtFrom');
  });

  const azure = async (one: ReturnType<typeof azureSubscription>): Promise<Holding | undefined> => {
    const { of } = await world((made) => {
      theirs({ azure: [one] })(made);
      letIn(made);
      reachedBy(made);
    });
    return held(await of())[0];
  };

  test('of Azure: another partner’s plan', async () => {
    expect(await azure(azureOf(granitt))).toEqual({
      id: azureIds[2],
      name: 'Nettbutikk',
      soldBy: 'others',
      from: 'Azure',
      facts: {
        'item.kind': 'usage',
        'item.product': 'azure',
        'item.boughtFrom': 'other_csp',
        'item.generation': 'azure_plan',
        'item.status': 'active',
        'item.term': null,
        'item.daysSinceTermStart': null,
      },
    });
  });

  test('of Azure: an enterprise agreement', async () => {
    const one = await azure(azureOf(null, { quotaId: 'EnterpriseAgreement_2014-09-01', agreementType: 'EnterpriseAgreement' }));
    expect(one?.facts['item.boughtFrom']).toBe('ea');
    expect(one?.facts).not.toHaveProperty('item.generation');
  });

  test('of Azure: what contradicts itself stays open', async () => {
    const one = await azure(azureOf(null, { quotaId: 'PayAsYouGo_2014-09-01', agreementType: 'EnterpriseAgreement' }));
    expect(one?.soldBy).toBe('others');
    expect(one?.facts).not.toHaveProperty('item.boughtFrom');
  });
});

describe('where nobody can be asked', () => {
  test('a customer without tenant and domain, and a cloud without account, have nothing that is known', async () => {
    const { of } = await world(theirs({ subscriptions: [licence()] }));
    expect(await of({ tenant: null })).toEqual({ held: [], isWhole: false });
    expect(await of({}, 'germany')).toEqual({ held: [], isWhole: false });
  });

  test('whoever is none of ours has nothing from us', async () => {
    const { of } = await world(theirs({ subscriptions: [licence({ seller: granitt })] }, { isTied: false }));
    expect(await of()).toEqual({ held: [], isWhole: false });
  });

  const outage: Fault = { kind: 'status', status: 503, as: 'error' };
  const places = [
    ['partner-center', 'Partner Center'],
    ['graph', 'Microsoft Entra ID'],
    ['azure', 'Azure'],
  ] as const;

  test.each(places)('an outage of %s is told as that, and not as nothing', async (surface, who) => {
    const { of, fails } = await world((made) => {
      theirs({ subscriptions: [licence()], azure: [azureOf(granitt)] })(made);
      letIn(made);
      reachedBy(made);
    });
    fails(surface, /subscriptions/, outage);
    expect(await of()).toEqual({ unreachable: who });
  });
});
