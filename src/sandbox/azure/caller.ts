import { profiles } from '../../clouds/profiles.ts';
import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Cloud } from '../../policy/index.ts';
import { assignmentsOf } from '../azure-roles.ts';
import type { Asked, Reply, Setting } from '../exchange.ts';
import { permit } from '../permit.ts';
import type { Call, Parameters } from '../routing.ts';
import type { AzureSubscription, Customer } from '../world.ts';
import { failure, noSubscription, notAuthorized } from './answers.ts';

export type Answer = (asked: Asked, setting: Setting, parameters: Parameters) => Reply;

const audienceIn = (cloud: Cloud): string => (profiles as Partial<Record<Cloud, CloudProfile>>)[cloud]?.azureAudience ?? '';

/** For whoever has a token for Azure of this cloud, in whichever tenant. */
export const signedIn =
  (answer: (call: Call) => Reply): Answer =>
  (asked, setting, parameters) => {
    if (!asked.query.has('api-version')) {
      return failure(
        400,
        'MissingApiVersionParameter',
        'The api-version query parameter (?api-version=) is required for all requests.',
      );
    }
    const permitted = permit(asked, setting, { audience: audienceIn(setting.cloud), appOnly: 'allowed' });
    if (permitted.refused === null) return answer({ asked, world: setting.world, parameters, claims: permitted.claims });
    return permitted.refused === 'no-token' || permitted.refused === 'wrong-audience'
      ? failure(401, 'InvalidAuthenticationToken', 'The access token is missing, not valid, or for another audience.')
      : failure(403, 'AuthorizationFailed', 'A second factor is required.');
  };

export interface Reached {
  readonly customer: Customer;
  readonly subscription: AzureSubscription;
}

/** For the subscription that the path names, where the caller has some role on it: to anybody else it says no more than that. */
export const onSubscription = (action: string, answer: (call: Call, reached: Reached) => Reply): Answer =>
  signedIn((call) => {
    const id = call.parameters.subscription?.toLowerCase() ?? '';
    const customer = call.world.customers.get(call.claims.tenant);
    const subscription = customer?.azure.find((one) => one.id === id);
    if (customer === undefined || subscription === undefined) return noSubscription(id);
    return assignmentsOf(call.world, subscription, call.claims).length === 0
      ? notAuthorized(call, action, `/subscriptions/${id}`)
      : answer(call, { customer, subscription });
  });
