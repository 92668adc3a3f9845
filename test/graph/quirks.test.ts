import { describe, expect, test } from '@jest/globals';
import { caseIdFor } from '../../src/cases/ids.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import { nameFor } from '../../src/graph/relationships.ts';
import { relationshipStatuses, stageOf } from '../../src/graph/statuses.ts';
import {
  adaptersFor,
  assignment,
  bakeri,
  granitt,
  graphAt,
  group,
  relationshipId,
  roles,
  version,
} from '../support/granular-admin.ts';
import { answeredWith, recordedBody } from '../support/graph-and-azure.ts';
import type { Service } from '../../src/wire/service.ts';

const active = recordedBody('graph-gdap-get-active');

const read = (body: unknown) =>
  answeredWith([{ status: 200, body }], (service, base) => graphAt(service, base).relationships.get(relationshipId));

const listed = (...value: readonly unknown[]) =>
  answeredWith([{ status: 200, body: { value } }], (service, base) => graphAt(service, base).relationships.list());

describe('quirk 16: GDAP `expiring` means already past the end date', () => {
  test('what is expiring is over, and only what is active works', () => {
    expect(relationshipStatuses.filter((status) => stageOf(status) === 'working')).toEqual(['active']);
    expect(relationshipStatuses.filter((status) => stageOf(status) === 'over')).toEqual([
      'expiring',
      'expired',
      'terminationRequested',
      'terminating',
      'terminated',
    ]);
  });

  test('a status nobody has heard of is read, and taken for none of the others', async () => {
    const { sent } = await read({ ...active, status: 'activeButFrozen' });
    expect(sent).toMatchObject({ ok: true, body: { status: 'unrecognised', endsAt: '2028-03-01T10:05:00.765Z' } });
    expect(stageOf('unrecognised')).toBe('unrecognised');
  });
});

describe('quirk 17: GDAP names can never be used again', () => {
  const name = nameFor(caseIdFor('ADM', 'some request'));

  test('a case has one name, of at most 50 characters', () => {
    expect(name).toMatch(/^Handshake ADM-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(name.length).toBeLessThanOrEqual(50);
  });

  test('who holds the name is found even if it ended long ago', async () => {
    const ended = { ...recordedBody('graph-gdap-get-terminated'), displayName: name.toUpperCase() };
    const { sent, asked } = await answeredWith([{ status: 200, body: { value: [active, ended] } }], (service, base) =>
      graphAt(service, base).relationships.byName(name, { customer: bakeri.tenantId }),
    );
    expect(sent).toMatchObject({ ok: true, body: { status: 'terminated' } });
    expect(asked[0]?.query).toContainEqual(['$filter', `customer/tenantId eq '${bakeri.tenantId}'`]);
  });

  test('where nobody holds it, that is said, and is no failure', async () => {
    const { sent } = await answeredWith([{ status: 200, body: { value: [active] } }], (service, base) =>
      graphAt(service, base).relationships.byName(name),
    );
    expect(sent).toMatchObject({ ok: true, body: null });
  });
});

describe('quirk 18: the customer may be missing, and resellers’ relationships are in the same list', () => {
  test('an open invitation has no customer', async () => {
    const { sent } = await listed({ ...active, customer: null });
    expect(sent).toMatchObject({ ok: true, body: [{ customer: null, indirect: false }] });
  });

  test('a relationship of the reseller subtype is marked, by its type or by its provider', async () => {
    const { sent } = await listed(
      { ...active, '@odata.type': '#microsoft.graph.resellerDelegatedAdminRelationship' },
      { ...active, indirectProviderTenantId: granitt },
      active,
    );
    expect(sent).toMatchObject({ ok: true, body: [{ indirect: true }, { indirect: true }, { indirect: false }] });
  });

  test('what Microsoft has made when it replaced the older kind is marked as read-only', async () => {
    const { sent } = await listed({ ...active, displayName: 'MLT_7a11c0de_c0570001_1' }, active);
    expect(sent).toMatchObject({ ok: true, body: [{ readOnly: true }, { readOnly: false }] });
  });
});

describe('quirk 19: the id of a relationship has 73 characters', () => {
  test('all of them are asked for', async () => {
    const { sent, asked } = await read(active);
    expect(relationshipId).toHaveLength(73);
    expect(asked[0]?.path).toBe(`/v1.0/tenantRelationships/delegatedAdminRelationships/${relationshipId}`);
    expect(sent).toMatchObject({ ok: true, body: { id: relationshipId } });
  });

  test.each([
    relationshipId.slice(0, 36),
    `${relationshipId}-`,
    '../delegatedAdminCustomers',
    '..',
    '',
    `${relationshipId}/requests`,
  ])('%p is no such id, and nothing is asked', async (id) => {
    const { sent, asked } = await answeredWith([], (service, base) => graphAt(service, base).relationships.get(id));
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'refused', code: 'not-an-id' } });
    expect(asked).toEqual([]);
  });
});

describe('quirk 20: changing an assignment to what it is already answers 200, anything else 202', () => {
  const change = (answer: { status: number; body?: unknown; headers?: Record<string, string> }) =>
    answeredWith([answer], (service, base) =>
      graphAt(service, base).assignments.update(relationshipId, assignment, roles.slice(0, 2)),
    );

  test('200 is done, and tells what it is', async () => {
    const { sent } = await change({ status: 200, body: recordedBody('graph-gdap-assignment-get') });
    expect(sent).toMatchObject({ ok: true, body: { done: true, operation: null, now: { group, status: 'active' } } });
  });

  test('202 is under way, even if it does not tell where to look', async () => {
    const { sent } = await change({ status: 202 });
    expect(sent).toMatchObject({ ok: true, body: { done: false, operation: null, now: null } });
  });

  test('an operation that is none is not followed', async () => {
    const { sent } = await change({ status: 202, headers: { Location: 'https://elsewhere.example/operations/../../x' } });
    expect(sent).toMatchObject({ ok: true, body: { done: false, operation: null } });
  });
});

describe('quirk 22: nothing announces expiring, auto-extended, rejected or approval pending', () => {
  test('reading the relationship tells that it goes on for longer', async () => {
    const { sent } = await read({ ...active, endDateTime: '2028-08-28T10:05:00Z' });
    expect(sent).toMatchObject({ ok: true, body: { status: 'active', extendsItself: true, endsAt: '2028-08-28T10:05:00.000Z' } });
  });

  test('all of one status can be listed, so that those who keep silent are found', async () => {
    const { asked } = await answeredWith([{ status: 200, body: { value: [] } }], (service, base) =>
      graphAt(service, base).relationships.list({ status: 'approvalPending', customer: bakeri.tenantId }),
    );
    expect(asked[0]?.query).toEqual([
      ['$count', 'true'],
      ['$filter', `status eq 'approvalPending' and customer/tenantId eq '${bakeri.tenantId}'`],
      ['$top', '300'],
    ]);
  });
});

test('quirk 23: one customer can have several relationships, and all of them are told', async () => {
  const { sent } = await listed(active, { ...active, id: relationshipId.replace('6da9', '6da8'), displayName: 'Another' });
  expect(sent.ok && sent.body.map(({ name, customer }) => [name, customer?.tenantId])).toEqual([
    ['Nordlys-Solsikke-01', bakeri.tenantId],
    ['Another', bakeri.tenantId],
  ]);
});

describe('quirk 27: 21Vianet has no granular admin', () => {
  const silent: Service = {
    send: () => {
      throw new Error('asked');
    },
  };
  const { relationships, requests, assignments, operations, customers } = adaptersFor(silent, profiles.china_21v);

  test.each([
    ['list', () => relationships.list()],
    ['get', () => relationships.get(relationshipId)],
    ['byName', () => relationships.byName('Handshake')],
    ['extend', () => relationships.extend({ id: relationshipId, version }, true)],
    ['lockForApproval', () => requests.lockForApproval(relationshipId, version)],
    ['assign', () => assignments.create(relationshipId, group, roles)],
    ['operation', () => operations.get(relationshipId, assignment.id)],
    ['customers', () => customers.list()],
  ])('%s is refused in words, and nothing is asked', async (_, call) => {
    expect(await call()).toMatchObject({
      ok: false,
      failure: { kind: 'not-offered', words: expect.stringMatching(/21Vianet.*GDAP/) },
    });
  });

  test('what a customer has bought can be read there all the same', async () => {
    const { sent, asked } = await answeredWith([{ status: 200, body: { value: [] } }], (service, base) =>
      adaptersFor(service, { ...profiles.china_21v, graph: base }).licences.list(bakeri.tenantId),
    );
    expect(sent).toMatchObject({ ok: true, body: [] });
    expect(asked).toHaveLength(1);
  });
});
