import { profiles } from '../../clouds/profiles.ts';
import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Asked, Reply, Setting, Surface } from '../exchange.ts';
import { createRouting } from '../routing.ts';
import { agreementRoutes } from './agreements.ts';
import { auditRecordRoutes } from './audit-records.ts';
import { azureEntitlementRoutes } from './azure-entitlements.ts';
import { callerOf } from './caller.ts';
import { consentRoutes } from './consents.ts';
import { costRoutes } from './costs.ts';
import { customerRoutes } from './customers.ts';
import { domainRoutes } from './domains.ts';
import { refusals } from './errors.ts';
import { createMemory, remember } from './memory.ts';
import { orderRoutes } from './orders.ts';
import { partnerRequestRoutes } from './partner-requests.ts';
import { partnersAroundRoutes } from './partners-around.ts';
import { profileRoutes } from './profiles.ts';
import { relationshipRequestRoutes } from './relationship-requests.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { transferRoutes } from './transfers.ts';
import { validationRoutes } from './validation.ts';
import { webhookRegistrationRoutes } from './webhook-registration.ts';

const find = createRouting([
  ...relationshipRequestRoutes,
  ...customerRoutes,
  ...profileRoutes,
  ...costRoutes,
  ...subscriptionRoutes,
  ...azureEntitlementRoutes,
  ...orderRoutes,
  ...agreementRoutes,
  ...validationRoutes,
  ...partnersAroundRoutes,
  ...consentRoutes,
  ...domainRoutes,
  ...auditRecordRoutes,
  ...partnerRequestRoutes,
  ...transferRoutes,
  ...webhookRegistrationRoutes,
]);

const profileOf = (cloud: Cloud): CloudProfile => {
  const known: Partial<Record<Cloud, CloudProfile>> = profiles;
  const profile = known[cloud];
  if (profile === undefined) throw new Error(`Partner Center does not exist in ${cloud}.`);
  return profile;
};

/** Callers can ask to be told whether their token shows a second factor. */
const withMfa = (asked: Asked, reply: Reply, isCompliant: boolean): Reply =>
  asked.headers.validatemfa === 'true' ? { ...reply, headers: { ...reply.headers, isMfaCompliant: String(isCompliant) } } : reply;

/** Partner Center of one cloud. */
export const createPartnerCenter = (setting: Setting): Surface => {
  const profile = profileOf(setting.cloud);
  const memory = createMemory();

  return (asked) => {
    const found = find(asked.method, asked.path);
    if (found === null) return refusals.notFound();
    const { answer: endpoint, parameters } = found;
    const caller = callerOf(asked, setting, profile, endpoint);
    if ('status' in caller) return caller;
    const { claims, partner } = caller;
    const { method, path } = asked;
    remember(memory, { partner: partner.tenantId, method, path, at: setting.world.now(), mfaCompliant: claims.mfa });
    if (endpoint.feature !== undefined && profile.lacks.includes(endpoint.feature)) return refusals.notFound();
    const reply = endpoint.answer({ world: setting.world, profile, memory, asked, claims, partner, parameters });
    return withMfa(asked, reply, claims.mfa);
  };
};
