import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import type { Claims, Surface } from '../../src/sandbox/exchange.ts';
import { createGraph } from '../../src/sandbox/graph/create-graph.ts';
import type { Relationship } from '../../src/sandbox/granted.ts';
import type { Customer, World } from '../../src/sandbox/world.ts';
import { recordedNames } from '../support/exchanges.ts';
import {
  anAssignment,
  anOperation,
  asRecorded,
  fourRoles,
  placeIn,
  putActive,
  putRelationship,
  roles,
} from '../support/sandbox-graph.ts';
import type { Arranged } from '../support/sandbox-graph.ts';
import { ask, at, fjord, granitt, licence, nordlys, solsikke } from '../support/sandbox-world.ts';

const dates = ['activatedDateTime', 'endDateTime'];

const secondId = '6da90002-0001-4601-8601-000000000063-6da90002-0002-4602-8602-000000000064';
const thirdId = '6da90003-0001-4601-8601-000000000065-6da90003-0002-4602-8602-000000000066';

const inStatus = (status: Relationship['status']) => ({
  arrange: (world: World) => {
    putRelationship(world, { status });
  },
});

const endedAs = (status: Relationship['status']) => ({
  id: thirdId,
  displayName: 'Nordlys-Solsikke-00',
  status,
  autoExtend: 'PT0S' as const,
  activatedAt: at('2024-03-01T10:00:00.000Z'),
  endsAt: at('2026-03-01T10:00:00.000Z'),
});

const ended = (status: Relationship['status']) => ({
  arrange: (world: World) => {
    putRelationship(world, endedAs(status));
  },
});

const active = (changes: Partial<Relationship> = {}) => ({
  arrange: (world: World) => {
    putActive(world, changes);
  },
  also: dates,
});

const threeRelationships = (world: World): void => {
  putActive(world);
  const createdAt = at('2026-02-01T08:00:00.000Z');
  putRelationship(world, {
    id: secondId,
    displayName: 'Fjord-Tindetopp-Solsikke',
    duration: 'P365D',
    roles: [roles.directoryReaders, roles.serviceSupport],
    status: 'approvalPending',
    autoExtend: 'PT0S',
    createdAt,
    modifiedAt: createdAt,
    indirectProvider: fjord,
  });
  putRelationship(world, endedAs('expired'));
};

const lockRequest = {
  id: '6da9c001-0001-4601-8601-00000000006c',
  action: 'lockForApproval',
  status: 'succeeded',
  createdAt: at('2026-03-02T09:31:00.000Z'),
  modifiedAt: at('2026-03-02T09:31:00.000Z'),
} as const;

const licences = (world: World, customer: Customer): void => {
  putActive(world, { assignments: [anAssignment()] });
  const powerBi = {
    id: 'd15ec700-0001-4a01-8a01-000000000003',
    offerName: 'Power BI Pro',
    seller: null,
    channel: 'web' as const,
    quantity: 3,
    termEnd: at('2026-12-31T00:00:00Z'),
  };
  customer.subscriptions.push(licence({ seller: granitt }), licence(powerBi));
};

const secondPage = async (surface: Surface): Promise<string> => {
  const filter = `customer/tenantId eq '${solsikke}'`;
  const query = new URLSearchParams({ $top: '2', $filter: filter });
  const { body } = await ask(surface, 'GET', `/v1.0/tenantRelationships/delegatedAdminRelationships?${query.toString()}`);
  return placeIn((body as { readonly '@odata.nextLink': string })['@odata.nextLink']);
};

const withGroup: Arranged = {
  arrange: (world) => {
    putActive(world, { assignments: [anAssignment()] });
  },
  also: dates,
};

const table: Readonly<Record<string, Arranged>> = {
  'graph-directory-subscriptions': {
    arrange: licences,
    claims: { tenant: solsikke },
    also: ['id', 'skuId', 'serviceStatus[].servicePlanId', 'ownerId'],
  },
  'graph-gdap-403': { claims: { mfa: false } },
  'graph-gdap-assignment-create': { ...active(), also: ['id'] },
  'graph-gdap-assignment-create-400-group': {
    arrange: (world) => {
      putActive(world);
      const partner = world.partners.get(nordlys);
      if (partner !== undefined) world.partners.set(nordlys, { ...partner, groups: [] });
    },
  },
  'graph-gdap-assignment-create-409': withGroup,
  'graph-gdap-assignment-delete-204': withGroup,
  'graph-gdap-assignment-get': withGroup,
  'graph-gdap-assignment-list': withGroup,
  'graph-gdap-assignment-update-202': withGroup,
  'graph-gdap-create': { also: ['id'] },
  'graph-gdap-create-400-ga-autoextend': {},
  'graph-gdap-create-400-validation': {},
  'graph-gdap-create-409-name': {
    arrange: (world) => {
      putRelationship(world, { ...endedAs('expired'), displayName: 'Nordlys-Solsikke-01' });
    },
  },
  'graph-gdap-create-no-customer': { also: ['id'] },
  'graph-gdap-customer-get': active(),
  'graph-gdap-customer-servicemanagement': active(),
  'graph-gdap-customers-list': active(),
  'graph-gdap-delete-204': {
    arrange: (world) => {
      putRelationship(world, { id: secondId, customer: null });
    },
  },
  'graph-gdap-get-404': {},
  'graph-gdap-get-activating': inStatus('activating'),
  'graph-gdap-get-active': active(),
  'graph-gdap-get-approvalpending': inStatus('approvalPending'),
  'graph-gdap-get-approved': inStatus('approved'),
  'graph-gdap-get-created': inStatus('created'),
  'graph-gdap-get-expired': ended('expired'),
  'graph-gdap-get-expiring': ended('expiring'),
  'graph-gdap-get-terminated': ended('terminated'),
  'graph-gdap-get-terminating': ended('terminating'),
  'graph-gdap-get-terminationrequested': ended('terminationRequested'),
  'graph-gdap-list': { arrange: threeRelationships, also: [...dates, '@odata.nextLink'] },
  'graph-gdap-list-page2': { arrange: threeRelationships, place: secondPage },
  'graph-gdap-operation-failed': active({ operations: [anOperation('failed')] }),
  'graph-gdap-operation-running': active({ operations: [anOperation('running')] }),
  'graph-gdap-operation-succeeded': active({ operations: [anOperation('succeeded')] }),
  'graph-gdap-request-lock': { ...inStatus('created'), also: ['id'] },
  'graph-gdap-request-lock-409': inStatus('approvalPending'),
  'graph-gdap-request-terminate': { ...active(), also: ['id'] },
  'graph-gdap-requests-list': {
    arrange: (world) => {
      putRelationship(world, { status: 'approvalPending', requests: [lockRequest] });
    },
  },
  // A change makes another etag; the recorded ones are all alike.
  'graph-gdap-update-200': { ...active({ autoExtend: 'PT0S' }), also: [...dates, '@odata.etag'] },
  'graph-gdap-update-409-locked': inStatus('approvalPending'),
  'graph-gdap-update-412': inStatus('created'),
  'graph-gdap-update-remove-ga-202': {
    ...active({
      id: thirdId,
      displayName: 'Nordlys-gammel-GA',
      roles: [roles.globalAdmin, ...fourRoles],
      autoExtend: 'PT0S',
    }),
    also: [...dates, '@odata.etag'],
  },
};

/** Not the world's to say: the server's troubles are injected. */
const elsewhere: Readonly<Record<string, string>> = {
  'graph-429': 'throttling is put in front of the surface by the fault injection',
};

const graph = {
  host: profiles.global.graph,
  create: (world: World, claims: Claims) => createGraph({ world, cloud: 'global', claimsOf: () => claims }),
};

describe('the sandbox’s Graph answers as recorded', () => {
  test.each(Object.entries(table))('%s', async (name, arranged) => {
    const { status, headers, body } = await asRecorded(name, arranged, graph);
    expect(status[0]).toBe(status[1]);
    expect(headers).toEqual([]);
    expect(body).toEqual([]);
  });
});

test('every recorded exchange with Graph is answered here, or it is said who does', () => {
  expect([...Object.keys(table), ...Object.keys(elsewhere)].toSorted()).toEqual(recordedNames('graph-'));
});
