import * as z from 'zod';
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

/** Its address says whose it is: the first part of the path. */
const Discovery = record({
  token_endpoint: z.url().transform((said, context) => {
    const tenant = z.guid().safeParse(new URL(said).pathname.split('/')[1]);
    if (tenant.success) return tenant.data.toLowerCase();
    context.addIssue({ code: 'custom', message: 'expected a tenant in the address' });
    return z.NEVER;
  }),
});

const unknown = (domain: string) =>
  failed({ kind: 'not-found', code: 'domain', words: `${domain.slice(0, 253)} is the domain of no tenant in this cloud` });

/** The tenant that a domain belongs to, in this cloud. */
export const tenantOfDomain = async (profile: CloudProfile, line: Line, domain: string): Promise<Sent<string>> => {
  const name = domainIn(domain);
  if (name === null) return unknown(domain);
  const service = createService({ base: profile.login, dialect: signInDialect, authorize: null, line });
  const sent = await service.send({ method: 'GET', path: `/${name}/.well-known/openid-configuration`, answer: Discovery });
  if (sent.ok) return { ...sent, body: sent.body.token_endpoint };
  return sent.failure.kind === 'refused' && sent.failure.status === 400 ? unknown(name) : sent;
};
