import { createRouting } from '../routing.ts';
import type { Asked, Reply, Surface } from '../exchange.ts';
import { authorize } from './authorize.ts';
import { discover } from './discovery.ts';
import { redeem } from './token-endpoint.ts';
import type { SignInOffice } from './token-endpoint.ts';

type Answer = (office: SignInOffice, asked: Asked, tenant: string) => Reply;

const discovery: Answer = ({ world, profile }, asked, tenant) => discover(world, profile, asked, tenant);
const door: Answer = ({ world, profile, grants }, asked) => authorize({ world, cloud: profile.cloud, grants }, asked);

const find = createRouting<Answer>([
  ['GET', '/:tenant/.well-known/openid-configuration', discovery],
  ['GET', '/:tenant/v2.0/.well-known/openid-configuration', discovery],
  ['GET', '/:tenant/oauth2/authorize', door],
  ['POST', '/:tenant/oauth2/authorize', door],
  ['GET', '/:tenant/oauth2/v2.0/authorize', door],
  ['POST', '/:tenant/oauth2/v2.0/authorize', door],
  ['POST', '/:tenant/oauth2/token', (office, asked, tenant) => redeem(office, asked, tenant, 'v1')],
  ['POST', '/:tenant/oauth2/v2.0/token', (office, asked, tenant) => redeem(office, asked, tenant, 'v2')],
]);

/** Where applications and people of one cloud sign in. */
export const createSignIn =
  (office: SignInOffice): Surface =>
  (asked) => {
    const found = find(asked.method, asked.path);
    return found === null ? { status: 404 } : found.answer(office, asked, found.parameters.tenant ?? '');
  };
