import type { CloudProfile } from '../clouds/profiles.ts';
import type { Failure } from '../wire/failure.ts';
import { createKeptSignIn } from './kept-sign-in.ts';
import { createRedemption } from './redeem.ts';
import { createTokenEndpoint } from './token-endpoint.ts';
import type { Granted, TokenOptions, Version } from './token-endpoint.ts';
import type { Audience, Identity, Token, Tokens } from './tokens.ts';

interface Slot {
  held: Token | null;
  /** Until when no fresher one is to be had than the held one: on a clock that runs evenly. */
  freshUntil: number;
  /** Whoever wants the same token meanwhile waits for the same answer. */
  flight: Promise<Granted> | null;
}

const RENEWED_BEFORE_MS = 5 * 60_000;
/** Whose fresh token is refused as well would not be helped by another one: a service that refuses everybody is no reason to ask. */
const FRESH_MS = 60_000;
/** With less than this left it may end on its way. */
const STILL_GOOD_MS = 60_000;

const versions = { 'partner-center': 'v1', graph: 'v2', azure: 'v2', bot: 'v2' } as const satisfies Record<Audience, Version>;

/** What a token is asked for by, of an audience. */
const wantedOf = (profile: CloudProfile, audience: Audience, as: Identity): Record<string, string> => {
  const isUser = as === 'user';
  switch (audience) {
    case 'partner-center':
      return { resource: profile.partnerCenterAudience, ...(isUser ? { scope: 'openid' } : {}) };
    case 'graph':
      return { scope: `${profile.graphAudience}/.default${isUser ? ' offline_access' : ''}` };
    case 'azure':
      return { scope: isUser ? `${profile.azureAudience}/user_impersonation offline_access` : `${profile.azureAudience}/.default` };
    case 'bot':
      return { scope: profile.bot.scope };
  }
};

const mayBeOutwaited = ({ kind }: Failure): boolean => kind === 'unreachable' || kind === 'throttled';

/** The tokens of our account: kept while they hold, renewed before they end, asked for once however many want them. */
export const createTokens = (options: TokenOptions): Tokens => {
  const { account, clock, secrets } = options;
  const grant = createTokenEndpoint(options);
  const redeem = createRedemption(createKeptSignIn(account, secrets, clock), clock);
  const slots = new Map<string, Slot>();

  const leftOf = ({ expiresAt }: Token): number => expiresAt - Date.parse(clock.now());

  const slotOf = (key: string): Slot => {
    const slot = slots.get(key) ?? { held: null, freshUntil: 0, flight: null };
    slots.set(key, slot);
    return slot;
  };

  const granted = (audience: Audience, as: Identity, tenant: string): Promise<Granted> => {
    const wanted = wantedOf(account.profile, audience, as);
    return as === 'app'
      ? grant(tenant, versions[audience], { grant_type: 'client_credentials', ...wanted })
      : redeem((token) => grant(tenant, versions[audience], { grant_type: 'refresh_token', refresh_token: token, ...wanted }));
  };

  const isGoodEnough = (held: Token, { freshUntil }: Slot, fresh: boolean): boolean =>
    fresh ? performance.now() < freshUntil : leftOf(held) > RENEWED_BEFORE_MS;

  const renewed = async (slot: Slot, grantIt: () => Promise<Granted>, fresh: boolean): Promise<Granted> => {
    slot.flight ??= grantIt().finally(() => {
      slot.flight = null;
    });
    const got = await slot.flight;
    if (!got.ok) return got;
    slot.held = got.grant.token;
    if (fresh) slot.freshUntil = performance.now() + FRESH_MS;
    return got;
  };

  return {
    token: async ({ audience, as, tenant, fresh }) => {
      const where = tenant?.toLowerCase() ?? account.tenantId;
      const slot = slotOf(JSON.stringify([audience, as, where]));
      if (slot.held !== null && isGoodEnough(slot.held, slot, fresh)) return { ok: true, token: slot.held };
      const got = await renewed(slot, () => granted(audience, as, where), fresh);
      if (got.ok) return { ok: true, token: got.grant.token };
      const isOutwaited = !fresh && mayBeOutwaited(got.failure) && slot.held !== null && leftOf(slot.held) > STILL_GOOD_MS;
      return isOutwaited && slot.held !== null ? { ok: true, token: slot.held } : got;
    },
  };
};
