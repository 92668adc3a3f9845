import * as z from 'zod';
import type { Account } from '../clouds/account.ts';
import type { Clock } from '../ports.ts';
import { createService } from '../wire/create-service.ts';
import { failed } from '../wire/failure.ts';
import type { Failure } from '../wire/failure.ts';
import type { Line } from '../wire/line.ts';
import { maybe, numeric, record } from '../wire/shapes.ts';
import type { MachineEndpoint } from './machine-identity.ts';
import { proofFor } from './proof.ts';
import type { Secrets } from './secrets.ts';
import { signInDialect } from './sign-in-dialect.ts';
import type { Token } from './tokens.ts';

export interface TokenOptions {
  readonly account: Account;
  readonly line: Line;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Left out: the machine asks at the address of its cloud. */
  readonly machine?: MachineEndpoint;
}

/** The old endpoint speaks of a resource, the new one of scopes. */
export type Version = 'v1' | 'v2';

interface Grant {
  readonly token: Token;
  /** The next refresh token, where there is one. */
  readonly refreshToken: string | null;
}

export type Granted = { readonly ok: true; readonly grant: Grant } | { readonly ok: false; readonly failure: Failure };

const paths = { v1: 'oauth2/token', v2: 'oauth2/v2.0/token' } as const;

/** It goes into a header. */
const Bearer = z.string().regex(/^[\x21-\x7e]+$/, 'expected a token');

const Answer = record({
  access_token: Bearer,
  expires_in: maybe(numeric),
  expires_on: maybe(numeric),
  refresh_token: maybe(z.string().min(1)),
});

const LONGEST_SECONDS = 24 * 3600;
/** Whoever does not say how long a token lasts is asked again soon. */
const UNSAID_SECONDS = 600;

const expiryOf = ({ expires_in, expires_on }: z.infer<typeof Answer>, nowMs: number): number => {
  const seconds = expires_in ?? (expires_on === null ? UNSAID_SECONDS : expires_on - nowMs / 1000);
  return nowMs + Math.min(Math.max(seconds, 0), LONGEST_SECONDS) * 1000;
};

/** The beginning of many a secret is the end of many a word; so much of it is no chance. */
const TELLING = 8;

/** Also where words were cut off within a secret, so that they end with the beginning of it. */
const without = (text: string, secret: string): string => {
  if (secret === '') return text;
  const whole = text.replaceAll(secret, '…');
  for (let length = Math.min(secret.length, whole.length); length >= TELLING; length -= 1) {
    if (whole.endsWith(secret.slice(0, length))) return `${whole.slice(0, -length)}…`;
  }
  return whole;
};

/** Nobody's words are worth a secret in a log. Asking for a token changes nothing, so an outcome nobody knows is none. */
const harmless = (failure: Failure, fields: Readonly<Record<string, string>>): Failure => {
  const secrets = ['client_secret', 'client_assertion', 'refresh_token', 'code'].flatMap((name) => fields[name] ?? []);
  const words = secrets.reduce(without, failure.words);
  if (failure.kind === 'unknown-outcome') return { kind: 'unreachable', words };
  return 'code' in failure ? { ...failure, words, code: secrets.reduce(without, failure.code) } : { ...failure, words };
};

/** The service that gives out tokens, as our application asks it. */
export const createTokenEndpoint = ({ account, line, clock, machine }: TokenOptions) => {
  const { login } = account.profile;
  const service = createService({ base: login, dialect: signInDialect, authorize: null, line });

  return async (tenant: string, version: Version, wanted: Readonly<Record<string, string>>): Promise<Granted> => {
    const nowMs = Date.parse(clock.now());
    const path = `/${encodeURIComponent(tenant)}/${paths[version]}`;
    const proof = await proofFor({ account, line, machine: machine ?? null }, `${login}${path}`, nowMs);
    if (!proof.ok) return proof;
    const fields = { client_id: account.application.clientId, ...wanted, ...proof.fields };
    const body = new URLSearchParams(fields);
    const sent = await service.send({ method: 'POST', path, body, answer: Answer, tenant, repeatable: true });
    if (!sent.ok) return failed(harmless(sent.failure, fields));
    const { access_token: value, refresh_token: refreshToken } = sent.body;
    return { ok: true, grant: { token: { value, expiresAt: expiryOf(sent.body, nowMs) }, refreshToken } };
  };
};
