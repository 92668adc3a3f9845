import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import type { Claims, Surface } from '../../src/sandbox/exchange.ts';
import { createGraph } from '../../src/sandbox/graph/create-graph.ts';
import type { Timing } from '../../src/sandbox/world.ts';
import { agents, anAssignment, firstId, fourRoles, putActive, putRelationship, roles } from '../support/sandbox-graph.ts';
import { addCustomer, ask, claimsOf, granitt, licence, nordlys, sandboxScene, solsikke } from '../support/sandbox-world.ts';

const ALL = '/v1.0/tenantRelationships/delegatedAdminRelationships';
const ONE = `${ALL}/${firstId}`;

const scene = (claims: Partial<Claims> | null = {}, timing: Partial<Timing> = {}, cloud: 'global' | 'china_21v' = 'global') => {
  const made = sandboxScene(timing);
  const customer = addCustomer(made.world, solsikke);
  const whose = claims && claimsOf(made.world, nordlys, { audience: profiles[cloud].graphAudience, ...claims });
  const surface: Surface = createGraph({ world: made.world, cloud, claimsOf: () => whose });
  return { ...made, customer, surface };
};

const bodyOf = ({ body }: { readonly body?: unknown }) => body as Readonly<Record<string, unknown>>;
const etagIn = (reply: { readonly body?: unknown }): string => String(bodyOf(reply)['@odata.etag']);
const names = (reply: { readonly body?: unknown }) =>
  (bodyOf(reply).value as readonly { readonly displayName: string }[]).map(({ displayName }) => displayName);

const draft = {
  displayName: 'Handshake 0001',
  duration: 'P730D',
  customer: { tenantId: solsikke },
  accessDetails: { unifiedRoles: fourRoles.map((roleDefinitionId) => ({ roleDefinitionId })) },
};

describe('who may ask about granular admin', () => {
  const refused: readonly (readonly [string, Partial<Claims> | null, number])[] = [
    ['nobody without a token', null, 401],
    ['no token for another service', { audience: profiles.global.azureAudience }, 401],
    ['no Sales agent', { roles: ['SalesAgents'] }, 403],
    ['nobody without a second factor', { mfa: false }, 403],
    ['no application without the permission', { kind: 'app', permissions: [] }, 403],
    ['nobody in the customer’s own tenant', { tenant: solsikke }, 403],
  ];
  test.each(refused)('%s', async (_who, claims, status) => {
    expect(await ask(scene(claims).surface, 'GET', ALL)).toMatchObject({ status });
  });

  test('reading is not writing', async () => {
    const { surface } = scene({ permissions: ['DelegatedAdminRelationship.Read.All'] });
    expect(await ask(surface, 'GET', ALL)).toMatchObject({ status: 200 });
    expect(await ask(surface, 'POST', ALL, { body: draft })).toMatchObject({ status: 403 });
  });

  test('another partner does not see ours', async () => {
    const { world, surface } = scene({ tenant: granitt });
    putActive(world);
    expect(await ask(surface, 'GET', ONE)).toMatchObject({ status: 404 });
    expect(bodyOf(await ask(surface, 'GET', ALL)).value).toEqual([]);
  });

  test('quirk 27: at 21Vianet there is none, and the directory is there', async () => {
    const { surface } = scene({}, {}, 'china_21v');
    expect(await ask(surface, 'GET', ALL)).toMatchObject({ status: 404, body: { error: { code: 'notFound' } } });
    expect(await ask(surface, 'GET', '/v1.0/directory/subscriptions')).toMatchObject({ status: 200 });
  });
});

test('quirk 19: a new relationship can be found by its 73 characters a moment later, and not before', async () => {
  const { surface, pass } = scene({}, { relationshipReadable: [1, 1] });
  const { status, headers } = await ask(surface, 'POST', ALL, { body: draft });
  const id = headers?.Location?.split('/').at(-1) ?? '';
  expect([status, id.length]).toEqual([201, 73]);
  expect(await ask(surface, 'GET', `${ALL}/${id}`)).toMatchObject({ status: 404 });
  pass({ seconds: 1 });
  expect(await ask(surface, 'GET', `${ALL}/${id}`)).toMatchObject({ status: 200, body: { status: 'created' } });
});

describe('changes name the version they have seen', () => {
  test.each(['PATCH', 'DELETE'])('%s without If-Match is refused', async (method) => {
    const { world, surface } = scene();
    putRelationship(world);
    expect(await ask(surface, method, ONE, { body: { duration: 'P30D' } })).toMatchObject({ status: 400 });
  });

  test('every change makes another one', async () => {
    const { world, surface } = scene();
    putRelationship(world);
    const headers = { 'If-Match': etagIn(await ask(surface, 'GET', ONE)) };
    const changed = await ask(surface, 'PATCH', ONE, { headers, body: { duration: 'P30D', customer: null } });
    expect(changed).toMatchObject({ status: 200, body: { duration: 'P30D', customer: null, displayName: 'Nordlys-Solsikke-01' } });
    expect(await ask(surface, 'PATCH', ONE, { headers, body: { duration: 'P31D' } })).toMatchObject({ status: 412 });
    expect(await ask(surface, 'POST', `${ONE}/requests`, { headers, body: { action: 'lockForApproval' } })).toMatchObject({
      status: 412,
    });
  });
});

describe('lists', () => {
  const three = () => {
    const made = scene();
    putRelationship(made.world, { id: 'a', displayName: 'b', status: 'active' });
    putRelationship(made.world, { id: 'b', displayName: 'a', status: 'active', customer: null });
    putRelationship(made.world, { id: 'c', displayName: 'c', status: 'expired' });
    return made;
  };
  const listed = (options: Readonly<Record<string, string>>) =>
    ask(three().surface, 'GET', `${ALL}?${new URLSearchParams(options).toString()}`);

  test('are filtered by status and customer', async () => {
    expect(names(await listed({ $filter: "status eq 'active'" }))).toEqual(['b', 'a']);
    expect(names(await listed({ $filter: `status eq 'active' and customer/tenantId eq '${solsikke}'` }))).toEqual(['b']);
  });

  test('are ordered, counted and cut down to what is wanted', async () => {
    const reply = await listed({ $orderby: 'displayName desc', $count: 'true', $select: 'id,displayName' });
    expect(bodyOf(reply)).toMatchObject({ '@odata.count': 3 });
    expect(names(reply)).toEqual(['c', 'b', 'a']);
    expect(reply.body).not.toHaveProperty('value[0].status');
  });

  test('quirk 18: may have items without a customer', async () => {
    expect(bodyOf(await listed({})).value).toContainEqual(expect.objectContaining({ displayName: 'a', customer: null }));
  });

  test('go on where the page ended, with the same filter', async () => {
    const { surface } = three();
    const first = await ask(surface, 'GET', `${ALL}?$top=1&$filter=status%20eq%20%27active%27`);
    const link = new URL(String(bodyOf(first)['@odata.nextLink']));
    const second = await ask(surface, 'GET', `${ALL}${link.search}`);
    expect([names(first), names(second)]).toEqual([['b'], ['a']]);
    expect(bodyOf(second)).not.toHaveProperty(['@odata.nextLink']);
  });

  const refused: readonly Readonly<Record<string, string>>[] = [
    { $top: '301' },
    { $top: '0' },
    { $top: 'x' },
    { $filter: "status ne 'active'" },
    { $filter: "__proto__ eq 'active'" },
    { $orderby: 'nothing' },
    { $select: 'nothing' },
    { $skipToken: 'bm90aGluZw' },
    { $expand: 'accessAssignments' },
  ];
  test.each(refused)('%j is refused', async (options) => {
    expect(await listed(options)).toMatchObject({ status: 400, body: { error: { code: 'badRequest' } } });
  });
});

describe('a group’s access', () => {
  const withRoles = (...wanted: readonly string[]) => ({
    accessDetails: { unifiedRoles: wanted.map((roleDefinitionId) => ({ roleDefinitionId })) },
  });
  const wanted = {
    accessContainer: { accessContainerId: agents, accessContainerType: 'securityGroup' },
    ...withRoles(roles.directoryReaders),
  };

  test('is pending, then active, and told both times', async () => {
    const { world, surface, pass, told } = scene({}, { assignment: [60, 60] });
    putActive(world);
    const { headers } = await ask(surface, 'POST', `${ONE}/accessAssignments`, { body: wanted });
    const place = `${ONE}/accessAssignments/${headers?.Location?.split('/').at(-1) ?? ''}`;
    expect(await ask(surface, 'GET', place)).toMatchObject({ body: { status: 'pending' } });
    pass({ minutes: 1 });
    expect(await ask(surface, 'GET', place)).toMatchObject({ body: { status: 'active' } });
    expect(told.map(({ event }) => event)).toEqual([
      'granular-admin-access-assignment-created',
      'granular-admin-access-assignment-activated',
    ]);
  });

  test('is never more than the relationship has, and only while that is active', async () => {
    const { world, surface } = scene();
    const relationship = putActive(world);
    const more = { ...wanted, ...withRoles(roles.globalAdmin) };
    expect(await ask(surface, 'POST', `${ONE}/accessAssignments`, { body: more })).toMatchObject({ status: 400 });
    relationship.status = 'approved';
    expect(await ask(surface, 'POST', `${ONE}/accessAssignments`, { body: wanted })).toMatchObject({ status: 409 });
  });

  test('quirk 20: the same roles again answer 200, others 202 and an operation that succeeds', async () => {
    const { world, surface, pass } = scene({}, { operation: [10, 10] });
    putActive(world, { assignments: [anAssignment()] });
    const place = `${ONE}/accessAssignments/${anAssignment().id}`;
    const headers = { 'If-Match': etagIn(await ask(surface, 'GET', place)) };
    const same = withRoles(roles.serviceSupport, roles.directoryReaders);
    expect(await ask(surface, 'PATCH', place, { headers, body: same })).toMatchObject({ status: 200, body: { status: 'active' } });
    const accepted = await ask(surface, 'PATCH', place, { headers, body: withRoles(roles.user) });
    expect(accepted).toMatchObject({ status: 202, headers: { 'Retry-After': '10' } });
    const operation = `${ONE}/operations/${accepted.headers?.Location?.split('/').at(-1) ?? ''}`;
    expect(await ask(surface, 'GET', operation)).toMatchObject({ body: { status: 'running' }, headers: { 'Retry-After': '10' } });
    pass({ seconds: 10 });
    expect(await ask(surface, 'GET', operation)).toMatchObject({ body: { status: 'succeeded' } });
    expect(await ask(surface, 'GET', place)).toMatchObject({ body: withRoles(roles.user) });
  });

  test('goes by way of deleting, and its group can be given access again', async () => {
    const { world, surface, pass } = scene({}, { assignment: [60, 60] });
    putActive(world, { assignments: [anAssignment()] });
    const place = `${ONE}/accessAssignments/${anAssignment().id}`;
    const headers = { 'If-Match': etagIn(await ask(surface, 'GET', place)) };
    expect(await ask(surface, 'DELETE', place, { headers })).toMatchObject({ status: 204 });
    expect(await ask(surface, 'GET', place)).toMatchObject({ body: { status: 'deleting' } });
    expect(await ask(surface, 'POST', `${ONE}/accessAssignments`, { body: wanted })).toMatchObject({ status: 409 });
    pass({ minutes: 1 });
    expect(await ask(surface, 'GET', place)).toMatchObject({ body: { status: 'deleted' } });
    expect(await ask(surface, 'POST', `${ONE}/accessAssignments`, { body: wanted })).toMatchObject({ status: 201 });
  });
});

describe('the directory', () => {
  const SUBSCRIPTIONS = '/v1.0/directory/subscriptions';

  test('of a customer is read by whoever has a reading role there by way of a group', async () => {
    const { world, customer, surface } = scene({ tenant: solsikke });
    customer.subscriptions.push(licence());
    const relationship = putActive(world);
    expect(await ask(surface, 'GET', SUBSCRIPTIONS)).toMatchObject({
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied' } },
    });
    relationship.assignments.push(anAssignment({ roles: [roles.user] }));
    expect(await ask(surface, 'GET', SUBSCRIPTIONS)).toMatchObject({ status: 403 });
    relationship.assignments[0] = anAssignment({ roles: [roles.directoryReaders] });
    expect(await ask(surface, 'GET', SUBSCRIPTIONS)).toMatchObject({ status: 200, body: { value: [{ ownerTenantId: nordlys }] } });
  });

  test('knows our people and groups', async () => {
    const { surface } = scene();
    const person = await ask(surface, 'GET', '/v1.0/users/admin.agent%40nordlys.example?$select=id,accountEnabled');
    expect(person).toMatchObject({ status: 200, body: { accountEnabled: true } });
    expect(person.body).not.toHaveProperty('displayName');
    expect(await ask(surface, 'GET', `/v1.0/groups/${agents}`)).toMatchObject({ body: { displayName: 'AdminAgents' } });
    const members = await ask(surface, 'GET', `/v1.0/groups/${agents}/transitiveMembers/microsoft.graph.user?$top=999`);
    expect(names(members)).toEqual(['Astrid Nygård']);
    expect(await ask(surface, 'GET', `/v1.0/groups/${firstId}`)).toMatchObject({ status: 404 });
  });

  test('finds a tenant by its domain', async () => {
    const { surface } = scene();
    const find = (domain: string) =>
      ask(surface, 'GET', `/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='${domain}')`);
    expect(await find('Solsikkebakeri.example')).toMatchObject({ status: 200, body: { tenantId: solsikke } });
    expect(await find('nobody.example')).toMatchObject({ status: 404 });
  });

  test('names its built-in roles', async () => {
    const { body } = await ask(scene().surface, 'GET', '/v1.0/directoryRoleTemplates');
    expect(body).toHaveProperty('value.length', 73);
  });
});

test.each([
  ['POST', ALL, '['.repeat(20_000)],
  ['POST', `${ONE}/requests`, { action: 'explode' }],
  ['PATCH', ONE, { displayName: 7 }],
  ['PATCH', ONE, {}],
])('%s %s with nonsense is refused', async (method, path, body) => {
  const { world, surface } = scene();
  putRelationship(world);
  const reply = await ask(surface, method, path, { headers: { 'If-Match': '*' }, body });
  expect(reply).toMatchObject({ status: 400, body: { error: { code: 'badRequest' } } });
});
