import { describe, expect, test } from '@jest/globals';
import { daysOf, durationOf } from '../../src/graph/duration.ts';
import { answeredWith, recordedBody } from '../support/graph-and-azure.ts';
import type { Adapters } from '../support/granular-admin.ts';
import {
  assignment,
  bakeri,
  granitt,
  graphAt,
  group,
  operation,
  relationshipId,
  roles,
  us,
  version,
} from '../support/granular-admin.ts';
import type { Sent } from '../../src/wire/failure.ts';

const answered = <T>(status: number, body: unknown, call: (adapters: Adapters) => Promise<Sent<T>>) =>
  answeredWith([{ status, body }], (service, base) => call(graphAt(service, base)));

const complaint = (message: string) => ({ error: { code: 'badRequest', message } });

describe('Graph is taken at its status and its phrase, not at its code', () => {
  test.each(['The ETag is not valid.', 'If-Match header does not match', 'Bad etag'])('400 with “%s” is stale', async (message) => {
    const { sent } = await answered(400, complaint(message), ({ assignments }) =>
      assignments.update(relationshipId, assignment, roles),
    );
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'stale' } });
  });

  test.each(['The value provided for duration is out of range.', 'Targeted group is too large.'])(
    '400 with “%s” is a refusal like any other',
    async (message) => {
      const { sent } = await answered(400, complaint(message), ({ assignments }) =>
        assignments.create(relationshipId, group, roles),
      );
      expect(sent).toMatchObject({ ok: false, failure: { kind: 'refused', status: 400, code: 'badRequest' } });
    },
  );
});

describe('nothing is asked for that cannot be meant', () => {
  test.each<[string, (adapters: Adapters) => Promise<Sent<unknown>>]>([
    [
      'a role that is none',
      ({ assignments }) => assignments.create(relationshipId, group, ['directory_readers', 'custom:printer_ops']),
    ],
    ['a group that is none', ({ assignments }) => assignments.create(relationshipId, 'Daily work', roles)],
    ['an assignment that is none', ({ assignments }) => assignments.get(relationshipId, '..')],
    ['an operation that is none', ({ operations }) => operations.get(relationshipId, '../accessAssignments')],
    ['a customer in a filter that is none', ({ relationships }) => relationships.list({ customer: "' or true or '" })],
    ['a customer that is none', ({ customers }) => customers.portals('..')],
    ['a tenant that is none', ({ licences }) => licences.list('contoso.example')],
  ])('%s', async (_, call) => {
    const { sent, asked } = await answered(200, {}, call);
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'refused', status: 400 } });
    expect(asked).toEqual([]);
  });

  test('a role that is none is named', async () => {
    const { sent } = await answered(200, {}, ({ relationships }) =>
      relationships.update({ id: relationshipId, version }, { roles: ['custom:printer_ops'] }),
    );
    expect(sent).toMatchObject({
      ok: false,
      failure: { code: 'unknown-role', words: expect.stringContaining('custom:printer_ops') },
    });
  });
});

describe('what is asked for is asked for in Graph’s words', () => {
  test('a draft can be changed in everything, and what is not named stays out of it', async () => {
    const wanted = { name: 'Anew', duration: durationOf(30), customer: { ...bakeri, name: null }, roles: ['global_reader'] };
    const { asked } = await answered(200, recordedBody('graph-gdap-get-created'), ({ relationships }) =>
      relationships.update({ id: relationshipId, version }, wanted),
    );
    expect(asked[0]?.body).toEqual({
      displayName: 'Anew',
      duration: 'P30D',
      customer: { tenantId: bakeri.tenantId },
      accessDetails: { unifiedRoles: [{ roleDefinitionId: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451' }] },
    });
  });

  test('when Global Administrator is taken out, a role that is on no list of ours stays in', async () => {
    const kept = [...roles, 'role_0f0f0f0f_1111_4222_8333_444444444444'];
    const { asked } = await answered(202, null, ({ relationships }) =>
      relationships.removeGlobalAdministrator({ id: relationshipId, version, roles: ['global_administrator', ...kept] }),
    );
    const { unifiedRoles } = (asked[0]?.body as { accessDetails: { unifiedRoles: readonly { roleDefinitionId: string }[] } })
      .accessDetails;
    const ids = unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId);
    expect(ids).toHaveLength(kept.length);
    expect(ids).toContain('0f0f0f0f-1111-4222-8333-444444444444');
    expect(ids).not.toContain('62e90394-69f5-4237-9190-012177145e10');
  });

  test('the extension is turned off by no time at all', async () => {
    const { asked } = await answered(200, recordedBody('graph-gdap-get-active'), ({ relationships }) =>
      relationships.extend({ id: relationshipId, version }, false),
    );
    expect(asked[0]?.body).toEqual({ autoExtendDuration: 'PT0S' });
  });

  test('durations are days where they are said in days, and else no number', () => {
    expect(['P730D', 'P1D', 'P2Y', 'P1M', 'PT24H', '730', 'P7300000D'].map(daysOf)).toEqual([730, 1, null, null, null, null, null]);
    expect(daysOf(durationOf(365))).toBe(365);
  });
});

describe('answers are read with care', () => {
  const active = recordedBody('graph-gdap-get-active');

  test.each([
    ['P180D', true],
    ['PT0S', false],
    ['P0D', false],
    [null, false],
  ])('an extension by %p means %p', async (autoExtendDuration, extendsItself) => {
    const { sent } = await answered(200, { ...active, autoExtendDuration }, ({ relationships }) =>
      relationships.get(relationshipId),
    );
    expect(sent).toMatchObject({ ok: true, body: { extendsItself } });
  });

  test.each([
    ['no version', { '@odata.etag': null }],
    ['an id that is none', { id: 7 }],
    ['roles that are none', { accessDetails: { unifiedRoles: [{ roleDefinitionId: 'everything' }] } }],
    ['an end that is no moment', { endDateTime: 'never' }],
  ])('a relationship with %s is unreadable', async (_, instead) => {
    const { sent } = await answered(200, { ...active, ...instead }, ({ relationships }) => relationships.get(relationshipId));
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  test('a list without a list in it is unreadable, not empty', async () => {
    const { sent } = await answered(200, {}, ({ relationships }) => relationships.list());
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  test.each([
    ['{"accessassignmentid": "6da9a001-0001-4601-8601-00000000006a"}', assignment.id],
    ['{"AccessAssignmentId": "../x"}', null],
    ['not JSON', null],
    ['null', null],
    [null, null],
  ])('an operation about %p is about %p', async (data, about) => {
    const body = { ...recordedBody('graph-gdap-operation-running'), data };
    const { sent } = await answered(200, body, ({ operations }) => operations.get(relationshipId, operation));
    expect(sent).toMatchObject({ ok: true, body: { assignment: about } });
  });

  test('a list of operations is one', async () => {
    const body = { value: [recordedBody('graph-gdap-operation-failed')] };
    const { sent, asked } = await answered(200, body, ({ operations }) => operations.list(relationshipId));
    expect(asked[0]?.path).toMatch(/\/operations$/);
    expect(sent).toMatchObject({ ok: true, body: [{ status: 'failed', assignment: assignment.id }] });
  });

  test.each(['javascript:alert(1)', 'http://admin.contoso.example/', 'nowhere', null])(
    '%p is no link to a portal',
    async (link) => {
      const body = { value: [{ id: 'x', serviceName: 'Exchange', serviceManagementUrl: link }] };
      const { sent } = await answered(200, body, ({ customers }) => customers.portals(bakeri.tenantId));
      expect(sent).toMatchObject({ ok: true, body: [{ name: 'Exchange', link: null }] });
    },
  );

  test.each([
    [us.toUpperCase(), { who: 'us' }],
    [granitt, { who: 'another-partner', tenantId: granitt }],
    [bakeri.tenantId, { who: 'nobody' }],
    [null, { who: 'nobody' }],
  ])('what %p has made belongs to %p', async (ownerTenantId, owner) => {
    const body = { value: [{ id: 'x', status: 'enabled', totalLicenses: '3', ownerTenantId }] };
    const { sent } = await answered(200, body, ({ licences }) => licences.list(bakeri.tenantId));
    expect(sent).toMatchObject({ ok: true, body: [{ owner, status: 'Enabled', licences: 3 }] });
  });
});
