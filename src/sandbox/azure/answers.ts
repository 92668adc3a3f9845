import type { Asked, Reply } from '../exchange.ts';
import type { Call } from '../routing.ts';

export const failure = (status: number, code: string, message: string): Reply => ({ status, body: { error: { code, message } } });

export const noSubscription = (id: string): Reply =>
  failure(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);

export const notAuthorized = ({ claims }: Call, action: string, scope: string): Reply =>
  failure(
    403,
    'AuthorizationFailed',
    `The client '${claims.subject}' with object id '${claims.subject}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid.`,
  );

/** The answer as it goes out, with both request ids. */
export const sent = (asked: Asked, reply: Reply, requestId: string): Reply => {
  const ids = {
    'x-ms-request-id': requestId,
    'x-ms-correlation-request-id': asked.headers['x-ms-correlation-request-id'] ?? requestId,
  };
  return { ...reply, headers: { 'Content-Type': 'application/json; charset=utf-8', ...ids, ...reply.headers } };
};
