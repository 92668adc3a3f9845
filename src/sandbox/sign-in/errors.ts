import type { Asked, Reply } from '../exchange.ts';
import type { World } from '../world.ts';

/** How the token endpoints say no, with the first words of what they say. */
const refusals = {
  noTenant: [400, 'invalid_request', 90002, 'Tenant not found. Check that it is the right cloud.'],
  noGrant: [400, 'invalid_request', 900144, "The request body must contain the following parameter: 'grant_type'."],
  unknownGrant: [400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.'],
  noApplication: [400, 'unauthorized_client', 700016, 'Application was not found in the directory.'],
  noProof: [401, 'invalid_client', 7000218, "The request body must contain 'client_assertion' or 'client_secret'."],
  badSecret: [401, 'invalid_client', 7000215, 'Invalid client secret provided.'],
  badAssertion: [401, 'invalid_client', 700027, 'Client assertion failed signature validation.'],
  badAssertionClaims: [401, 'invalid_client', 700021, 'Client assertion application identifier does not match.'],
  assertionExpired: [401, 'invalid_client', 700024, 'Client assertion is not within its valid time range.'],
  noFederation: [401, 'invalid_client', 70021, 'No matching federated identity record found for presented assertion.'],
  noResource: [400, 'invalid_resource', 500011, 'The resource principal was not found in the tenant.'],
  noScope: [400, 'invalid_scope', 70011, "The provided value for the input parameter 'scope' is not valid."],
  notInTenant: [401, 'invalid_client', 7000229, 'The client application is missing service principal in the tenant.'],
  noConsent: [400, 'invalid_grant', 65001, 'The user or administrator has not consented to use the application.'],
  noUserThere: [400, 'invalid_grant', 50020, 'The user account does not exist in the tenant.'],
  badCode: [400, 'invalid_grant', 70008, 'The provided authorization code has expired or was never given.'],
  codeUsed: [400, 'invalid_grant', 54005, 'OAuth2 Authorization code was already redeemed.'],
  badRefreshToken: [400, 'invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.'],
  refreshTokenUsed: [400, 'invalid_grant', 70000, 'The provided grant has been used before.'],
  refreshTokenExpired: [400, 'invalid_grant', 700082, 'The refresh token has expired due to inactivity.'],
  secondFactor: [400, 'interaction_required', 50076, 'Multi-factor authentication is required.'],
} as const;

export type SignInRefusal = keyof typeof refusals;

/** The reply of Entra’s token endpoints that says so. */
export const refused = (refusal: SignInRefusal, asked: Asked, world: World): Reply => {
  const [status, error, number, words] = refusals[refusal];
  const timestamp = `${world.now().slice(0, 19).replace('T', ' ')}Z`;
  const trace = world.uuid();
  const correlation = asked.headers['client-request-id'] ?? world.uuid();
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${number}: ${words} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [number],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `${asked.base}/error?code=${number}`,
    },
  };
};
