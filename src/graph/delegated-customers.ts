import * as z from 'zod';
import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId, unless } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { maybe, record } from '../wire/shapes.ts';

const CUSTOMERS = '/v1.0/tenantRelationships/delegatedAdminCustomers';
const LONGEST_PAGE = '300';

const CustomerAnswer = record({ tenantId: z.guid(), displayName: maybe(z.string()) }).transform(({ tenantId, displayName }) => ({
  tenantId: tenantId.toLowerCase(),
  name: displayName,
}));
export type DelegatedCustomer = z.output<typeof CustomerAnswer>;

/** Links that lead elsewhere than to a page are left out. */
const PortalAnswer = record({
  serviceName: z.string(),
  serviceManagementUrl: maybe(z.url({ protocol: /^https$/, normalize: true }).or(z.string().transform(() => null))),
}).transform(({ serviceName, serviceManagementUrl }) => ({ name: serviceName, link: serviceManagementUrl }));
export type Portal = z.output<typeof PortalAnswer>;

/** The customers over whom granular admin works now. */
export const createDelegatedCustomers = (service: Service, profile: CloudProfile) => {
  const graph = unless(notOffered(profile, 'granular-admin'), service);
  return {
    list: (): Promise<Sent<readonly DelegatedCustomer[]>> =>
      everyPage(graph, { base: profile.graph, path: CUSTOMERS, query: { $top: LONGEST_PAGE }, item: CustomerAnswer }),

    get: (tenantId: string): Promise<Sent<DelegatedCustomer>> =>
      ask(graph, {
        method: 'GET',
        path: byId`/v1.0/tenantRelationships/delegatedAdminCustomers/${tenantId}`,
        answer: CustomerAnswer,
      }),

    /** Where each of a customer's services is administered on their behalf. */
    portals: (tenantId: string): Promise<Sent<readonly Portal[]>> =>
      everyPage(graph, {
        base: profile.graph,
        path: byId`/v1.0/tenantRelationships/delegatedAdminCustomers/${tenantId}/serviceManagementDetails`,
        item: PortalAnswer,
      }),
  };
};
