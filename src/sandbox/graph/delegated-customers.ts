import type { Call } from '../routing.ts';
import type { Customer } from '../world.ts';
import { notFound } from './answers.ts';
import type { Answered } from './answers.ts';
import { etagOfCustomer } from './etags.ts';
import { entityOf, pageOf } from './pages.ts';

const CUSTOMERS = 'tenantRelationships/delegatedAdminCustomers';

/** Customers with at least one relationship of the caller's that works now. */
const customersOf = ({ world, claims }: Call): readonly Customer[] => {
  const working = [...world.relationships.values()].filter(
    ({ partner, status }) => partner === claims.tenant && status === 'active',
  );
  const tenants = new Set(working.map(({ customer }) => customer?.tenantId));
  return [...world.customers.values()].filter(({ tenantId }) => tenants.has(tenantId));
};

const customerEntity = ({ tenantId, name }: Customer) => ({
  '@odata.type': '#microsoft.graph.delegatedAdminCustomer',
  '@odata.etag': etagOfCustomer,
  id: tenantId,
  tenantId,
  displayName: name,
});

export const listCustomers = (call: Call): Answered =>
  pageOf(call, {
    path: CUSTOMERS,
    longestPage: 300,
    items: customersOf(call),
    write: customerEntity,
    filters: { tenantId: ({ tenantId }) => tenantId, displayName: ({ name }) => name },
    orders: { displayName: ({ name }) => name },
  });

const ofCustomer =
  (answer: (call: Call, customer: Customer) => Answered) =>
  (call: Call): Answered => {
    const tenant = call.parameters.tenant?.toLowerCase();
    const customer = customersOf(call).find(({ tenantId }) => tenantId === tenant);
    return customer === undefined ? notFound : answer(call, customer);
  };

export const getCustomer = ofCustomer((call, customer) => entityOf(call, CUSTOMERS, customerEntity(customer)));

const portalOf = ({ domains, tenantId }: Customer) => ({
  id: 'ExchangeServiceId',
  serviceName: 'Exchange',
  serviceManagementUrl: `https://admin.exchange.example/?delegatedOrg=${domains[0] ?? tenantId}`,
});

/** Where the customer's services are administered on their behalf: one of them stands for all. */
export const listPortals = ofCustomer((call, customer) =>
  pageOf(call, {
    path: `${CUSTOMERS}/${customer.tenantId}/serviceManagementDetails`,
    context: `${CUSTOMERS}('${customer.tenantId}')/serviceManagementDetails`,
    longestPage: 300,
    items: [customer],
    write: portalOf,
  }),
);
