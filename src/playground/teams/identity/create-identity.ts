import { randomUUID } from 'node:crypto';
import type { Asked, Reply, Surface } from '../../../sandbox/exchange.ts';
import { createRouting } from '../../../sandbox/routing.ts';
import type { World } from '../world.ts';
import { keyCalled } from './keys.ts';

interface Claims {
  readonly scope: string;
  readonly tenant: string;
  readonly until: number;
}

export interface Identity {
  readonly surface: Surface;
  /** What a token was made for; null: not made here, or run out. */
  readonly read: (bearer: string) => Claims | null;
}

const LIFETIME_S = 86_399;

const refused = (status: 400 | 401, error: string, error_description: string): Reply => ({
  status,
  body: { error, error_description },
});

const metadata = (asked: Asked, issuer: string): Reply => ({
  status: 200,
  body: {
    issuer,
    authorization_endpoint: `${asked.base}/nobody-signs-in-here`,
    jwks_uri: `${asked.base}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  },
});

const keys = (): Reply => ({
  status: 200,
  body: { keys: [{ ...keyCalled('simkey1').published, endorsements: ['msteams', 'webchat', 'emulator'] }] },
});

interface Setting {
  readonly world: World;
  readonly issuer: string;
  /** What the bot proves itself with. */
  readonly secret: string;
}

/** Whether it shows the secret, or an assertion in its own name; whoever signed that is not looked at. */
const isProved = (form: URLSearchParams, { world, secret }: Setting): boolean => {
  const [, payload = ''] = (form.get('client_assertion') ?? '').split('.');
  const subject = payload === '' ? '' : Buffer.from(payload, 'base64url').toString();
  return form.get('client_secret') === secret || subject.includes(`"${world.bot.id}"`);
};

const refusalOf = (form: URLSearchParams, tenant: string, setting: Setting): Reply | null => {
  const { world } = setting;
  if (form.get('grant_type') !== 'client_credentials')
    return refused(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
  if (tenant !== world.tenant) return refused(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
  if (form.get('client_id') !== world.bot.id)
    return refused(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.');
  if (!isProved(form, setting)) return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  return (form.get('scope') ?? '').endsWith('/.default')
    ? null
    : refused(400, 'invalid_scope', 'AADSTS70011: The provided value for the input parameter scope is not valid.');
};

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Where the bot gets its tokens, and where it learns which keys sign what Teams sends. */
export const createIdentity = (setting: Setting): Identity => {
  const { world, issuer } = setting;
  const made = new Map<string, Claims>();

  const token = (asked: Asked, tenant: string): Reply => {
    const form = new URLSearchParams(asked.raw.toString());
    const no = refusalOf(form, tenant, setting);
    if (no !== null) return no;
    const until = Date.parse(world.now()) + LIFETIME_S * 1000;
    const scope = form.get('scope') ?? '';
    const claims = {
      aud: scope.replace(/\/[.]default$/, ''),
      appid: world.bot.id,
      tid: world.tenant,
      exp: Math.floor(until / 1000),
    };
    const access_token = `${encoded({ typ: 'JWT', alg: 'none' })}.${encoded(claims)}.${randomUUID()}`;
    made.set(access_token, { scope, tenant, until });
    return { status: 200, body: { token_type: 'Bearer', expires_in: LIFETIME_S, ext_expires_in: LIFETIME_S, access_token } };
  };

  const find = createRouting<(asked: Asked, tenant: string) => Reply>([
    ['GET', '/v1/.well-known/openidconfiguration', (asked) => metadata(asked, issuer)],
    ['GET', '/v1/.well-known/keys', keys],
    ['POST', '/:tenant/oauth2/v2.0/token', token],
  ]);

  return {
    surface: (asked) => {
      const found = find(asked.method, asked.path);
      return found === null ? { status: 404 } : found.answer(asked, found.parameters.tenant ?? '');
    },
    read: (bearer) => {
      const claims = made.get(bearer);
      return claims !== undefined && claims.until > Date.parse(world.now()) ? claims : null;
    },
  };
};
