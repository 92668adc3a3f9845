import { later } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import type { World } from '../world.ts';
import type { SignInRefusal } from './errors.ts';

/** A person has signed in to an application. */
export interface Grant {
  /** The tenant whose employee it is. */
  readonly home: string;
  readonly person: string;
  readonly clientId: string;
  readonly mfa: boolean;
}

interface Kept {
  readonly grant: Grant;
  readonly until: Instant;
  used: boolean;
}

/** What a tenant has decided about its sign-ins; may be changed at any time. */
export interface SignInRules {
  /** Who has no second factor is turned away here, or gets a token that the services refuse. */
  secondFactor: 'at-sign-in' | 'at-service';
  /** Whether a refresh token that has been redeemed may be redeemed again, as long as it lasts. */
  reuse: 'allowed' | 'refused';
}

/** Codes and refresh tokens that were handed out. */
export interface Grants {
  readonly code: (grant: Grant) => string;
  readonly refreshToken: (grant: Grant) => string;
  readonly redeemCode: (code: string, clientId: string) => Grant | SignInRefusal;
  readonly redeemRefreshToken: (token: string, clientId: string) => Grant | SignInRefusal;
  /** An operator revokes everything. */
  readonly revokeAll: () => void;
}

const CODE_MINUTES = 10;
const IDLE_DAYS = 90;

export const createGrants = (world: World, rules: SignInRules): Grants => {
  const codes = new Map<string, Kept>();
  const tokens = new Map<string, Kept>();
  const isOf = (kept: Kept, clientId: string): boolean => kept.grant.clientId.toLowerCase() === clientId.toLowerCase();

  const put = (book: Map<string, Kept>, kept: Kept): string => {
    const value = `0.${world.uuid()}.${world.uuid()}`;
    book.set(value, kept);
    return value;
  };

  return {
    code: (grant) => put(codes, { grant, until: later(world.now(), { minutes: CODE_MINUTES }), used: false }),
    refreshToken: (grant) => put(tokens, { grant, until: later(world.now(), { days: IDLE_DAYS }), used: false }),
    redeemCode: (code, clientId) => {
      const kept = codes.get(code);
      if (kept === undefined || !isOf(kept, clientId) || kept.until < world.now()) return 'badCode';
      if (kept.used) return 'codeUsed';
      kept.used = true;
      return kept.grant;
    },
    redeemRefreshToken: (token, clientId) => {
      const kept = tokens.get(token);
      if (kept === undefined || !isOf(kept, clientId)) return 'badRefreshToken';
      if (kept.until < world.now()) return 'refreshTokenExpired';
      if (kept.used && rules.reuse === 'refused') return 'refreshTokenUsed';
      kept.used = true;
      return kept.grant;
    },
    revokeAll: () => {
      codes.clear();
      tokens.clear();
    },
  };
};
