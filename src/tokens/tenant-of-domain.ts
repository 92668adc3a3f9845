import * as z from 'zod';
import { profiles } from '../clouds/profiles.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { createService } from '../wire/create-service.ts';
import { failed } from '../wire/failure.ts';
import type { Sent } from '../wire/failure.ts';
import type { Line } from '../wire/line.ts';
import { record } from '../wire/shapes.ts';
import { signInDialect } from './sign-in-dialect.ts';

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** As the directory of domains writes it, in any script; null where it is more, or less, than a domain. */
const domainIn = (typed: string): string | null => {
  const address = `https://${typed.trim()}`;
  if (address.length > 300 || !URL.canParse(address)) return null;
  const { href, hostname } = new URL(address);
  return href === `https://${hostname}/` && DOMAIN.test(hostname) ? hostname : null;
};

/** Its address says whose it is: the first part of the path, below what all paths of the service begin with. */
const discoveryAt = (login: string) => {
  const root = new URL(login).pathname.replace(/\/$/, '');
  return record({
    token_endpoint: z.url().transform((said, context) => {
      const { origin, pathname } = new URL(said);
      const below = pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : pathname;
      const tenant = z.guid().safeParse(below.split('/')[1]);
      if (tenant.success) return { origin, tenant: tenant.data.toLowerCase() };
      context.addIssue({ code: 'custom', message: 'expected a tenant in the address' });
      return z.NEVER;
    }),
  });
};

const unknown = (domain: string) =>
  failed({ kind: 'not-found', code: 'domain', words: `${domain.slice(0, 253)} is the domain of no tenant in this cloud` });

/** One cloud answers for another one's domains, too, and sends whoever asks over there. */
const isOfAnother = ({ cloud }: CloudProfile, origin: string): boolean =>
  Object.values(profiles).some((one) => one.cloud !== cloud && origin === one.login);

/** What anybody is told of a tenant, by its id or by a domain of it. */
const discover = async (profile: CloudProfile, line: Line, name: string): Promise<Sent<string>> => {
  const service = createService({ base: profile.login, dialect: signInDialect, authorize: null, line });
  const answer = discoveryAt(profile.login);
  const sent = await service.send({ method: 'GET', path: `/${name}/.well-known/openid-configuration`, answer });
  if (sent.ok) {
    const { origin, tenant } = sent.body.token_endpoint;
    return isOfAnother(profile, origin) ? unknown(name) : { ...sent, body: tenant };
  }
  return sent.failure.kind === 'refused' && sent.failure.status === 400 ? unknown(name) : sent;
};

/** That there is a tenant of this id in this cloud. */
export const tenantOfId = (profile: CloudProfile, line: Line, tenantId: string): Promise<Sent<string>> =>
  discover(profile, line, encodeURIComponent(tenantId));

/** The tenant that a domain belongs to, in this cloud. */
export const tenantOfDomain = async (profile: CloudProfile, line: Line, domain: string): Promise<Sent<string>> => {
  const name = domainIn(domain);
  return name === null ? unknown(domain) : discover(profile, line, name);
};
