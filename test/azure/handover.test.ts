import { describe, expect, test } from '@jest/globals';
import { handoverCommand } from '../../src/azure/handover-command.ts';
import { createPartnerLinks } from '../../src/azure/partner-link.ts';
import { createRoleAssignments, OWNER } from '../../src/azure/role-assignments.ts';
import { createAzureSubscriptions } from '../../src/azure/subscriptions.ts';
import { createBillingProperties } from '../../src/azure/billing-property.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import type { Sent } from '../../src/wire/failure.ts';
import type { Service } from '../../src/wire/service.ts';
import { azureAnswering, recordedBody } from '../support/graph-and-azure.ts';

const customer = 'c0570001-0001-4c01-8c01-0000000000c1';
const subscription = '5ab50001-0001-4e01-8e01-0000000000e1';
const group = '96090001-0001-4901-8901-000000000091';
const name = '4a550001-0001-4a01-8a01-000000000001';
const place = { customer, subscription };

describe('what the customer pastes', () => {
  test('it lets our group in, by its id in our tenant', () => {
    expect(handoverCommand(subscription, { group })).toBe(
      `az role assignment create --assignee-object-id ${group} --assignee-principal-type ForeignGroup --role ${OWNER} --scope /subscriptions/${subscription}`,
    );
  });

  test('it gives less where less is wanted', () => {
    const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
    expect(handoverCommand(subscription, { group, role: reader })).toContain(` --role ${reader} `);
  });

  test.each([
    [`${subscription}; rm -rf ~`, { group }],
    [subscription, { group: '$(whoami)' }],
    [subscription, { group, role: 'Owner" --scope "/' }],
    [`${subscription}\n`, { group }],
  ])('nothing but ids gets into it: %p', (where, what) => {
    expect(handoverCommand(where, what)).toBeNull();
  });
});

describe('role assignments', () => {
  test('only what groups of other tenants hold is told, in whatever case that is said', async () => {
    const [recorded] = recordedBody('arm-roleassignments-foreign-group').value as [{ properties: object }];
    const held = (principalType: string) => ({ ...recorded, properties: { ...recorded.properties, principalType } });
    const body = { value: [held('User'), held('foreigngroup'), held('Group'), held('ForeignGroup')] };
    const { sent } = await azureAnswering([{ status: 200, body }], (service, base) =>
      createRoleAssignments(service, { ...profiles.global, azure: base }).foreign(place),
    );
    expect(sent.ok && sent.body.map(({ foreign, role }) => [foreign, role])).toEqual([
      [true, OWNER],
      [true, OWNER],
    ]);
  });

  test('one can be taken away again', async () => {
    const { sent, asked } = await azureAnswering([{ status: 204 }], (service) =>
      createRoleAssignments(service, profiles.global).take(place, name),
    );
    expect(sent).toMatchObject({ ok: true });
    expect(asked).toMatchObject([
      {
        method: 'DELETE',
        path: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments/${name}`,
        query: [['api-version', '2022-04-01']],
      },
    ]);
  });
});

test('subscriptions are told from all pages, and an empty link is the end', async () => {
  const { value } = recordedBody('arm-subscriptions-list') as { value: readonly unknown[] };
  const { sent, asked } = await azureAnswering(
    [
      { status: 200, body: { value: value.slice(0, 1), nextLink: 'https://arm.contoso.example/subscriptions?$skiptoken=2' } },
      { status: 200, body: { value: value.slice(1), nextLink: '' } },
    ],
    (service) => createAzureSubscriptions(service, { ...profiles.global, azure: 'https://arm.contoso.example' }).list(customer),
  );
  expect(sent.ok && sent.body.map(({ name }) => name)).toEqual(['Produksjon', 'Laboratorium']);
  expect(asked[1]).toMatchObject({ path: '/subscriptions', query: [['$skiptoken', '2']] });
});

test('a partner link tells its partner as text, even where it is said as a number', async () => {
  const body = { properties: { partnerId: 6100001, version: 3, state: 'Deleted' } };
  const { sent } = await azureAnswering([{ status: 200, body }], (service) =>
    createPartnerLinks(service, profiles.global).get(customer, '6100001'),
  );
  expect(sent).toMatchObject({ ok: true, body: { partnerId: '6100001', isActive: false, holder: null, linkedAt: null } });
});

test('where a cloud has no partner links, nothing is asked', async () => {
  const { sent, asked } = await azureAnswering([], (service) =>
    createPartnerLinks(service, { ...profiles.global, lacks: ['azure-partner-link'] }).link(customer, '6100001'),
  );
  expect(sent).toMatchObject({ ok: false, failure: { kind: 'not-offered' } });
  expect(asked).toEqual([]);
});

describe('nothing is asked for that cannot be meant', () => {
  const roles = (service: Service) => createRoleAssignments(service, profiles.global);
  const links = (service: Service) => createPartnerLinks(service, profiles.global);

  test.each<[string, (service: Service) => Promise<Sent<unknown>>]>([
    ['a tenant that is none', (service) => createAzureSubscriptions(service, profiles.global).list('..')],
    ['a tenant that is none, for its billing', (service) => createBillingProperties(service).get('x', subscription)],
    ['a subscription that is none', (service) => createBillingProperties(service).get(customer, '../x')],
    ['roles in a subscription that is none', (service) => roles(service).foreign({ customer, subscription: '..' })],
    ['a role that is none', (service) => roles(service).give(place, { name, group, role: 'Owner' })],
    ['a group that is none', (service) => roles(service).give(place, { name, group: 'AdminAgents' })],
    ['an assignment that is none', (service) => roles(service).take(place, '..')],
    ['a partner that is none', (service) => links(service).link(customer, '../operations')],
    ['a customer of a link that is none', (service) => links(service).get('contoso.example', '6100001')],
  ])('%s', async (_, call) => {
    const { sent, asked } = await azureAnswering([], call);
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'refused', code: 'not-an-id' } });
    expect(asked).toEqual([]);
  });
});
