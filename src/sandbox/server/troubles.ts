import type { Face, Fault } from '../faults.ts';
import type { Asked, Reply } from '../exchange.ts';
import type { World } from '../world.ts';

const PAGE = '<html><head><title>{status}</title></head><body><h1>{status} The gateway has no answer</h1></body></html>';

/** A page of somebody between us and the service. */
export const gatewayPage = (status: number): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  text: PAGE.replaceAll('{status}', String(status)),
});

const asPartnerCenter = (status: number, retryAfter: string): unknown =>
  status === 429
    ? { statusCode: 429, message: `Rate limit is exceeded. Try again in ${retryAfter} seconds.` }
    : { code: '800003', description: 'Unexpected service error', data: [], source: 'PartnerApiServiceCore' };

const asGraph = (status: number, asked: Asked, world: World): unknown => {
  const id = world.uuid();
  const ids = { 'request-id': id, 'client-request-id': asked.headers['client-request-id'] ?? id };
  const [code, message] =
    status === 429 ? ['TooManyRequests', 'Too many requests.'] : ['generalException', 'An unexpected error occurred.'];
  return { error: { code, message, innerError: { date: world.now().slice(0, 19), ...ids } } };
};

const asSignIn = (status: number): unknown =>
  status === 429
    ? { error: 'throttled', error_description: 'AADSTS90055: The server is terminating the request due to excessive requests.' }
    : { error: 'temporarily_unavailable', error_description: 'AADSTS90033: A transient error has occurred. Please try again.' };

interface Where {
  readonly surface: Face;
  readonly asked: Asked;
  readonly world: World;
}

/** A trouble of the service itself, in the words of this service. */
export const trouble = ({ surface, asked, world }: Where, status: number, retryAfter: string | null = null): Reply => {
  const headers: Record<string, string> = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  if (surface === 'partner-center') return { status, headers, body: asPartnerCenter(status, retryAfter ?? '') };
  if (surface === 'graph' || surface === 'azure') return { status, headers, body: asGraph(status, asked, world) };
  return { status, headers, body: asSignIn(status) };
};

/** The answer that comes instead of the service's; null: the service is asked. */
export const insteadOf = (fault: Fault | null, where: Where): Reply | null => {
  if (fault?.kind === 'throttled') return trouble(where, 429, fault.retryAfter);
  if (fault?.kind !== 'status') return null;
  if (fault.as === 'nothing') return { status: fault.status };
  return fault.as === 'page' ? gatewayPage(fault.status) : trouble(where, fault.status);
};
