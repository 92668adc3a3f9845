import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createTokens } from '../../src/tokens/create-tokens.ts';
import { redeemCode } from '../../src/tokens/first-sign-in.ts';
import { tenantOfDomain } from '../../src/tokens/tenant-of-domain.ts';
import type { TokenOptions } from '../../src/tokens/token-endpoint.ts';
import type { Audience, Identity } from '../../src/tokens/tokens.ts';
import { answers } from '../support/fault-server.ts';
import { CLIENT, createMemorySecrets, CUSTOMER, fixture, SIGN_IN, signingIn } from '../support/signing-in.ts';

const token = (audience: Audience, as: Identity) => (options: TokenOptions) =>
  createTokens(options).token({ audience, as, tenant: null, fresh: false });

const granted = (value: string) => ({ ok: true, token: { value, expiresAt: Date.parse('2026-03-02T09:59:59Z') } });
const signIn = (code: string, words: string) => ({
  ok: false,
  failure: { kind: 'sign-in', code, words: expect.stringContaining(words) },
});

interface Replayed {
  readonly ask: (options: TokenOptions) => Promise<unknown>;
  readonly told: unknown;
  /** The refresh token that is kept before. */
  readonly kept?: string;
  /** Where we ask otherwise than the fixture, and why. */
  readonly otherwise?: Readonly<Record<string, string>>;
}

const table: Readonly<Record<string, Replayed>> = {
  'auth-token-app-only-v1': { ask: token('partner-center', 'app'), told: granted('eyJ.SIMULATED.APPONLY') },
  'auth-token-refresh-v1': { ask: token('partner-center', 'user'), told: granted('eyJ.SIMULATED.APPUSER') },
  'auth-token-code-exchange-v1': {
    ask: (options) => redeemCode(options, { code: '<code>', redirectUri: 'https://bot.nordlys.example/consent/callback' }),
    told: { ok: true, hasSecondFactor: null },
  },
  'auth-token-v2-refresh-graph': { ask: token('graph', 'user'), told: granted('eyJ.SIMULATED.GRAPH') },
  'auth-token-v2-pc-app-only': {
    ask: token('graph', 'app'),
    told: granted('eyJ.SIMULATED.APPONLY'),
    // Partner Center is asked for by the old endpoint; what the new one answers is the same for every scope.
    otherwise: { scope: 'https://graph.microsoft.com/.default' },
  },
  'auth-token-error-refresh-expired': {
    ask: token('partner-center', 'user'),
    kept: '0.SIMULATED.BAD',
    told: signIn('AADSTS700082', 'nobody has used the sign-in for too long: an Admin agent has to sign in again'),
    otherwise: { scope: 'openid' },
  },
  'auth-token-error-mfa': {
    ask: token('partner-center', 'user'),
    kept: '0.SIMULATED.BAD',
    told: signIn('AADSTS50076', 'a second factor is wanted: an Admin agent has to sign in again, with one'),
    otherwise: { scope: 'openid' },
  },
  'auth-token-error-bad-secret': {
    ask: token('partner-center', 'user'),
    kept: '0.SIMULATED.BAD',
    told: signIn('AADSTS7000215', 'the secret of the application is wrong'),
    otherwise: { scope: 'openid' },
  },
  'bot-token': {
    ask: token('bot', 'app'),
    told: { ok: true, token: { value: 'eyJ.SIMULATED.BOT', expiresAt: Date.parse('2026-03-03T08:59:59Z') } },
    // The bot is an application of its own, and here it is the account's.
    otherwise: { client_id: CLIENT },
  },
  'auth-tenant-discovery': {
    ask: ({ account, line }) => tenantOfDomain(account.profile, line, 'solsikkebakeri.example'),
    told: { ok: true, body: CUSTOMER },
  },
};

describe('every fixture of a sign-in', () => {
  test.each(Object.entries(table))('%s: is asked so, and understood', async (name, { ask, told, kept, otherwise }) => {
    const { request, response } = fixture(name);
    const secrets = createMemorySecrets({ [SIGN_IN]: kept ?? '0.SIMULATED.STORED' });
    const replayed = await signingIn([answers(response.status, response.body, response.headers)], ask, { secrets });
    expect(replayed.told).toMatchObject(told as object);
    expect(replayed.heard.map(({ method, path }) => [method, path])).toEqual([[request.method, new URL(request.url).pathname]]);
    expect(replayed.heard[0]?.form).toEqual({ ...request.body, ...otherwise });
    expect(replayed.heard[0]?.headers.accept).toBe('application/json');
  });

  test('is in the table', () => {
    const all = readdirSync(new URL('../fixtures/', import.meta.url)).filter((name) => /^(?:auth-|bot-token)/.test(name));
    expect(Object.keys(table).toSorted()).toEqual(all.map((name) => name.replace('.json', '')).toSorted());
  });
});
