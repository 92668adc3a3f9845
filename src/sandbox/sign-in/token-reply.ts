import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Asked, Claims, Reply } from '../exchange.ts';
import type { World } from '../world.ts';
import { scopeFor } from './audiences.ts';
import type { Grant, Grants } from './grants.ts';
import type { Mint } from './mint.ts';

interface Office {
  readonly world: World;
  readonly profile: CloudProfile;
  readonly mint: Mint;
  readonly grants: Grants;
}

interface Wanted {
  readonly asked: Asked;
  readonly form: URLSearchParams;
  readonly version: 'v1' | 'v2';
}

const SECONDS = 3599;
/** Tokens hold from a little earlier on, for whose clock is behind. */
const LEEWAY_SECONDS = 300;

const timesOf = (world: World, version: 'v1' | 'v2'): object => {
  if (version === 'v2') return { expires_in: SECONDS, ext_expires_in: SECONDS };
  const now = Math.floor(Date.parse(world.now()) / 1000);
  return {
    expires_in: String(SECONDS),
    ext_expires_in: String(SECONDS),
    expires_on: String(now + SECONDS + 1),
    not_before: String(now - LEEWAY_SECONDS),
  };
};

/** What only people get: another refresh token, and word of who they are. */
const personalOf = ({ mint, grants }: Office, { asked, form, version }: Wanted, claims: Claims, grant: Grant): object => {
  const scopes = (form.get('scope') ?? '').split(' ');
  const hasRefreshToken = version === 'v1' || scopes.includes('offline_access');
  const hasIdToken = version === 'v1' || scopes.includes('openid');
  return {
    ...(hasRefreshToken ? { refresh_token: grants.refreshToken(grant) } : {}),
    ...(hasIdToken ? { id_token: mint.make({ ...claims, audience: claims.clientId }, asked.base) } : {}),
  };
};

/** A token, as the older endpoint says it (all numbers as text) or as the newer one does. */
export const tokenReply = (office: Office, wanted: Wanted, claims: Claims, grant: Grant | null): Reply => {
  const { version, asked } = wanted;
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store, no-cache' },
    body: {
      token_type: 'Bearer',
      ...(grant === null ? {} : { scope: scopeFor(claims.audience, claims.permissions, version) }),
      ...timesOf(office.world, version),
      ...(version === 'v1' ? { resource: claims.audience } : {}),
      access_token: office.mint.make(claims, asked.base),
      ...(grant === null ? {} : personalOf(office, wanted, claims, grant)),
    },
  };
};
