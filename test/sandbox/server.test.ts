import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { sandboxProfile } from '../../src/sandbox/profile.ts';
import { ask, customerPath, tell } from '../support/sandbox-calls.ts';
import { fixture, openSandbox, tokenFor } from '../support/sandbox.ts';
import type { OpenSandbox } from '../support/sandbox.ts';
import { addCustomer, granitt, havbris, nordlys, solsikke } from '../support/sandbox-world.ts';

const removal = (sandbox: OpenSandbox, token: string, id: string, body: object): Promise<Response> =>
  fetch(sandbox.base + customerPath, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'MS-RequestId': id },
    body: JSON.stringify({ attributes: { objectType: 'Customer' }, ...body }),
  });

describe('the profile of a sandbox', () => {
  test('leads every call to the sandbox, and leaves names, audiences and gaps as they are', () => {
    const base = 'http://127.0.0.1:9';
    for (const cloud of ['global', 'us_gov', 'china_21v'] as const) {
      const { login, partnerCenter, graph, azure, machineIdentity, certificateOrigins, ...rest } = sandboxProfile(cloud, base);
      const addresses = [login, partnerCenter, graph, azure, machineIdentity, ...certificateOrigins];
      expect(addresses.filter((one) => !one.startsWith(base))).toStrictEqual([]);
      expect(profiles[cloud]).toMatchObject(rest);
    }
  });

  test('is where each service answers', async () => {
    const sandbox = await openSandbox();
    for (const cloud of ['global', 'us_gov', 'china_21v'] as const) {
      const { partnerCenter, graph, azure } = sandboxProfile(cloud, sandbox.base);
      const urls = [`${partnerCenter}/v1/customers`, `${graph}/v1.0/users/x`, `${azure}/subscriptions?api-version=2022-12-01`];
      const answers = await Promise.all(urls.map((url) => fetch(url)));
      expect(answers.map(({ status }) => status)).toStrictEqual([401, 401, 401]);
    }
  });
});

describe('every answer', () => {
  test('of Partner Center repeats the caller’s ids, and adds its own', async () => {
    const sandbox = await openSandbox();
    const ids = { 'MS-RequestId': 'request-1', 'MS-CorrelationId': 'correlation-1' };
    const { headers } = await ask(sandbox, await tokenFor(sandbox), customerPath, ids);
    expect([headers.get('ms-requestid'), headers.get('ms-correlationid')]).toStrictEqual(['request-1', 'correlation-1']);
    expect([headers.get('ms-cv'), headers.get('ms-serverid')]).toStrictEqual(['sim0000000000000.0', '000000000']);
  });

  test('of Graph carries request-id and client-request-id, of Azure its own', async () => {
    const sandbox = await openSandbox();
    const graph = await ask(sandbox, '', '/global/graph/v1.0/users/x', { 'client-request-id': 'c-1' });
    expect(graph.headers.get('client-request-id')).toBe('c-1');
    expect(graph.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const azure = await ask(sandbox, '', '/global/azure/subscriptions');
    expect(azure.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('to a token of another cloud, for another service, or out of date is a refusal', async () => {
    const sandbox = await openSandbox();
    const token = await tokenFor(sandbox);
    const forGraph = await tokenFor(sandbox, 'https://graph.microsoft.com');
    const elsewhere = await ask(sandbox, token, customerPath.replace('global', 'us_gov'));
    const wrong = await ask(sandbox, forGraph, customerPath);
    expect([elsewhere.status, wrong.status]).toStrictEqual([401, 401]);
    expect(await wrong.json()).toStrictEqual(fixture('pc-error-401-wrong-audience').response.body);
    expect((await ask(sandbox, token, customerPath)).status).toBe(200);
    sandbox.pass(3601);
    expect((await ask(sandbox, token, customerPath)).status).toBe(401);
  });
});

describe('a request id of Partner Center', () => {
  test('asks once: the same request again gets the same answer, and does nothing', async () => {
    const sandbox = await openSandbox();
    const token = await tokenFor(sandbox);
    const first = await removal(sandbox, token, 'id-1', { relationshipToPartner: 'none' });
    const records = sandbox.world.audit.length;
    const second = await removal(sandbox, token, 'id-1', { relationshipToPartner: 'none' });
    const third = await removal(sandbox, token, 'id-2', { relationshipToPartner: 'none' });
    expect([first.status, second.status]).toStrictEqual([200, 200]);
    expect(await second.text()).toBe(await first.text());
    expect(sandbox.world.audit).toHaveLength(records);
    expect(third.status).not.toBe(200);
  });

  test('is not used for two things', async () => {
    const sandbox = await openSandbox();
    const token = await tokenFor(sandbox);
    await removal(sandbox, token, 'id-1', { relationshipToPartner: 'none' });
    expect((await removal(sandbox, token, 'id-1', { allowDelegatedAccess: false })).status).toBe(409);
  });

  test('is forgotten after a day', async () => {
    const sandbox = await openSandbox();
    await removal(sandbox, await tokenFor(sandbox), 'id-1', { relationshipToPartner: 'none' });
    sandbox.pass(24 * 3600 + 1);
    const again = await removal(sandbox, await tokenFor(sandbox), 'id-1', { relationshipToPartner: 'none' });
    expect(again.status).not.toBe(200);
  });

  test('of a read keeps nothing back: the world may have changed', async () => {
    const sandbox = await openSandbox();
    const token = await tokenFor(sandbox);
    const headers = { 'MS-RequestId': 'id-1' };
    const before = await ask(sandbox, token, customerPath, headers);
    sandbox.world.customers.get(solsikke)?.ties.clear();
    const after = await ask(sandbox, token, customerPath, headers);
    expect([before.status, after.status]).toStrictEqual([200, 403]);
  });
});

describe('who asks too much', () => {
  test('is told for how long to be quiet, as Partner Center says it, and is heard again after that', async () => {
    const sandbox = await openSandbox({ limits: { customers: { most: 2, seconds: 60 } } });
    const token = await tokenFor(sandbox);
    const statuses = [];
    for (let request = 0; request < 2; request++) statuses.push((await ask(sandbox, token, customerPath)).status);
    sandbox.pass(20);
    const refused = await ask(sandbox, token, customerPath);
    expect([...statuses, refused.status]).toStrictEqual([200, 200, 429]);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(await refused.json()).toStrictEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 40 seconds.' });
    expect((await ask(sandbox, token, '/global/partner-center/v1/profiles/organization')).status).toBe(200);
    sandbox.pass(40);
    expect((await ask(sandbox, token, customerPath)).status).toBe(200);
  });

  test('writes to Graph no more than is set', async () => {
    const sandbox = await openSandbox({ limits: { graphWrites: { most: 1, seconds: 10 } } });
    const token = await tokenFor(sandbox, 'https://graph.microsoft.com');
    const path = `${sandbox.base}/global/graph/v1.0/tenantRelationships/delegatedAdminRelationships`;
    const write = () => fetch(path, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: '{}' });
    const first = await write();
    const second = await write();
    expect(first.status).not.toBe(429);
    expect([second.status, second.headers.get('retry-after')]).toStrictEqual([429, '10']);
    expect(await second.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
  });
});

describe('what happens by itself', () => {
  test('has happened before a question is answered', async () => {
    const sandbox = await openSandbox({ timing: { acceptanceVisible: [30, 30] } });
    addCustomer(sandbox.world, havbris);
    const token = await tokenFor(sandbox);
    await tell(sandbox, '/ties/accept', { customer: havbris, partner: nordlys });
    const path = customerPath.replace(solsikke, havbris);
    expect((await ask(sandbox, token, path)).status).toBe(403);
    sandbox.pass(30);
    expect((await ask(sandbox, token, path)).status).toBe(200);
  });
});

describe('what is sent by strangers', () => {
  /** Sends these very bytes, and says what the first line of the answer is. */
  const raw = ({ base }: OpenSandbox, text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(text));
      let said = '';
      socket.on('data', (chunk) => (said += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => {
        resolve(said.split('\r\n')[0] ?? '');
      });
    });

  const get = (path: string, host = '127.0.0.1'): string => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

  test.each([
    ['another host’s name', get('/_sim/world', 'contoso.example'), 403],
    ['a path that cannot be read', get('/global/graph/v1.0/users/%E0%A4%A'), 400],
    ['another address as its path', get('@contoso.example/'), 400],
    ['a whole address', get('http://contoso.example/_sim/world'), 400],
    ['a path to nowhere', get('/moon'), 404],
    ['a path to no service', get('/global/moon/v1.0'), 404],
    [
      'more than is taken',
      `POST /_sim/ties/accept HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n`,
      413,
    ],
  ])('%s is refused', async (_, text, status) => {
    const sandbox = await openSandbox();
    expect(await raw(sandbox, text)).toContain(` ${status} `);
    expect(sandbox.told).toStrictEqual([]);
  });

  test('a token that was made up is none', async () => {
    const sandbox = await openSandbox();
    const token = await tokenFor(sandbox);
    const [head, payload = '', mac] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { readonly sim: object };
    const forged = Buffer.from(JSON.stringify({ ...claims, sim: { ...claims.sim, tenant: granitt } })).toString('base64url');
    for (const made of [`${head ?? ''}.${forged}.${mac ?? ''}`, 'a.b.c', 'x', ''])
      expect((await ask(sandbox, made, customerPath)).status).toBe(401);
  });

  test('a service that fails says so as itself, and it is told', async () => {
    const sandbox = await openSandbox();
    const token = await tokenFor(sandbox);
    sandbox.world.customers.get = () => {
      throw new Error('the shelf has fallen');
    };
    const answer = await ask(sandbox, token, customerPath);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toStrictEqual(fixture('pc-error-500').response.body);
    expect(sandbox.told).toStrictEqual([`partner-center failed at GET /v1/customers/${solsikke}: Error: the shelf has fallen`]);
  });
});
