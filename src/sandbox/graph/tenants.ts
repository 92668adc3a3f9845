import { builtInRoles } from '../built-in-roles.ts';
import type { Call } from '../routing.ts';
import { contextOf, failed, notFound } from './answers.ts';
import type { Answered } from './answers.ts';
import { pageOf } from './pages.ts';

const BY_DOMAIN = /^findTenantInformationByDomainName\(domainName='([^']+)'\)$/i;

/** Whose domain it is: a partner's or a customer's. */
export const findTenant = (call: Call): Answered => {
  const domain = BY_DOMAIN.exec(call.parameters.call ?? '')?.[1]?.toLowerCase();
  if (domain === undefined) return failed(400, 'Resource not found for the segment.');
  const { partners, customers } = call.world;
  const tenants = [
    ...[...partners.values()].map(({ tenantId, name, domain: own }) => ({ tenantId, name, domains: [own] })),
    ...customers.values(),
  ];
  const found = tenants.find(({ domains }) => domains.includes(domain));
  if (found === undefined) return notFound;
  return {
    status: 200,
    body: {
      ...contextOf(call, 'microsoft.graph.tenantInformation'),
      tenantId: found.tenantId,
      federationBrandName: null,
      displayName: found.name,
      defaultDomainName: found.domains[0],
    },
  };
};

const roleEntity = ([id, displayName]: readonly [string, string]) => ({
  id,
  deletedDateTime: null,
  description: displayName,
  displayName,
});

/** The directory's built-in roles, and what they are called. */
export const listRoleTemplates = (call: Call): Answered =>
  pageOf(call, { path: 'directoryRoleTemplates', longestPage: 999, items: [...builtInRoles], write: roleEntity });
