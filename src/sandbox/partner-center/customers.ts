import type { Endpoint } from './call.ts';
import type { Route } from '../routing.ts';
import { visibleTie } from '../ties.ts';
import type { Customer, World } from '../world.ts';
import { forAdminAgents, open, ofCustomer } from './call.ts';
import type { Answer } from './call.ts';
import { collection, pageOf } from './collection.ts';
import { createCustomer } from './customer-creation.ts';
import { fullCustomer, shortCustomer } from './customer-shapes.ts';
import { changeCustomer } from './customer-changes.ts';
import { refusals } from './errors.ts';
import { parseFilter } from './filter.ts';
import type { Filter } from './filter.ts';

const MOST_CUSTOMERS = 500;

const startsWith = (value: string) => (text: string) => text.toLowerCase().startsWith(value.toLowerCase());

/** Who of this kind sells to the customer, by tenant and PartnerID. */
const tiedPartners = (world: World, { ties }: Customer, type: 'reseller' | 'provider'): string[] =>
  [...ties.keys()].flatMap((tenant) => {
    const partner = world.partners.get(tenant);
    return partner?.type === type ? [tenant, partner.partnerId] : [];
  });

const matches: Readonly<Record<string, (world: World, customer: Customer) => readonly string[]>> = {
  CompanyName: (_world, { name }) => [name],
  Domain: (_world, { domains }) => domains,
  IndirectReseller: (world, customer) => tiedPartners(world, customer, 'reseller'),
  IndirectCloudSolutionProvider: (world, customer) => tiedPartners(world, customer, 'provider'),
};

const isWanted = (world: World, customer: Customer, filter: Filter | undefined): boolean =>
  filter === undefined || (matches[filter.field]?.(world, customer).some(startsWith(filter.value)) ?? false);

const list: Answer = ({ world, partner, asked }) => {
  if (!partner.programmeActive) return refusals.programmeNotActive();
  const filter = parseFilter(asked, { fields: Object.keys(matches), operators: ['starts_with'] });
  if (filter === null) return refusals.badInput('The filter is not valid.');
  const own = [...world.customers.values()].filter(
    (customer) => visibleTie(world, customer, partner.tenantId) !== null && isWanted(world, customer, filter),
  );
  return own.length === 0 ? collection([]) : pageOf(asked, own, shortCustomer, { most: MOST_CUSTOMERS, path: '/customers' });
};

const get = ofCustomer(({ customer, tie }) => ({ status: 200, body: fullCustomer(customer, tie) }));

export const customerRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/customers', open(list)],
  ['POST', '/v1/customers', forAdminAgents(createCustomer)],
  ['GET', '/v1/customers/:customer', open(get)],
  ['PATCH', '/v1/customers/:customer', forAdminAgents(ofCustomer(changeCustomer), { appOnly: 'refused' })],
];
