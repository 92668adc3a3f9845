import { describe, expect, test } from '@jest/globals';
import { differences } from '../support/differences.ts';
import { recordedNames } from '../support/exchanges.ts';
import { admin, fixture, openSandbox, refreshToken, secret } from '../support/sandbox.ts';
import type { OpenSandbox } from '../support/sandbox.ts';

describe('every recorded exchange with the sign-in', () => {
  /** What the placeholders of a recording stand for, and what differs between any two answers. */
  const recordings: Readonly<Record<string, (sandbox: OpenSandbox) => Readonly<Record<string, string>>>> = {
    'auth-token-app-only-v1': () => ({}),
    'auth-token-v2-pc-app-only': () => ({}),
    'auth-token-code-exchange-v1': ({ signIn }) => ({ code: signIn('global', admin)?.code ?? '' }),
    'auth-token-refresh-v1': (sandbox) => ({ refresh_token: refreshToken(sandbox) }),
    'auth-token-v2-refresh-graph': (sandbox) => ({ refresh_token: refreshToken(sandbox) }),
    'auth-token-error-mfa': (sandbox) => ({ refresh_token: refreshToken(sandbox, { ...admin, mfa: false }) }),
    'auth-token-error-bad-secret': () => ({ client_secret: 'guessed' }),
    'auth-token-error-refresh-expired': (sandbox) => {
      const old = refreshToken(sandbox);
      sandbox.pass(91 * 86_400);
      return { refresh_token: old };
    },
    'auth-tenant-discovery': () => ({}),
  };
  const volatile = [
    ...['expires_on', 'not_before', 'access_token', 'refresh_token', 'id_token', 'scope'],
    ...['error_description', 'timestamp', 'trace_id', 'correlation_id', 'error_uri'],
    ...['token_endpoint', 'jwks_uri', 'issuer', 'authorization_endpoint', 'cloud_graph_host_name'],
  ];

  test.each(Object.keys(recordings))('%s', async (name) => {
    const { request, response } = fixture(name);
    const sandbox = await openSandbox();
    const filled = { ...request.body, client_secret: secret, ...recordings[name]?.(sandbox) };
    const url = request.url.replace('https://login.microsoftonline.com', `${sandbox.base}/global/sign-in`);
    const isRead = request.method === 'GET';
    const answer = await fetch(url, isRead ? {} : { method: 'POST', body: new URLSearchParams(filled) });

    expect(answer.status).toBe(response.status);
    expect(answer.headers.get('content-type')).toBe(response.headers['Content-Type']);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(differences(response.body, body, volatile)).toStrictEqual([]);
    // The words before the trace id, and with them the number of the refusal, are the same.
    const words = (said: unknown): string => String(said).split(' Trace ID')[0] ?? '';
    expect(words(body.error_description)).toBe(words(response.body.error_description));
  });

  test('is in this table', () => {
    expect(Object.keys(recordings).toSorted()).toStrictEqual(recordedNames('auth-'));
  });
});
