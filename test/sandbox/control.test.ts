import { describe, expect, test } from '@jest/globals';
import { admin, openSandbox } from '../support/sandbox.ts';
import { ask, customerPath, tell } from '../support/sandbox-calls.ts';
import { addCustomer, azureIds, azureSubscription, granitt, havbris, nordlys, solsikke } from '../support/sandbox-world.ts';

describe('the control moves other people’s hands', () => {
  test('a customer accepts a partner, once, and lets it go again', async () => {
    const sandbox = await openSandbox();
    addCustomer(sandbox.world, havbris);
    const pair = { customer: havbris, partner: nordlys };
    expect((await tell(sandbox, '/ties/accept', { ...pair, dap: true })).status).toBe(200);
    expect((await tell(sandbox, '/ties/accept', pair)).body).toStrictEqual({ done: false, why: 'already-tied' });
    expect((await tell(sandbox, '/dap/remove', pair)).status).toBe(200);
    expect(sandbox.world.customers.get(havbris)?.ties.get(nordlys)?.dap).toBe(false);
    expect((await tell(sandbox, '/ties/remove', pair)).status).toBe(200);
    expect(sandbox.world.customers.get(havbris)?.ties.has(nordlys)).toBe(false);
  });

  test('whatever is not there can be neither approved, refused, terminated, accepted nor declined', async () => {
    const sandbox = await openSandbox();
    const orders = [
      ['/relationships/approve', { id: 'x', customer: solsikke }],
      ['/relationships/refuse', { id: 'x', customer: solsikke }],
      ['/relationships/terminate', { id: 'x', by: 'customer' }],
      ['/transfers/accept', { id: 'x', subscriptions: [] }],
      ['/transfers/decline', { id: 'x' }],
      ['/role-assignments/remove', { subscription: 'x', principal: 'y' }],
    ] as const;
    for (const [path, told] of orders) {
      const { status, body } = await tell(sandbox, path, told);
      expect([path, status, body.done]).toStrictEqual([path, 409, false]);
    }
  });

  test('a partner’s access to a subscription is taken away', async () => {
    const sandbox = await openSandbox();
    const group = sandbox.world.partners.get(granitt)?.adminAgentsGroup ?? '';
    const role = { name: 'a', roleDefinitionId: 'owner', principalId: group, principalType: 'ForeignGroup' } as const;
    const [subscription] = azureIds;
    const azure = azureSubscription(subscription, { roleAssignments: [role, { ...role, name: 'b', principalId: 'kept' }] });
    sandbox.world.customers.get(solsikke)?.azure.push(azure);
    expect((await tell(sandbox, '/role-assignments/remove', { subscription, principal: group })).status).toBe(200);
    expect(azure.roleAssignments.map(({ name }) => name)).toStrictEqual(['b']);
  });

  test('a person signs in without leaving their chair, until everything is revoked', async () => {
    const sandbox = await openSandbox();
    const { status, body } = await tell(sandbox, '/sign-in', { cloud: 'global', ...admin });
    expect([status, typeof body.refreshToken]).toStrictEqual([200, 'string']);
    expect((await tell(sandbox, '/sign-in', { cloud: 'global', ...admin, upn: 'nobody@contoso.example' })).status).toBe(400);
    await tell(sandbox, '/sign-in/revoke');
    const form = { grant_type: 'refresh_token', refresh_token: String(body.refreshToken), client_id: admin.clientId };
    const again = await fetch(`${sandbox.base}/global/sign-in/${nordlys}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, client_secret: 'secret-of-nordlys.example', resource: 'https://graph.microsoft.com' }),
    });
    expect(again.status).toBe(400);
  });

  test('troubles, moods and rules are set, and the world is counted', async () => {
    const sandbox = await openSandbox();
    const fault = { kind: 'status', status: 503 };
    const order = { surface: 'partner-center', path: '^/v1/customers', fault };
    expect((await tell(sandbox, '/faults', order)).status).toBe(200);
    expect((await ask(sandbox, '', customerPath)).status).toBe(503);
    const listed = await (await fetch(`${sandbox.base}/_sim/faults`)).json();
    expect(listed).toMatchObject([{ path: '^\\/v1\\/customers', hit: 1, times: 1 }]);
    expect((await tell(sandbox, '/faults', null, 'DELETE')).status).toBe(200);
    await tell(sandbox, '/webhooks/mood', { duplicates: 3 });
    await tell(sandbox, '/sign-in/rules', { reuse: 'refused' });
    expect([sandbox.mood.duplicates, sandbox.rules.reuse, sandbox.rules.secondFactor]).toStrictEqual([3, 'refused', 'at-sign-in']);
    const counts = await (await fetch(`${sandbox.base}/_sim/world`)).json();
    expect(counts).toMatchObject({ partners: sandbox.world.partners.size, customers: 1, relationships: 0, transfers: 0 });
  });

  test('what makes no sense changes nothing', async () => {
    const sandbox = await openSandbox();
    const orders: readonly (readonly [string, unknown])[] = [
      ['/ties/accept', { customer: 5 }],
      ['/faults', { surface: 'moon', path: '.', fault: { kind: 'bom' } }],
      ['/faults', { surface: 'graph', path: '(', fault: { kind: 'bom' } }],
      ['/webhooks/mood', { duplicates: -1 }],
      ['/sign-in/rules', { reuse: 'perhaps' }],
    ];
    for (const [path, told] of orders) expect((await tell(sandbox, path, told)).status).toBe(400);
    expect((await tell(sandbox, '/moon')).status).toBe(404);
    expect(sandbox.faults.all()).toHaveLength(0);
    const page = await fetch(`${sandbox.base}/_sim/sign-in/revoke`, { method: 'POST', body: 'x' });
    expect(page.status).toBe(415);
  });
});
