import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { compactVerify, decodeJwt } from 'jose';
import { createTokens } from '../../src/tokens/create-tokens.ts';
import { machineEndpointIn } from '../../src/tokens/machine-identity.ts';
import type { TokenOptions } from '../../src/tokens/token-endpoint.ts';
import { answers } from '../support/fault-server.ts';
import { CLIENT, grants, OURS, signingIn } from '../support/signing-in.ts';
import { selfSigned } from '../support/self-signed.ts';

const ask = (options: TokenOptions) => createTokens(options).token({ audience: 'graph', as: 'app', tenant: null, fresh: false });

const BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

describe('a certificate', () => {
  const { privateKey, certificate, publicKey, bytes } = selfSigned('handshake.example');

  test('signs that it is the application that asks this endpoint, for ten minutes', async () => {
    const { heard } = await signingIn([grants()], ask, { credential: { kind: 'certificate', privateKey, certificate } });
    const form = heard[0]?.form ?? {};
    expect(form).toMatchObject({ client_assertion_type: BEARER, client_id: CLIENT });
    expect(form.client_secret).toBeUndefined();
    const { protectedHeader } = await compactVerify(form.client_assertion ?? '', publicKey);
    expect(protectedHeader).toEqual({
      alg: 'PS256',
      typ: 'JWT',
      'x5t#S256': createHash('sha256').update(bytes).digest('base64url'),
    });
    const now = Date.parse('2026-03-02T09:00:00Z') / 1000;
    expect(decodeJwt(form.client_assertion ?? '')).toMatchObject({
      aud: `http://${heard[0]?.headers.host ?? ''}/${OURS}/oauth2/v2.0/token`,
      iss: CLIENT,
      sub: CLIENT,
      nbf: now,
      exp: now + 600,
    });
  });

  test('says something else each time', async () => {
    const credential = { kind: 'certificate', privateKey, certificate } as const;
    const { heard } = await signingIn(
      [grants()],
      async (options) => {
        const tokens = createTokens(options);
        for (const audience of ['graph', 'azure'] as const) await tokens.token({ audience, as: 'app', tenant: null, fresh: false });
      },
      { credential },
    );
    const ids = heard.map(({ form }) => decodeJwt(form.client_assertion ?? '').jti);
    expect(new Set(ids).size).toBe(2);
  });

  test('or a key that cannot be read is told, and nothing of it', async () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    for (const broken of [
      { privateKey: 's3cr3t', certificate },
      { privateKey, certificate: 's3cr3t' },
      { privateKey: elliptic.toString(), certificate },
      { privateKey: selfSigned('another.example').privateKey, certificate },
    ]) {
      const { told, heard } = await signingIn([grants()], ask, { credential: { kind: 'certificate', ...broken } });
      expect(told).toMatchObject({ failure: { kind: 'sign-in', code: 'certificate' } });
      expect(JSON.stringify(told)).not.toContain('s3cr3t');
      expect(heard.length).toBe(0);
    }
  });
});

describe('the identity of the machine', () => {
  test.each([
    [
      { IDENTITY_ENDPOINT: 'http://localhost/msi', IDENTITY_HEADER: 'h' },
      { endpoint: 'http://localhost/msi', header: 'h' },
    ],
    [{ IDENTITY_ENDPOINT: 'http://localhost/msi' }, null],
    [{ IDENTITY_ENDPOINT: 'nowhere', IDENTITY_HEADER: 'h' }, null],
    [{}, null],
  ])('stands where the host says: %p', (environment, endpoint) => {
    expect(machineEndpointIn(environment)).toEqual(endpoint);
  });

  const identity = answers(200, { access_token: 'the-machine', expires_in: '86399', token_type: 'Bearer' });
  const query = (path: string) => Object.fromEntries(new URL(path, 'http://127.0.0.1').searchParams);

  test('is asked at the address of the cloud, and stands in for a secret', async () => {
    const { heard } = await signingIn([identity, grants()], ask, { credential: { kind: 'machine', clientId: null } });
    const [machine, login] = heard;
    expect(machine?.path).toMatch(/^\/metadata\/identity\/oauth2\/token\?/);
    expect(machine?.headers.metadata).toBe('true');
    expect(query(machine?.path ?? '')).toEqual({ 'api-version': '2018-02-01', resource: 'api://AzureADTokenExchange' });
    expect(login?.form).toMatchObject({ client_id: CLIENT, client_assertion_type: BEARER, client_assertion: 'the-machine' });
  });

  test('is asked of the host that runs us, where one does, and of one identity of several', async () => {
    const { heard } = await signingIn([identity, grants()], ask, {
      credential: { kind: 'machine', clientId: 'd00d0001' },
      machine: { endpoint: '/msi/token', header: 's3cr3t' },
    });
    expect(heard[0]?.headers).toMatchObject({ 'x-identity-header': 's3cr3t' });
    expect(heard[0]?.headers.metadata).toBeUndefined();
    expect(query(heard[0]?.path ?? '')).toEqual({
      'api-version': '2019-08-01',
      resource: 'api://AzureADTokenExchange',
      client_id: 'd00d0001',
    });
  });

  test('that cannot be had is told, and no secret of it', async () => {
    const unknown = answers(400, { error: 'invalid_request', error_description: 'Identity not found' });
    const { told, heard } = await signingIn([unknown], ask, {
      credential: { kind: 'machine', clientId: null },
      machine: { endpoint: '/msi/token', header: 's3cr3t' },
    });
    expect(told).toMatchObject({ failure: { kind: 'refused', words: expect.stringContaining('Identity not found') } });
    expect(JSON.stringify(told)).not.toContain('s3cr3t');
    expect(heard.length).toBe(1);
  });
});
