import type { Instant } from '../../cases/time.ts';
import type { Asked, Reply } from '../exchange.ts';
import type { Call } from '../routing.ts';
import type { World } from '../world.ts';

/** Not done; said in Graph's error shape. */
export interface Failed {
  readonly failed: number;
  readonly code: string;
  readonly message: string;
}

export type Answered = Reply | Failed;

const codes = { 400: 'badRequest', 403: 'accessDenied', 404: 'notFound', 409: 'conflict', 412: 'preconditionFailed' } as const;

export const failed = (status: keyof typeof codes, message: string): Failed => ({
  failed: status,
  code: codes[status],
  message,
});

export const notFound = failed(404, 'The requested resource was not found.');

const JSON_TYPE = 'application/json; odata.metadata=minimal; charset=utf-8';

/** The answer as it goes out: errors in their shape, and both request ids on everything. */
export const sent = (asked: Asked, world: World, answered: Answered, requestId: string): Reply => {
  const ids = { 'request-id': requestId, 'client-request-id': asked.headers['client-request-id'] ?? requestId };
  const headers = { 'Content-Type': JSON_TYPE, ...ids };
  if (!('failed' in answered)) return { ...answered, headers: { ...headers, ...answered.headers } };
  const { failed: status, code, message } = answered;
  const innerError = { date: world.now().slice(0, 19), ...ids };
  return { status, headers, body: { error: { code, message, innerError } } };
};

/** Where something of Graph is found, as its callers reach it. */
export const urlOf = ({ asked }: Call, path: string): string => `${asked.base}/v1.0/${path}`;

/** What every body begins with: which part of Graph's model it is. */
export const contextOf = (call: Call, what: string) => ({ '@odata.context': urlOf(call, `$metadata#${what}`) });

/** Moments go out with seven digits of a second, or none. */
export const momentOf = (at: Instant): string => at.replace('.000Z', 'Z').replace(/(\.\d{3})Z$/, '$10000Z');
