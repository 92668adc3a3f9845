import { describe, expect, test } from '@jest/globals';
import type { NewRelationship } from '../../src/graph/relationships.ts';
import { exchanged, recordedNames } from '../support/exchanges.ts';
import type { Exchange } from '../support/exchanges.ts';
import {
  assignment,
  bakeri,
  granitt,
  graphAt,
  group,
  operation,
  relationshipId as id,
  roles,
  version,
} from '../support/granular-admin.ts';
import type { Adapters } from '../support/granular-admin.ts';

const open = '6da90002-0001-4601-8601-000000000063-6da90002-0002-4602-8602-000000000064';
const old = '6da90003-0001-4601-8601-000000000065-6da90003-0002-4602-8602-000000000066';
const customer = bakeri;

const wanted: NewRelationship = { name: 'Nordlys-Solsikke-01', duration: 'P730D', customer, roles, extendsItself: true };

const solsikke = {
  id,
  version,
  name: 'Nordlys-Solsikke-01',
  duration: 'P730D',
  customer,
  roles,
  extendsItself: true,
  createdAt: '2026-03-02T09:30:00.123Z',
  activeSince: null,
  endsAt: null,
  indirect: false,
  awaitsReseller: false,
  readOnly: false,
};
const working = { ...solsikke, status: 'active', activeSince: '2026-03-02T10:05:00.765Z', endsAt: '2028-03-01T10:05:00.765Z' };
const ended = {
  ...solsikke,
  id: old,
  name: 'Nordlys-Solsikke-00',
  extendsItself: false,
  activeSince: '2024-03-01T10:00:00.000Z',
  endsAt: '2026-03-01T10:00:00.000Z',
};
const indirect = {
  ...solsikke,
  id: open,
  name: 'Fjord-Tindetopp-Solsikke',
  duration: 'P365D',
  roles: roles.slice(0, 2),
  status: 'approvalPending',
  extendsItself: false,
  createdAt: '2026-02-01T08:00:00.000Z',
  indirect: true,
  awaitsReseller: true,
};
const assigned = {
  ...assignment,
  group,
  roles: roles.slice(0, 2),
  status: 'active',
  createdAt: '2026-03-02T10:10:00.000Z',
  changedAt: '2026-03-02T10:10:00.000Z',
};
const asked = {
  id: '6da9c001-0001-4601-8601-00000000006c',
  action: 'lockForApproval',
  status: 'created',
  createdAt: '2026-03-02T09:31:00.000Z',
  changedAt: '2026-03-02T09:31:00.000Z',
};
const underway = {
  id: operation,
  what: 'delegatedAdminAccessAssignmentUpdate',
  status: 'running',
  assignment: assignment.id,
  createdAt: '2026-03-02T10:20:00.000Z',
  changedAt: '2026-03-02T10:20:30.000Z',
};

type Example = Exchange<Adapters>;

const got = (fixture: string, of: string, value: unknown): Example => ({
  fixtures: [fixture],
  call: ({ relationships }) => relationships.get(of),
  value,
});

const notCreated = (fixture: string, instead: Partial<NewRelationship>, failure: Example['failure'] = {}): Example => ({
  fixtures: [fixture],
  call: ({ relationships }) => relationships.create({ ...wanted, ...instead }),
  failure,
});

const badRequest = { kind: 'refused', status: 400, code: 'badRequest' } as const;

const examples: readonly Example[] = [
  {
    fixtures: ['graph-gdap-create'],
    call: ({ relationships }) => relationships.create(wanted),
    value: { ...solsikke, status: 'created' },
  },
  {
    fixtures: ['graph-gdap-create-no-customer'],
    call: ({ relationships }) =>
      relationships.create({ ...wanted, name: 'Nordlys-invitasjon-02', customer: null, extendsItself: false }),
    value: { ...solsikke, id: open, name: 'Nordlys-invitasjon-02', customer: null, extendsItself: false, status: 'created' },
  },
  notCreated('graph-gdap-create-409-name', {}, { kind: 'conflict', code: 'conflict' }),
  notCreated('graph-gdap-create-400-ga-autoextend', { roles: ['global_administrator'] }, badRequest),
  notCreated('graph-gdap-create-400-validation', { duration: 'P3Y' }, badRequest),
  notCreated('graph-gdap-403', {}, { kind: 'refused', status: 403, code: 'accessDenied' }),

  got('graph-gdap-get-created', id, { ...solsikke, status: 'created' }),
  got('graph-gdap-get-approvalpending', id, { ...solsikke, status: 'approvalPending' }),
  got('graph-gdap-get-approved', id, { ...solsikke, status: 'approved' }),
  got('graph-gdap-get-activating', id, { ...solsikke, status: 'activating' }),
  got('graph-gdap-get-active', id, working),
  got('graph-gdap-get-expiring', old, { ...ended, status: 'expiring' }),
  got('graph-gdap-get-expired', old, { ...ended, status: 'expired' }),
  got('graph-gdap-get-terminationrequested', old, { ...ended, status: 'terminationRequested' }),
  got('graph-gdap-get-terminating', old, { ...ended, status: 'terminating' }),
  got('graph-gdap-get-terminated', old, { ...ended, status: 'terminated' }),
  {
    fixtures: ['graph-gdap-get-404'],
    call: ({ relationships }) => relationships.get(old),
    failure: { kind: 'not-found', code: 'notFound' },
  },
  {
    fixtures: ['graph-gdap-list', 'graph-gdap-list-page2'],
    call: ({ relationships }) => relationships.list({ customer: customer.tenantId, pageSize: 2 }),
    value: [working, indirect, { ...ended, status: 'expired' }],
  },
  {
    fixtures: ['graph-429'],
    call: ({ relationships }) => relationships.list(),
    query: [['$top', '300']],
    failure: { kind: 'throttled', afterMs: 10_000 },
  },
  {
    fixtures: ['graph-gdap-update-200'],
    call: ({ relationships }) => relationships.extend({ id, version }, true),
    value: { done: true, operation: null, now: working },
  },
  {
    fixtures: ['graph-gdap-update-remove-ga-202'],
    call: ({ relationships }) =>
      relationships.removeGlobalAdministrator({ id: old, version, roles: ['global_administrator', ...roles] }),
    value: {
      done: false,
      operation,
      now: { ...working, id: old, name: 'Nordlys-gammel-GA', roles: ['global_administrator', ...roles], extendsItself: false },
    },
  },
  {
    fixtures: ['graph-gdap-update-412'],
    call: ({ relationships }) => relationships.update({ id, version: 'W/"stale"' }, { name: 'Nordlys-Solsikke-01b' }),
    failure: { kind: 'stale', code: 'preconditionFailed' },
  },
  {
    fixtures: ['graph-gdap-update-409-locked'],
    call: ({ relationships }) => relationships.update({ id, version }, { name: 'x' }),
    failure: { kind: 'conflict', code: 'conflict' },
  },
  {
    fixtures: ['graph-gdap-delete-204'],
    call: ({ relationships }) => relationships.remove({ id: open, version }),
    value: null,
  },
  {
    fixtures: ['graph-gdap-request-lock'],
    call: ({ requests }) => requests.lockForApproval(id, version),
    value: asked,
  },
  {
    fixtures: ['graph-gdap-request-terminate'],
    call: ({ requests }) => requests.terminate(id),
    value: { ...asked, action: 'terminate' },
  },
  {
    fixtures: ['graph-gdap-request-lock-409'],
    call: ({ requests }) => requests.lockForApproval(id, null),
    failure: { kind: 'conflict', code: 'conflict' },
  },
  {
    fixtures: ['graph-gdap-requests-list'],
    call: ({ requests }) => requests.list(id),
    value: [{ ...asked, status: 'succeeded' }],
  },
  {
    fixtures: ['graph-gdap-assignment-create'],
    call: ({ assignments }) => assignments.create(id, group, roles.slice(0, 2)),
    value: { ...assigned, status: 'pending' },
  },
  {
    fixtures: ['graph-gdap-assignment-create-409'],
    call: ({ assignments }) => assignments.create(id, group, roles.slice(0, 2)),
    failure: { kind: 'conflict', code: 'conflict' },
  },
  {
    fixtures: ['graph-gdap-assignment-create-400-group'],
    call: ({ assignments }) => assignments.create(id, group, roles.slice(0, 2)),
    failure: { kind: 'refused', status: 400, code: 'group-is-gone' },
  },
  { fixtures: ['graph-gdap-assignment-list'], call: ({ assignments }) => assignments.list(id), value: [assigned] },
  { fixtures: ['graph-gdap-assignment-get'], call: ({ assignments }) => assignments.get(id, assignment.id), value: assigned },
  {
    fixtures: ['graph-gdap-assignment-update-202'],
    call: ({ assignments }) => assignments.update(id, assignment, roles.slice(0, 3)),
    value: { done: false, operation, now: null },
  },
  { fixtures: ['graph-gdap-assignment-delete-204'], call: ({ assignments }) => assignments.remove(id, assignment), value: null },
  { fixtures: ['graph-gdap-operation-running'], call: ({ operations }) => operations.get(id, operation), value: underway },
  {
    fixtures: ['graph-gdap-operation-succeeded'],
    call: ({ operations }) => operations.get(id, operation),
    value: { ...underway, status: 'succeeded' },
  },
  {
    fixtures: ['graph-gdap-operation-failed'],
    call: ({ operations }) => operations.get(id, operation),
    value: { ...underway, status: 'failed' },
  },
  { fixtures: ['graph-gdap-customers-list'], call: ({ customers }) => customers.list(), value: [customer] },
  { fixtures: ['graph-gdap-customer-get'], call: ({ customers }) => customers.get(customer.tenantId), value: customer },
  {
    fixtures: ['graph-gdap-customer-servicemanagement'],
    call: ({ customers }) => customers.portals(customer.tenantId),
    value: [{ name: 'Exchange', link: 'https://admin.exchange.example/?delegatedOrg=solsikkebakeri.example' }],
  },
  {
    fixtures: ['graph-directory-subscriptions'],
    call: ({ licences }) => licences.list(customer.tenantId),
    tenant: customer.tenantId,
    value: [
      {
        id: 'd15b0001-0001-4a01-8a01-0000000000d5',
        commerceId: '5b5c0002-0002-4d02-8d02-0000000000d2',
        sku: '5c000001-0001-4a01-8a01-000000000002',
        skuName: 'SPB',
        status: 'Enabled',
        isTrial: false,
        licences: 25,
        createdAt: '2025-04-01T00:00:00.000Z',
        endsAt: '2026-03-31T00:00:00.000Z',
        owner: { who: 'another-partner', tenantId: granitt },
      },
      {
        id: 'd15b0002-0002-4a01-8a01-0000000000d6',
        commerceId: 'd15ec700-0001-4a01-8a01-000000000003',
        sku: '5c000002-0001-4a01-8a01-000000000004',
        skuName: 'POWER_BI_PRO',
        status: 'Enabled',
        isTrial: false,
        licences: 3,
        createdAt: '2024-01-01T00:00:00.000Z',
        endsAt: '2026-12-31T00:00:00.000Z',
        owner: { who: 'nobody' },
      },
    ],
  },
];

describe('what Graph is asked, and how its answers are read', () => {
  test.each(examples.map((example) => [example.fixtures[0], example] as const))('%s', async (_, example) => {
    const { sent, asked, meant, tenants } = await exchanged(example, graphAt);
    expect(asked).toEqual(meant);
    expect(tenants).toEqual(meant.map(() => example.tenant));
    expect(sent).toMatchObject(example.failure === undefined ? { ok: true } : { ok: false, failure: example.failure });
    expect(sent.ok ? sent.body : undefined).toEqual(example.value);
  });

  test('every recorded exchange with Graph has an example', () => {
    expect(examples.flatMap(({ fixtures }) => fixtures).toSorted()).toEqual(recordedNames('graph-'));
  });
});
