import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { createAzure } from '../../src/sandbox/azure/create-azure.ts';
import type { Claims } from '../../src/sandbox/exchange.ts';
import type { Customer, RoleAssignment, World } from '../../src/sandbox/world.ts';
import { recordedNames } from '../support/exchanges.ts';
import { agent, agents, asRecorded } from '../support/sandbox-graph.ts';
import type { Arranged } from '../support/sandbox-graph.ts';
import { at, azureIds, azureSubscription, granitt, solsikke } from '../support/sandbox-world.ts';

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

const ofAgents: RoleAssignment = {
  name: '4a550001-0001-4a01-8a01-000000000001',
  roleDefinitionId: OWNER,
  principalId: agents,
  principalType: 'ForeignGroup',
  createdAt: at('2026-03-02T11:00:00.000Z'),
};

const ofAgent = (roleDefinitionId: string): RoleAssignment => ({
  name: '4a550002-0002-4a02-8a02-000000000002',
  roleDefinitionId,
  principalId: agent,
  principalType: 'User',
});

const production = (...roleAssignments: RoleAssignment[]): Arranged => ({
  arrange: (_world: World, { azure }: Customer) => {
    const laboratory = azureSubscription(azureIds[2], {
      name: 'Laboratorium',
      seller: null,
      quotaId: 'PayAsYouGo_2014-09-01',
      agreementType: 'MicrosoftOnlineServicesProgram',
      roleAssignments: [ofAgent(READER)],
    });
    azure.push(azureSubscription(azureIds[0], { seller: granitt, roleAssignments }), laboratory);
  },
});

const linkedTo = (partnerId: string, version: number): Arranged => ({
  arrange: (_world: World, { partnerLinks }: Customer) => {
    const createdAt = at('2026-03-02T11:00:00Z');
    partnerLinks.set(agent, { partnerId, version, createdAt, updatedAt: createdAt });
  },
});

const table: Readonly<Record<string, Arranged>> = {
  'arm-billingproperty-partner': production(ofAgents),
  // The recorded answer bears the id of another subscription than the one that was asked for.
  'arm-billingproperty-payg': { ...production(ofAgents), also: ['id'] },
  'arm-pal-404': {},
  'arm-pal-409': linkedTo('6100002', 1),
  'arm-pal-delete': linkedTo('6100001', 1),
  'arm-pal-get': linkedTo('6100001', 3),
  'arm-pal-patch': { ...linkedTo('6100002', 2), also: ['updatedTime'] },
  // The recorded link is not as new as it should be.
  'arm-pal-put': { also: ['etag', 'version', 'updatedTime', 'createdTime'] },
  'arm-roleassignment-put': production(ofAgent(OWNER)),
  'arm-roleassignments-foreign-group': production(ofAgents),
  'arm-subscriptions-list': production(ofAgents),
};

const notOffered: Readonly<Record<string, string>> = {
  'arm-billing-partnertransfer-initiate': 'not how one CSP partner takes over from another; nothing here asks for it',
};

const azure = {
  host: profiles.global.azure,
  create: (world: World, claims: Claims) =>
    createAzure({ world, cloud: 'global', claimsOf: () => ({ ...claims, tenant: solsikke }) }),
};

describe('the sandbox’s Azure answers as recorded', () => {
  test.each(Object.entries(table))('%s', async (name, arranged) => {
    const { status, headers, body } = await asRecorded(name, arranged, azure);
    expect(status[0]).toBe(status[1]);
    expect(headers).toEqual([]);
    expect(body).toEqual([]);
  });

  test.each(Object.keys(notOffered))('%s is not there', async (name) => {
    const { status } = await asRecorded(name, {}, azure);
    expect(status[0]).toBe(404);
  });
});

test('every recorded exchange with Azure is answered here, or it is said why not', () => {
  expect([...Object.keys(table), ...Object.keys(notOffered)].toSorted()).toEqual(recordedNames('arm-'));
});
