import { readFileSync } from 'node:fs';
import type { Account, Credential } from '../../src/clouds/account.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import { instant } from '../../src/cases/time.ts';
import type { Secrets } from '../../src/tokens/secrets.ts';
import type { TokenOptions } from '../../src/tokens/token-endpoint.ts';
import { createLine } from '../../src/wire/line.ts';
import { hasty } from './asking.ts';
import { answers, faultServer } from './fault-server.ts';
import type { Fault, Heard } from './fault-server.ts';

export const OURS = '7a11c0de-1111-4a10-8a10-0000000000a1';
export const CUSTOMER = 'c0570001-0001-4c01-8c01-0000000000c1';
export const CLIENT = 'ab9f0000-0001-4f01-8f01-0000000000f1';

/** Our account, with everything it asks for at one address. */
const accountAt = (base: string, credential: Credential): Account => ({
  profile: { ...profiles.global, login: base, machineIdentity: base },
  tenantId: OURS,
  name: 'Nordlys Cloud AS',
  partnerId: '6100001',
  application: { clientId: CLIENT, credential },
  groups: [],
  acceptWord: 'Accept',
  facts: {},
  webhook: null,
});

export const createMemorySecrets = (kept: Record<string, string> = {}) => {
  const values = new Map(Object.entries(kept));
  const secrets: Secrets = {
    read: (name) => Promise.resolve(values.get(name) ?? null),
    write: (name, value) => {
      values.set(name, value);
      return Promise.resolve();
    },
  };
  return { ...secrets, values };
};

export const SIGN_IN = `sign-in.global.${OURS}`;

/** A clock that stands until it is set. */
export const createHandClock = (start = '2026-03-02T09:00:00.000Z') => {
  let at = Date.parse(start);
  return {
    now: () => instant(at),
    forward: (milliseconds: number) => {
      at += milliseconds;
    },
  };
};

interface SigningIn {
  readonly credential?: Credential;
  readonly secrets?: Secrets;
  readonly machine?: { readonly endpoint: string; readonly header: string };
  readonly clock?: ReturnType<typeof createHandClock>;
}

/** Asks a sign-in service that does this and that. */
export const signingIn = async <T>(
  faults: readonly Fault[],
  ask: (options: TokenOptions) => Promise<T>,
  { credential = { kind: 'secret', secret: '<secret>' }, machine, ...given }: SigningIn = {},
): Promise<{ readonly told: T; readonly heard: readonly (Heard & { form: Record<string, string> })[] }> => {
  const server = await faultServer(...faults);
  const line = createLine(hasty);
  const secrets = given.secrets ?? createMemorySecrets({ [SIGN_IN]: '0.SIMULATED.STORED' });
  const clock = given.clock ?? createHandClock();
  const account = accountAt(server.base, credential);
  try {
    const hosted = machine && { ...machine, endpoint: `${server.base}${machine.endpoint}` };
    const told = await ask({ account, line, secrets, clock, ...(hosted ? { machine: hosted } : {}) });
    const heard = server.heard.map((one) => ({ ...one, form: Object.fromEntries(new URLSearchParams(one.body)) }));
    return { told, heard };
  } finally {
    await line.close();
    await server.close();
  }
};

/** A new token each time: `token-1`, and with it the next refresh token, `refresh-1`. */
export const grants = (more: Readonly<Record<string, unknown>> = {}): Fault => {
  let count = 0;
  return (socket, heard) => {
    count += 1;
    const isUser = heard.body.includes('refresh_token');
    const next = isUser ? { refresh_token: `refresh-${count}` } : {};
    answers(200, { access_token: `token-${count}`, expires_in: 3600, ...next, ...more })(socket, heard);
  };
};

interface Fixture {
  readonly request: { readonly method: string; readonly url: string; readonly body?: Record<string, string> };
  readonly response: { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown };
}

export const fixture = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as Fixture;
