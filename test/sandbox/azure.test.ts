import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { createAzure } from '../../src/sandbox/azure/create-azure.ts';
import type { Claims } from '../../src/sandbox/exchange.ts';
import { agent, agents } from '../support/sandbox-graph.ts';
import {
  addCustomer,
  ask,
  azureIds,
  azureSubscription,
  claimsOf,
  granitt,
  nordlys,
  sandboxScene,
  solsikke,
} from '../support/sandbox-world.ts';

const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const V = '?api-version=2022-04-01';
const ROLES = `/subscriptions/${azureIds[0]}/providers/Microsoft.Authorization/roleAssignments`;
const name = '4a550009-0009-4a09-8a09-000000000009';

const scene = (role: string | null, claims: Partial<Claims> | null = {}) => {
  const { world } = sandboxScene();
  const customer = addCustomer(world, solsikke);
  const subscription = azureSubscription(azureIds[0]);
  customer.azure.push(subscription);
  if (role !== null) {
    subscription.roleAssignments.push({
      name: 'first',
      roleDefinitionId: role,
      principalId: agents,
      principalType: 'ForeignGroup',
    });
  }
  const audience = profiles.global.azureAudience;
  const whose = claims && claimsOf(world, nordlys, { audience, tenant: solsikke, ...claims });
  return { subscription, customer, surface: createAzure({ world, cloud: 'global', claimsOf: () => whose }) };
};

const forAgents = (roleDefinitionId: string, principalId = agents) => ({
  properties: {
    roleDefinitionId: `/subscriptions/${azureIds[0]}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionId}`,
    principalId,
    principalType: 'ForeignGroup',
  },
});

describe('a subscription', () => {
  test('is seen by whoever has a role on it, and by nobody else', async () => {
    expect(await ask(scene(READER).surface, 'GET', `/subscriptions${V}`)).toMatchObject({
      body: { value: [{ subscriptionId: azureIds[0], managedByTenants: [{ tenantId: nordlys }] }] },
    });
    expect(await ask(scene(null).surface, 'GET', `/subscriptions${V}`)).toMatchObject({ body: { value: [] } });
    expect(await ask(scene(READER, { home: granitt }).surface, 'GET', `/subscriptions${V}`)).toMatchObject({ body: { value: [] } });
  });

  test('tells nothing to whoever has no role on it, and does not exist in another tenant', async () => {
    const billing = `/subscriptions/${azureIds[0]}/providers/Microsoft.Billing/billingProperty/default${V}`;
    expect(await ask(scene(null).surface, 'GET', billing)).toMatchObject({ status: 403 });
    expect(await ask(scene(READER, { tenant: nordlys }).surface, 'GET', billing)).toMatchObject({ status: 404 });
    expect(await ask(scene(READER).surface, 'GET', billing)).toMatchObject({ status: 200 });
  });
});

describe('roles', () => {
  test('are given and taken by owners', async () => {
    const { surface, subscription } = scene(OWNER);
    expect(await ask(surface, 'PUT', `${ROLES}/${name}${V}`, { body: forAgents(READER) })).toMatchObject({ status: 201 });
    expect(subscription.roleAssignments.map(({ principalId }) => principalId)).toEqual([agents, agents]);
    expect(await ask(surface, 'DELETE', `${ROLES}/${name}${V}`)).toMatchObject({ status: 200, body: { name } });
    expect(await ask(surface, 'DELETE', `${ROLES}/${name}${V}`)).toMatchObject({ status: 204 });
    expect(subscription.roleAssignments).toHaveLength(1);
  });

  test('are not given by readers', async () => {
    const { surface, subscription } = scene(READER);
    expect(await ask(surface, 'PUT', `${ROLES}/${name}${V}`, { body: forAgents(OWNER) })).toMatchObject({ status: 403 });
    expect(await ask(surface, 'DELETE', `${ROLES}/first${V}`)).toMatchObject({ status: 403 });
    expect(subscription.roleAssignments).toHaveLength(1);
  });

  test('are not given twice, not under a name that is taken, not to a group that no partner has', async () => {
    const { surface } = scene(OWNER);
    const put = (body: unknown) => ask(surface, 'PUT', `${ROLES}/${name}${V}`, { body });
    expect(await put(forAgents(OWNER))).toMatchObject({ status: 409, body: { error: { code: 'RoleAssignmentExists' } } });
    expect(await put(forAgents(READER, agent))).toMatchObject({ status: 400, body: { error: { code: 'PrincipalNotFound' } } });
    expect(await put({ properties: {} })).toMatchObject({ status: 400 });
    await put(forAgents(READER));
    const other = forAgents('b24988ac-6180-42a0-ab88-20f7382dd24c');
    expect(await put(other)).toMatchObject({ status: 409, body: { error: { code: 'RoleAssignmentUpdateNotPermitted' } } });
  });

  test('are found by principal', async () => {
    const { surface } = scene(OWNER);
    const found = (filter: string) => ask(surface, 'GET', `${ROLES}${V}&$filter=${encodeURIComponent(filter)}`);
    expect(await found(`principalId eq '${agents}'`)).toMatchObject({ body: { value: [{ name: 'first' }] } });
    expect(await found(`principalId eq '${agent}'`)).toMatchObject({ body: { value: [] } });
    expect(await found('everything')).toMatchObject({ status: 400 });
  });
});

describe('a partner link', () => {
  const link = (partnerId: string) => `/providers/Microsoft.ManagementPartner/partners/${partnerId}?api-version=2018-02-01`;

  test('is made once, changed by PATCH, and deleted', async () => {
    const { surface, customer } = scene(null);
    expect(await ask(surface, 'PATCH', link('6100001'))).toMatchObject({ status: 404 });
    expect(await ask(surface, 'PUT', link('6100001'))).toMatchObject({ status: 200, body: { properties: { version: '1' } } });
    expect(await ask(surface, 'PUT', link('6100002'))).toMatchObject({ status: 409 });
    expect(await ask(surface, 'PATCH', link('6100002'))).toMatchObject({ status: 200, body: { name: '6100002', etag: 2 } });
    expect(await ask(surface, 'GET', link('6100001'))).toMatchObject({ status: 404 });
    expect(await ask(surface, 'DELETE', link('6100002'))).toMatchObject({ status: 200 });
    expect(customer.partnerLinks.size).toBe(0);
  });

  test('needs a PartnerID that somebody has', async () => {
    expect(await ask(scene(null).surface, 'PUT', link('1'))).toMatchObject({
      status: 400,
      body: { error: { code: 'BadRequest' } },
    });
  });
});

test('without an api-version, a token, or one for Azure nothing is answered', async () => {
  expect(await ask(scene(OWNER).surface, 'GET', '/subscriptions')).toMatchObject({ status: 400 });
  expect(await ask(scene(OWNER, null).surface, 'GET', `/subscriptions${V}`)).toMatchObject({ status: 401 });
  const { surface } = scene(OWNER, { audience: profiles.global.graphAudience });
  expect(await ask(surface, 'GET', `/subscriptions${V}`)).toMatchObject({ status: 401 });
});
