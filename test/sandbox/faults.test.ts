import { describe, expect, test } from '@jest/globals';
import type { Fault, Injection } from '../../src/sandbox/faults.ts';
import { differences } from '../support/differences.ts';
import { fixture, openSandbox, tokenFor } from '../support/sandbox.ts';
import type { OpenSandbox } from '../support/sandbox.ts';
import { solsikke } from '../support/sandbox-world.ts';

const customer = `/v1/customers/${solsikke}`;
const removal = JSON.stringify({ relationshipToPartner: 'none', attributes: { objectType: 'Customer' } });

const open = async () => {
  const sandbox = await openSandbox();
  const token = await tokenFor(sandbox);
  return { sandbox, token };
};

const breakNext = (sandbox: OpenSandbox, fault: Fault, changes: Partial<Injection> = {}): void => {
  sandbox.faults.add({ surface: 'partner-center', path: /^\/v1\/customers/, times: 1, fault, ...changes });
};

const ask = (sandbox: OpenSandbox, token: string, options: RequestInit = {}, path = customer): Promise<Response> =>
  fetch(`${sandbox.base}/global/partner-center${path}`, {
    ...options,
    headers: { Authorization: `Bearer ${token}`, ...(options.headers as Record<string, string> | undefined) },
  });

const remove = (sandbox: OpenSandbox, token: string, id = 'r1'): Promise<Response> =>
  ask(sandbox, token, { method: 'PATCH', body: removal, headers: { 'Content-Type': 'application/json', 'MS-RequestId': id } });

const isTied = ({ world }: OpenSandbox): boolean => (world.customers.get(solsikke)?.ties.size ?? 0) > 0;

describe('troubles that come instead of an answer', () => {
  test.each([
    ['pc-error-429-throttled', { kind: 'throttled', retryAfter: '57' }],
    ['pc-error-500', { kind: 'status', status: 500, as: 'error' }],
  ] as const)('look as recorded: %s', async (name, fault) => {
    const { request, response } = fixture(name);
    const { sandbox, token } = await open();
    breakNext(sandbox, fault);
    const answer = await ask(sandbox, token, { headers: { 'MS-RequestId': 'abc', 'MS-CorrelationId': 'def' } });
    expect(request.method).toBe('GET');
    expect(answer.status).toBe(response.status);
    for (const header of Object.keys(response.headers)) expect(answer.headers.get(header)).not.toBeNull();
    expect(answer.headers.get('ms-requestid')).toBe('abc');
    expect(differences(response.body, await answer.json(), [])).toStrictEqual([]);
  });

  test('look as recorded at Graph too: graph-429', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'throttled', retryAfter: '10' }, { surface: 'graph', path: /./ });
    const answer = await fetch(`${sandbox.base}/global/graph/v1.0/users/x`, { headers: { Authorization: `Bearer ${token}` } });
    const { response } = fixture('graph-429');
    const volatile = ['date', 'request-id', 'client-request-id'].map((key) => `error.innerError.${key}`);
    expect([answer.status, answer.headers.get('retry-after')]).toStrictEqual([429, '10']);
    expect(differences(response.body, await answer.json(), volatile)).toStrictEqual([]);
  });

  test.each([502, 503, 504] as const)(
    'come as a page of the gateway, or as nothing (%d), and nothing has happened',
    async (status) => {
      const { sandbox, token } = await open();
      breakNext(sandbox, { kind: 'status', status, as: 'page' });
      breakNext(sandbox, { kind: 'status', status, as: 'nothing' });
      const page = await remove(sandbox, token);
      expect([page.status, page.headers.get('content-type')]).toStrictEqual([status, 'text/html']);
      const nothing = await remove(sandbox, token);
      expect([nothing.status, await nothing.text()]).toStrictEqual([status, '']);
      expect(isTied(sandbox)).toBe(true);
    },
  );

  test('are not remembered: the same request id is asked again, and then it happens', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'status', status: 503, as: 'error' });
    expect((await remove(sandbox, token)).status).toBe(503);
    expect((await remove(sandbox, token)).status).toBe(200);
    expect(isTied(sandbox)).toBe(false);
  });

  test('leave the question unheard where the line breaks before', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'lost-before' });
    await expect(remove(sandbox, token)).rejects.toThrow('fetch failed');
    expect(isTied(sandbox)).toBe(true);
  });
});

describe('troubles after the effect', () => {
  test('the line breaks before the answer: it has happened, and the same request id tells what came of it', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'cut-after' });
    await expect(remove(sandbox, token)).rejects.toThrow('fetch failed');
    expect(isTied(sandbox)).toBe(false);
    const again = await remove(sandbox, token);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ RelationshipToPartner: 'none' });
  });

  test('the line breaks within the answer', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'cut-in-body' });
    const answer = await remove(sandbox, token);
    await expect(answer.text()).rejects.toThrow('terminated');
    expect(isTied(sandbox)).toBe(false);
  });

  test('the answer takes its time', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'slow', milliseconds: 60_000 });
    await expect(
      ask(sandbox, token, { method: 'PATCH', body: removal, signal: AbortSignal.timeout(60), headers: { 'MS-RequestId': 'slow' } }),
    ).rejects.toThrow('timeout');
    expect(isTied(sandbox)).toBe(false);
  });

  test.each(['garbage', 'page'] as const)('the answer is no JSON, with status 200: %s', async (kind) => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind });
    const answer = await remove(sandbox, token);
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow(/JSON/);
    expect(isTied(sandbox)).toBe(false);
  });

  const bodyWith = async (kind: 'bom' | 'number-codes' | 'mixed-case-keys' | 'links-with-version', path = customer) => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind });
    const answer = await ask(sandbox, token, {}, path);
    return Buffer.from(await answer.arrayBuffer());
  };

  test('quirk 9: the answer begins with a byte order mark', async () => {
    expect((await bodyWith('bom')).subarray(0, 4).toString('hex')).toBe('efbbbf7b');
  });

  test('an error’s code is a number', async () => {
    const body = await bodyWith('number-codes', '/v1/customers/c0570009-0009-4c09-8c09-0000000000c9');
    expect(JSON.parse(body.toString())).toMatchObject({ code: 1000 });
  });

  test('quirk 10: some keys begin with a capital', async () => {
    const body = JSON.parse((await bodyWith('mixed-case-keys')).toString()) as object;
    const capitals = Object.keys(body).filter((key) => /^[A-Z]/.test(key));
    expect(capitals).toContain('Id');
    expect(capitals.length).toBeLessThan(Object.keys(body).length);
  });

  test('links come with their version, which they usually do not', async () => {
    const { sandbox, token } = await open();
    const usual = await ask(sandbox, token);
    expect(await usual.text()).not.toContain('"/v1/');
    const odd = (await bodyWith('links-with-version')).toString();
    expect(odd).toContain(`"/v1/customers/${solsikke}"`);
    expect(odd).not.toContain('"/customers/');
  });

  test('the answer says that it is something else than it is', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'wrong-content-type' });
    const answer = await ask(sandbox, token);
    expect([answer.status, answer.headers.get('content-type')]).toStrictEqual([200, 'text/html']);
  });
});

describe('a trouble', () => {
  test('meets only the requests it was meant for, and only as often', async () => {
    const { sandbox, token } = await open();
    const fault = { kind: 'status', status: 500, as: 'error' } as const;
    breakNext(sandbox, fault, { method: 'POST' });
    breakNext(sandbox, fault, { cloud: 'us_gov' });
    breakNext(sandbox, fault, { surface: 'graph' });
    breakNext(sandbox, fault, { path: /profiles/ });
    breakNext(sandbox, fault, { times: 2 });
    const statuses = [];
    for (let request = 0; request < 3; request++) statuses.push((await ask(sandbox, token)).status);
    expect(statuses).toStrictEqual([500, 500, 200]);
    expect(sandbox.faults.all().map(({ hit }) => hit)).toStrictEqual([0, 0, 0, 0, 2]);
  });

  test('is gone when it is taken back', async () => {
    const { sandbox, token } = await open();
    breakNext(sandbox, { kind: 'status', status: 500, as: 'error' });
    sandbox.faults.clear();
    expect((await ask(sandbox, token)).status).toBe(200);
  });
});
