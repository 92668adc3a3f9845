import type { Cloud } from '../../policy/index.ts';
import type { Application, Customer, Employee, Partner, World } from '../world.ts';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The id of the tenant that is called so, by its id or by a domain of it; null where this cloud knows none. */
export const tenantCalled = (world: World, cloud: Cloud, said: string): string | null => {
  const partner = [...world.partners.values()].find(
    (one) => one.cloud === cloud && (same(one.tenantId, said) || same(one.domain, said)),
  );
  if (partner !== undefined) return partner.tenantId;
  const customer = [...world.customers.values()].find(
    (one) => one.cloud === cloud && (same(one.tenantId, said) || one.domains.some((domain) => same(domain, said))),
  );
  return customer?.tenantId ?? null;
};

export const applicationOf = (
  world: World,
  cloud: Cloud,
  clientId: string,
): { readonly partner: Partner; readonly application: Application } | null => {
  for (const partner of world.partners.values()) {
    const application = partner.applications.find((one) => same(one.clientId, clientId));
    if (partner.cloud === cloud && application !== undefined) return { partner, application };
  }
  return null;
};

export const personCalled = (
  world: World,
  cloud: Cloud,
  upn: string,
): { readonly partner: Partner; readonly person: Employee } | null => {
  for (const partner of world.partners.values()) {
    const person = partner.people.find((one) => same(one.upn, upn));
    if (partner.cloud === cloud && person !== undefined) return { partner, person };
  }
  return null;
};

export const isConsentedAt = (customer: Customer, clientId: string): boolean =>
  [...customer.consents].some((one) => same(one, clientId));

/** Whether this person gets into the customer’s tenant: by a group that granular admin gives a role to, or by DAP. */
export const mayEnter = (world: World, customer: Customer, partner: Partner, person: Employee): boolean => {
  if (customer.ties.get(partner.tenantId)?.dap === true && person.roles.some((role) => role.endsWith('Agents'))) return true;
  const groups = new Set(partner.groups.filter(({ members }) => members.includes(person.id)).map(({ id }) => id));
  return [...world.relationships.values()].some(
    (one) =>
      one.partner === partner.tenantId &&
      one.customer?.tenantId === customer.tenantId &&
      one.status === 'active' &&
      one.assignments.some(({ status, group }) => status === 'active' && groups.has(group)),
  );
};
