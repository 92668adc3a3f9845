import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Asked, Claims, Reply, Setting } from '../exchange.ts';
import { permit } from '../permit.ts';
import type { Refused } from '../permit.ts';
import type { Partner } from '../world.ts';
import type { Endpoint } from './call.ts';
import { refusals } from './errors.ts';

const replies: Record<Refused, (profile: CloudProfile) => Reply> = {
  'no-token': refusals.accessDenied,
  'wrong-audience': ({ partnerCenterAudience }) => refusals.wrongAudience(partnerCenterAudience),
  'app-only': refusals.appOnly,
  'no-second-factor': refusals.conditionalAccess,
  'missing-role': refusals.role,
  'missing-permission': refusals.role,
};

export interface Caller {
  readonly claims: Claims;
  readonly partner: Partner;
}

/** The partner who asks, or how they are turned away. */
export const callerOf = (asked: Asked, setting: Setting, profile: CloudProfile, { appOnly, roles }: Endpoint): Caller | Reply => {
  const permitted = permit(asked, setting, { audience: profile.partnerCenterAudience, appOnly, roles });
  if (permitted.refused !== null) return replies[permitted.refused](profile);
  const partner = setting.world.partners.get(permitted.claims.tenant);
  return partner?.cloud === setting.cloud ? { claims: permitted.claims, partner } : refusals.accessDenied();
};
