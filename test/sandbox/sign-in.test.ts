import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { importPKCS8, SignJWT } from 'jose';
import { instant } from '../../src/cases/time.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { createOwnCertificate } from '../../src/sandbox/webhooks/certificates.ts';
import { admin, askToken, clientId, openSandbox, refreshToken, secret } from '../support/sandbox.ts';
import type { OpenSandbox } from '../support/sandbox.ts';
import { addCustomer, havbris, nordlys, solsikke, tie } from '../support/sandbox-world.ts';

const DAY = 86_400;
const V1 = `/${nordlys}/oauth2/token`;
const V2 = `/${nordlys}/oauth2/v2.0/token`;
const partnerCenter = 'https://api.partnercenter.microsoft.com';
const graph = 'https://graph.microsoft.com';
const us = { client_id: clientId, client_secret: secret };

const refreshing = (sandbox: OpenSandbox, changes: Readonly<Record<string, string>> = {}) =>
  askToken(sandbox.base, V1, {
    ...us,
    grant_type: 'refresh_token',
    refresh_token: refreshToken(sandbox),
    resource: partnerCenter,
    ...changes,
  });

const payloadOf = (token: unknown): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('a token', () => {
  test('says whose it is, what for, and whether there was a second factor', async () => {
    const { body } = await refreshing(await openSandbox());
    expect(payloadOf(body.access_token)).toMatchObject({ tid: nordlys, aud: partnerCenter, appid: clientId, amr: ['pwd', 'mfa'] });
  });

  test('of the newer endpoint comes with numbers, and with a refresh token only if it is asked for', async () => {
    const sandbox = await openSandbox();
    const form = { ...us, grant_type: 'refresh_token', refresh_token: refreshToken(sandbox) };
    const { body } = await askToken(sandbox.base, V2, { ...form, scope: `${graph}/.default` });
    expect(body).toMatchObject({ expires_in: 3599, ext_expires_in: 3599 });
    expect(body).not.toHaveProperty('refresh_token');
    expect(payloadOf(body.access_token)).toMatchObject({ aud: graph });
  });

  test('for what nobody has heard of is refused, in the words of each endpoint', async () => {
    const sandbox = await openSandbox();
    const form = { ...us, grant_type: 'client_credentials' };
    const older = await askToken(sandbox.base, V1, { ...form, resource: 'https://contoso.example' });
    const newer = await askToken(sandbox.base, V2, { ...form, scope: 'https://contoso.example/.default' });
    expect([older.body.error, newer.body.error]).toStrictEqual(['invalid_resource', 'invalid_scope']);
  });

  test('is not given to an application, a tenant or a grant that nobody knows', async () => {
    const { base } = await openSandbox();
    const form = { ...us, grant_type: 'client_credentials', resource: partnerCenter };
    const answers = await Promise.all([
      askToken(base, V1, { ...form, client_id: randomUUID() }),
      askToken(base, `/${randomUUID()}/oauth2/token`, form),
      askToken(base, V1, { ...form, grant_type: 'password' }),
      askToken(base, V1, { resource: partnerCenter }),
      askToken(base, V1, { grant_type: 'client_credentials', client_id: clientId, resource: partnerCenter }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.error_codes])).toStrictEqual([
      [400, [700016]],
      [400, [90002]],
      [400, [70003]],
      [400, [900144]],
      [401, [7000218]],
    ]);
  });
});

describe('a refresh token', () => {
  test('is handed out anew with each use, and the old one still holds', async () => {
    const sandbox = await openSandbox();
    const old = refreshToken(sandbox);
    const first = await refreshing(sandbox, { refresh_token: old });
    const second = await refreshing(sandbox, { refresh_token: old });
    const third = await refreshing(sandbox, { refresh_token: String(first.body.refresh_token) });
    expect([first.status, second.status, third.status]).toStrictEqual([200, 200, 200]);
    expect(first.body.refresh_token).not.toBe(old);
  });

  test('that was used is refused where the tenant wants it so', async () => {
    const sandbox = await openSandbox({ rules: { reuse: 'refused' } });
    const old = refreshToken(sandbox);
    const first = await refreshing(sandbox, { refresh_token: old });
    const second = await refreshing(sandbox, { refresh_token: old });
    expect([first.status, second.status, second.body.error]).toStrictEqual([200, 400, 'invalid_grant']);
  });

  test('lives as long as it is used within 90 days', async () => {
    const sandbox = await openSandbox();
    let token = refreshToken(sandbox);
    for (const days of [89, 89]) {
      sandbox.pass(days * DAY);
      const { status, body } = await refreshing(sandbox, { refresh_token: token });
      expect(status).toBe(200);
      token = String(body.refresh_token);
    }
    sandbox.pass(90 * DAY + 1);
    expect((await refreshing(sandbox, { refresh_token: token })).body.error_codes).toStrictEqual([700082]);
  });

  test('is nobody else’s, and was not made up', async () => {
    const sandbox = await openSandbox();
    const stranger = { client_id: 'ab9f0000-0001-4f01-8f01-0000001000f1', client_secret: 'secret-of-granitt.example' };
    expect((await refreshing(sandbox, stranger)).body.error).toBe('invalid_grant');
    expect((await refreshing(sandbox, { refresh_token: '0.made.up' })).body.error_codes).toStrictEqual([9002313]);
  });

  test('without a second factor gives tokens without it, where the tenant leaves that to the services', async () => {
    const sandbox = await openSandbox({ rules: { secondFactor: 'at-service' } });
    const weak = await refreshing(sandbox, { refresh_token: refreshToken(sandbox, { ...admin, mfa: false }) });
    expect(payloadOf(weak.body.access_token).amr).toStrictEqual(['pwd']);
    const call = await fetch(`${sandbox.base}/global/partner-center/v1/customers/${solsikke}`, {
      headers: { Authorization: `Bearer ${String(weak.body.access_token)}` },
    });
    expect(call.status).toBe(403);
  });
});

test('a code is redeemed once, and within ten minutes', async () => {
  const sandbox = await openSandbox();
  const codes = [1, 2].map(() => sandbox.signIn('global', admin)?.code ?? '');
  const exchange = (code: string | undefined) =>
    askToken(sandbox.base, V1, { ...us, grant_type: 'authorization_code', code: code ?? '', resource: partnerCenter });
  expect((await exchange(codes[0])).status).toBe(200);
  expect((await exchange(codes[0])).body.error_codes).toStrictEqual([54005]);
  sandbox.pass(601);
  expect((await exchange(codes[1])).body.error_codes).toStrictEqual([70008]);
});

describe('in a customer’s tenant', () => {
  const there = (sandbox: OpenSandbox, customer: string) =>
    askToken(sandbox.base, `/${customer}/oauth2/v2.0/token`, {
      ...us,
      grant_type: 'refresh_token',
      refresh_token: refreshToken(sandbox),
      scope: 'https://management.azure.com/user_impersonation',
    });

  test('a person needs the customer’s consent and a way in', async () => {
    const sandbox = await openSandbox();
    const customer = addCustomer(sandbox.world, havbris);
    expect((await there(sandbox, havbris)).body.error_codes).toStrictEqual([65001]);
    customer.consents.add(clientId);
    expect((await there(sandbox, havbris)).body.error_codes).toStrictEqual([50020]);
    tie(customer, nordlys, { dap: true });
    const { status, body } = await there(sandbox, havbris);
    expect(status).toBe(200);
    expect(payloadOf(body.access_token)).toMatchObject({ tid: havbris, aud: 'https://management.azure.com' });
  });

  test('an application needs the consent', async () => {
    const sandbox = await openSandbox();
    const form = { ...us, grant_type: 'client_credentials', scope: `${graph}/.default` };
    const before = await askToken(sandbox.base, `/${solsikke}/oauth2/v2.0/token`, form);
    sandbox.world.customers.get(solsikke)?.consents.add(clientId);
    const after = await askToken(sandbox.base, `/${solsikke}/oauth2/v2.0/token`, form);
    expect([before.body.error_codes, after.status]).toStrictEqual([[7000229], 200]);
  });
});

describe('an application proves itself', () => {
  const withCertificate = 'ab9f0000-0002-4f02-8f02-0000000000f2';
  const withMachine = 'ab9f0000-0003-4f03-8f03-0000000000f3';
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const { certificate, privateKey } = createOwnCertificate('nordlys', instant(Date.parse('2026-03-02T09:00:00Z')));
  const now = Date.parse('2026-03-02T09:00:00Z') / 1000;

  const showing = ({ base }: OpenSandbox, client_id: string, client_assertion: string) =>
    askToken(base, V1, {
      ...{ grant_type: 'client_credentials', resource: partnerCenter, client_id, client_assertion },
      client_assertion_type: type,
    });

  const assertion = async ({ base }: OpenSandbox, alg: string, claims: Readonly<Record<string, unknown>> = {}) =>
    new SignJWT({ iss: withCertificate, sub: withCertificate, aud: `${base}/global/sign-in${V1}`, exp: now + 300, ...claims })
      .setProtectedHeader({ alg })
      .sign(await importPKCS8(privateKey, alg));

  const open = () =>
    openSandbox({
      populate: (world) => {
        addPartners(world, certificate);
      },
    });

  test.each(['RS256', 'PS256'])('with the key of its certificate (%s)', async (alg) => {
    const sandbox = await open();
    expect((await showing(sandbox, withCertificate, await assertion(sandbox, alg))).status).toBe(200);
  });

  test('with nothing that is out of date, for somebody else, or signed by another', async () => {
    const sandbox = await open();
    const good = await assertion(sandbox, 'RS256');
    const answers = await Promise.all([
      showing(sandbox, withCertificate, await assertion(sandbox, 'RS256', { exp: now - 1 })),
      showing(sandbox, withCertificate, await assertion(sandbox, 'RS256', { aud: 'https://contoso.example/token' })),
      showing(sandbox, withCertificate, await assertion(sandbox, 'RS256', { sub: clientId })),
      showing(sandbox, withCertificate, `${good.slice(0, -8)}AAAAAAAA`),
      showing(sandbox, withCertificate, 'rubbish'),
      showing(sandbox, clientId, good),
    ]);
    expect(answers.map(({ status, body }) => [status, body.error_codes])).toStrictEqual([
      [401, [700024]],
      [401, [700021]],
      [401, [700021]],
      [401, [700027]],
      [401, [700027]],
      [401, [700027]],
    ]);
  });

  const machineToken = async ({ base }: OpenSandbox, path: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${base}/machine-identity${path}?resource=api://AzureADTokenExchange&api-version=2019-08-01`, { headers });

  test.each([
    ['/metadata/identity/oauth2/token', { Metadata: 'true' }],
    ['/msi/token', { 'X-IDENTITY-HEADER': 'the-machine-itself' }],
  ])('with the machine’s own token (%s), where it trusts the machine', async (path, headers) => {
    const sandbox = await open();
    const answer = (await (await machineToken(sandbox, path, headers)).json()) as { readonly access_token: string };
    expect((await showing(sandbox, withMachine, answer.access_token)).status).toBe(200);
    expect((await showing(sandbox, withCertificate, answer.access_token)).body.error_codes).toStrictEqual([70021]);
  });

  test('and the machine answers only who asks as one of its own', async () => {
    const sandbox = await open();
    expect((await machineToken(sandbox, '/metadata/identity/oauth2/token', {})).status).toBe(400);
    expect((await machineToken(sandbox, '/msi/token', { 'X-IDENTITY-HEADER': 'guessed' })).status).toBe(401);
  });
});

describe('a person signs in on a page', () => {
  const redirect = 'http://127.0.0.1:1/back';
  const door = `/global/sign-in/common/oauth2/authorize?client_id=${clientId}&state=xyz&redirect_uri=${encodeURIComponent(redirect)}`;

  test('that shows the partner’s people, and sends them back with a code', async () => {
    const { base } = await openSandbox();
    const page = await fetch(base + door);
    expect(await page.text()).toContain(admin.upn);
    const body = new URLSearchParams({ upn: admin.upn, mfa: 'yes' });
    const back = await fetch(base + door, { method: 'POST', body, redirect: 'manual' });
    const location = new URL(back.headers.get('location') ?? '');
    expect([back.status, location.searchParams.get('state')]).toStrictEqual([302, 'xyz']);
    const code = location.searchParams.get('code') ?? '';
    const form = { ...us, grant_type: 'authorization_code', code, resource: partnerCenter };
    expect((await askToken(base, V1, form)).status).toBe(200);
  });

  test('and nothing in its address becomes part of the page', async () => {
    const { base } = await openSandbox();
    const evil = '<script>alert(1)</script>';
    const page = await fetch(`${base}/global/sign-in/common/oauth2/authorize?client_id=${encodeURIComponent(evil)}`);
    expect(await page.text()).not.toContain(evil);
  });
});

test('a domain that nobody owns, or of another cloud, is not found', async () => {
  const { base } = await openSandbox();
  const discover = async (cloud: string, domain: string) =>
    (await fetch(`${base}/${cloud}/sign-in/${domain}/.well-known/openid-configuration`)).status;
  expect(await discover('global', 'contoso.example')).toBe(400);
  expect(await discover('us_gov', 'solsikkebakeri.example')).toBe(400);
  expect(await discover('global', 'nordlys.example')).toBe(200);
});
