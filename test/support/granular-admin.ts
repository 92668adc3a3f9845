import { profiles } from '../../src/clouds/profiles.ts';
import { createAssignments } from '../../src/graph/assignments.ts';
import { createDelegatedCustomers } from '../../src/graph/delegated-customers.ts';
import { createDirectorySubscriptions } from '../../src/graph/directory-subscriptions.ts';
import { createOperations } from '../../src/graph/operations.ts';
import { createPeople } from '../../src/graph/people.ts';
import { createRelationships } from '../../src/graph/relationships.ts';
import { createRequests } from '../../src/graph/requests.ts';
import type { CloudProfile } from '../../src/clouds/profiles.ts';
import type { Service } from '../../src/wire/service.ts';

/** The granular admin of the recorded exchanges: who, over whom, and as what it was read. */

export const us = '7a11c0de-1111-4a10-8a10-0000000000a1';
export const granitt = '7a11c0de-2222-4a10-8a10-0000000000a2';
export const bakeri = { tenantId: 'c0570001-0001-4c01-8c01-0000000000c1', name: 'Solsikke Bakeri AS' };
export const relationshipId = '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062';
export const version = 'W/"JyI0MDAwMDAwMC0wMDAwLTEwMDAtMDAwMC0wMDAwMDAwMDAwMDAiJw=="';
export const group = '96090001-0001-4901-8901-000000000091';
export const assignment = { id: '6da9a001-0001-4601-8601-00000000006a', version: 'W/"QSI="' };
export const operation = '6da9b001-0001-4601-8601-00000000006b';
export const roles = ['directory_readers', 'service_support_administrator', 'license_administrator', 'user_administrator'] as const;

/** Everything that talks to Graph, in one cloud. */
export const adaptersFor = (service: Service, profile: CloudProfile) => ({
  relationships: createRelationships(service, profile),
  requests: createRequests(service, profile),
  assignments: createAssignments(service, profile),
  operations: createOperations(service, profile),
  customers: createDelegatedCustomers(service, profile),
  licences: createDirectorySubscriptions(service, { profile, tenantId: us }),
  people: createPeople(service, profile),
});

/** In the global cloud, which stands where the test has put it. */
export const graphAt = (service: Service, base: string) => adaptersFor(service, { ...profiles.global, graph: base });
export type Adapters = ReturnType<typeof adaptersFor>;
