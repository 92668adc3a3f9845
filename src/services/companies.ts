import type { Companies, Company, FellowPartner, Unreachable } from '../ports.ts';
import type { Failure, Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import type { Offices } from './carriers.ts';
import { DIRECTORY } from './facts.ts';
import { isNoTie } from './reseller-tie.ts';

type Listed = Extract<Awaited<ReturnType<AtMicrosoft['sightings']['customers']['all']>>, { ok: true }>['body'][number];

type Found = readonly Company[] | Unreachable;

/** Nobody has a longer name, and what is looked for stands in an address. */
const LONGEST = 200;

const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DOMAIN = /^[^\s@/]+\.[^\s@/]+$/u;

const companyOf = ({ tenantId, name, domain, relationship }: Listed): Company => ({
  name: name ?? domain ?? tenantId,
  tenant: tenantId,
  domain,
  country: null,
  isOurs: relationship !== 'none',
});

const byName = <T extends { readonly name: string; readonly tenant: string | null }>(all: readonly T[]): T[] =>
  [...new Map(all.map((one) => [one.tenant, one])).values()].sort((one, other) => one.name.localeCompare(other.name));

const partnerCenter = (at: AtMicrosoft, failure: Failure): Unreachable => at.unreachable('Partner Center', failure);

/** Whoever is in no directory is nobody; whoever could not be looked for may be somebody. */
const nobodyOr = (at: AtMicrosoft, { failure }: Extract<Sent<string>, { ok: false }>): Found =>
  failure.kind === 'not-found' && failure.code === 'domain' ? [] : at.unreachable(DIRECTORY, failure);

/** A company that is there: as we know it where it is ours, else by nothing but what was typed. */
const ofTenant = async (at: AtMicrosoft, tenant: string, domain: string | null): Promise<Found> => {
  const sent = await at.partnerCenter.customers.get(tenant);
  if (sent.ok) {
    const company = companyOf(sent.body);
    return [{ ...company, domain: domain ?? company.domain, country: sent.body.billingCountry }];
  }
  if (!isNoTie(sent.failure)) return partnerCenter(at, sent.failure);
  return [{ name: domain ?? tenant, tenant, domain, country: null, isOurs: false }];
};

const ofId = async (at: AtMicrosoft, tenant: string): Promise<Found> => {
  const found = await ofTenant(at, tenant, null);
  if ('unreachable' in found || found[0]?.isOurs === true) return found;
  // Anybody can type an id.
  const known = await at.tenantOfId(tenant);
  return known.ok ? found : nobodyOr(at, known);
};

const ofDomain = async (at: AtMicrosoft, domain: string): Promise<Found> => {
  const sent = await at.partnerCenter.customers.byDomain(domain);
  if (!sent.ok) return partnerCenter(at, sent.failure);
  if (sent.body !== null) return ofTenant(at, sent.body.tenantId, domain);
  // It may be another domain of one of ours.
  const tenant = await at.tenantOf({ tenant: null, domain });
  return tenant.ok ? ofTenant(at, tenant.body, domain) : nobodyOr(at, tenant);
};

/** Ours, by how a name begins; where it is the only one, with its country. */
const named = async (at: AtMicrosoft, text: string): Promise<Found> => {
  const sent =
    text === ''
      ? await at.sightings.customers.all()
      : await at.partnerCenter.customers.search({ field: 'CompanyName', startsWith: text });
  if (!sent.ok) return partnerCenter(at, sent.failure);
  const found = byName(sent.body.map(companyOf));
  const [only, ...others] = found;
  return only?.tenant == null || others.length > 0 ? found : ofTenant(at, only.tenant, only.domain);
};

const find = async (at: AtMicrosoft, text: string): Promise<Found> => {
  if (text.length > LONGEST) return [];
  const small = text.toLowerCase();
  if (TENANT.test(small)) return ofId(at, small);
  if (!DOMAIN.test(small)) return named(at, text);
  const found = await ofDomain(at, small);
  // Some names have a point in them.
  return 'unreachable' in found || found.length > 0 ? found : named(at, text);
};

const fellows = async (at: AtMicrosoft, as: 'providers' | 'resellers'): Promise<readonly FellowPartner[] | Unreachable> => {
  const sent = await at.partnerCenter.partnersAround[as]();
  if (!sent.ok) return partnerCenter(at, sent.failure);
  const active = sent.body.filter(({ isActive }) => isActive !== false);
  return byName(active.map(({ tenantId, name, partnerId }) => ({ name: name ?? tenantId, tenant: tenantId, partnerId })));
};

/** Who there is, as Partner Center and the directory know it; where we have no account there is nobody. */
export const companies = (offices: Offices): Companies => ({
  find: async (cloud, text, limit) => {
    const at = offices(cloud);
    if (at === null || limit < 1) return [];
    const found = await find(at, text.trim());
    return 'unreachable' in found ? found : found.slice(0, limit);
  },
  fellows: async (cloud, as) => {
    const at = offices(cloud);
    return at === null ? [] : fellows(at, as);
  },
});
