import type { Asked, Reply, Surface } from '../exchange.ts';
import type { World } from '../world.ts';
import type { Mint } from './mint.ts';
import { EXCHANGE } from './proof.ts';

const DAY_SECONDS = 86_400;
const MACHINE = '3ac41e00-0001-4301-8301-000000000031';

const problem = (error: string, error_description: string): Reply => ({ status: 400, body: { error, error_description } });

const tokenFor = (world: World, mint: Mint, asked: Asked): Reply => {
  const resource = asked.query.get('resource') ?? '';
  if (!resource.startsWith(EXCHANGE)) return problem('invalid_resource', `The resource ${resource} is not known to this machine.`);
  const now = Math.floor(Date.parse(world.now()) / 1000);
  const who = { tenant: 'machine', home: 'machine', kind: 'app', clientId: MACHINE, subject: MACHINE } as const;
  const claims = { ...who, audience: resource, roles: [], permissions: [], mfa: false };
  return {
    status: 200,
    body: {
      access_token: mint.make({ ...claims, expiresAt: (now + DAY_SECONDS) * 1000 }, asked.base),
      client_id: MACHINE,
      expires_in: String(DAY_SECONDS - 1),
      expires_on: String(now + DAY_SECONDS),
      ext_expires_in: String(DAY_SECONDS - 1),
      not_before: String(now),
      resource,
      token_type: 'Bearer',
    },
  };
};

/** Where a machine asks who it is: in a virtual machine, or in an app service, which has to show the header it was given. */
export const createMachineIdentity =
  (world: World, mint: Mint, header: string): Surface =>
  (asked) => {
    if (asked.path === '/metadata/identity/oauth2/token') {
      if (asked.headers.metadata?.toLowerCase() === 'true') return tokenFor(world, mint, asked);
      return problem('invalid_request', 'Required metadata header not specified');
    }
    if (asked.path !== '/msi/token') return { status: 404 };
    if (asked.headers['x-identity-header'] === header) return tokenFor(world, mint, asked);
    return { status: 401, body: { error: 'unauthorized', error_description: 'Missing or wrong X-IDENTITY-HEADER' } };
  };
