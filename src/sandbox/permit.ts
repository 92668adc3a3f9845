import type { Asked, Claims, Setting } from './exchange.ts';

interface Demand {
  readonly audience: string;
  /** Whether an application without a person may ask this. */
  readonly appOnly: 'allowed' | 'refused';
  /** The person has to have one of these; applications have none. */
  readonly roles?: readonly string[];
  /** The application has to have been granted one of these. */
  readonly permissions?: readonly string[];
}

export type Refused = 'no-token' | 'wrong-audience' | 'app-only' | 'no-second-factor' | 'missing-role' | 'missing-permission';

const hasOne = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  wanted === undefined || wanted.some((one) => has.includes(one));

const refusalOf = (claims: Claims, { audience, appOnly, roles, permissions }: Demand): Refused | null => {
  if (claims.audience !== audience) return 'wrong-audience';
  if (claims.kind === 'app' && appOnly === 'refused') return 'app-only';
  if (claims.kind === 'user' && !claims.mfa) return 'no-second-factor';
  if (claims.kind === 'user' && !hasOne(roles, claims.roles)) return 'missing-role';
  return hasOne(permissions, claims.permissions) ? null : 'missing-permission';
};

/** Who is asking, or why they may not. Every surface says the refusal in its own words. */
export const permit = (
  asked: Asked,
  setting: Setting,
  demand: Demand,
): { readonly claims: Claims; readonly refused: null } | { readonly refused: Refused } => {
  const claims = setting.claimsOf(asked);
  if (claims === null) return { refused: 'no-token' };
  const refused = refusalOf(claims, demand);
  return refused === null ? { claims, refused } : { refused };
};
