import { profiles } from '../../clouds/profiles.ts';
import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Cloud } from '../../policy/index.ts';
import type { Asked, Setting } from '../exchange.ts';
import { permit } from '../permit.ts';
import type { Refused } from '../permit.ts';
import type { Call, Parameters } from '../routing.ts';
import { cloudLacks } from '../ties.ts';
import { failed, notFound } from './answers.ts';
import type { Answered, Failed } from './answers.ts';

export type Answer = (asked: Asked, setting: Setting, parameters: Parameters) => Answered;

const WRITE = 'DelegatedAdminRelationship.ReadWrite.All';
const READ = 'DelegatedAdminRelationship.Read.All';

const NOT_PERMITTED = failed(
  403,
  'The user (principal) does not have the required permissions to perform the specified action on the resource.',
);

export const notPrivileged: Failed = {
  failed: 403,
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
};

const tokens: Partial<Record<Refused, string>> = {
  'no-token': 'Access token is empty or not valid.',
  'wrong-audience': 'Access token validation failure. Invalid audience.',
};

const refusalFor = (refused: Refused, otherwise: Failed): Failed => {
  const message = tokens[refused];
  return message === undefined ? otherwise : { failed: 401, code: 'InvalidAuthenticationToken', message };
};

const audienceIn = (cloud: Cloud): string => (profiles as Partial<Record<Cloud, CloudProfile>>)[cloud]?.graphAudience ?? '';

interface Demand {
  readonly roles?: readonly string[];
  readonly permissions: readonly string[];
  readonly otherwise: Failed;
}

const asking =
  ({ otherwise, ...demand }: Demand, answer: (call: Call) => Answered): Answer =>
  (asked, setting, parameters) => {
    const audience = audienceIn(setting.cloud);
    const permitted = permit(asked, setting, { ...demand, audience, appOnly: 'allowed' });
    if (permitted.refused !== null) return refusalFor(permitted.refused, otherwise);
    return answer({ asked, world: setting.world, parameters, claims: permitted.claims });
  };

/** Whether the token is for the tenant of a partner who lives in this cloud. */
const isPartner = ({ world, claims }: Call, cloud: Cloud): boolean => world.partners.get(claims.tenant)?.cloud === cloud;

/** For applications with the permission, and Admin agents with a second factor; in a cloud that has granular admin. */
export const granularAdmin = (access: 'read' | 'write', answer: (call: Call) => Answered): Answer => {
  const permissions = access === 'read' ? [READ, WRITE] : [WRITE];
  return (asked, setting, parameters) => {
    if (cloudLacks(setting.cloud, 'granular-admin')) return notFound;
    const asPartner = (call: Call): Answered => (isPartner(call, setting.cloud) ? answer(call) : NOT_PERMITTED);
    return asking({ roles: ['AdminAgents'], permissions, otherwise: NOT_PERMITTED }, asPartner)(asked, setting, parameters);
  };
};

/** For whoever has been granted one of these permissions. */
export const directory = (permissions: readonly string[], answer: (call: Call) => Answered): Answer =>
  asking({ permissions: [...permissions, 'Directory.Read.All'], otherwise: notPrivileged }, answer);

const NO_MAILBOX: Failed = {
  failed: 403,
  code: 'ErrorAccessDenied',
  message: 'Access is denied. Check credentials and try again.',
};

/** For whoever has been let into mailboxes. */
export const mailboxes = (permissions: readonly string[], answer: (call: Call) => Answered): Answer =>
  asking({ permissions, otherwise: NO_MAILBOX }, answer);
