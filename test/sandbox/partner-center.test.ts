import { describe, expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import type { Claims } from '../../src/sandbox/exchange.ts';
import { createPartnerCenter } from '../../src/sandbox/partner-center/create-partner-center.ts';
import {
  addCustomer,
  appClaimsOf,
  ask,
  claimsOf,
  havbris,
  licence,
  lyngmo,
  nordlys,
  sandboxScene,
  solsikke,
  tie,
} from '../support/sandbox-world.ts';
import type { Scene } from '../support/sandbox-world.ts';

const china = '7a11c0de-6666-4a10-8a10-0000000000a6';
const government = '7a11c0de-5555-4a10-8a10-0000000000a5';

const surfaceOf = ({ world }: Scene, changes: Partial<Claims> = {}) =>
  createPartnerCenter({ world, cloud: 'global', claimsOf: () => claimsOf(world, nordlys, changes) });

const own = ({ world }: Scene, tenantId = solsikke) => {
  const customer = addCustomer(world, tenantId);
  tie(customer, nordlys);
  return customer;
};

interface Page {
  readonly totalCount: number;
  readonly items: readonly { readonly id: string }[];
  readonly links: { readonly next?: { readonly uri: string; readonly headers: readonly { key: string; value: string }[] } };
}

describe('Lists', () => {
  test('go on where a link says and its token is sent along, and end where there is no link', async () => {
    const scene = sandboxScene();
    for (const customer of [solsikke, havbris, lyngmo]) own(scene, customer);
    const surface = surfaceOf(scene);
    const first = (await ask(surface, 'GET', '/v1/customers?size=2')).body as Page;
    const next = first.links.next ?? { uri: '', headers: [] };
    const headers = Object.fromEntries(next.headers.map(({ key, value }) => [key, value]));
    const second = (await ask(surface, 'GET', `/v1${next.uri}`, { headers })).body as Page;

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([solsikke, havbris, lyngmo]);
    expect(second.links).not.toHaveProperty('next');
    expect((await ask(surface, 'GET', `/v1${next.uri}`)).status).toBe(400);
  });

  test.each(['{"Field":"CompanyName"}', 'nonsense', '{"Field":"TenantId","Value":"c","Operator":"starts_with"}'])(
    'refuse the filter %s',
    async (filter) => {
      expect((await ask(surfaceOf(sandboxScene()), 'GET', `/v1/customers?filter=${encodeURIComponent(filter)}`)).status).toBe(400);
    },
  );

  test('show of what was bought only what the partner sold, and only when it has arrived', async () => {
    const scene = sandboxScene();
    const soon = instant(Date.parse(scene.world.now()) + 60_000);
    own(scene).subscriptions.push(licence(), licence({ id: 'new', visibleAt: soon }), licence({ id: 'theirs', seller: 'other' }));
    const surface = surfaceOf(scene);
    const path = `/v1/customers/${solsikke}/subscriptions`;

    expect(((await ask(surface, 'GET', path)).body as Page).totalCount).toBe(1);
    scene.pass({ minutes: 1 });
    expect(((await ask(surface, 'GET', path)).body as Page).items.map(({ id }) => id)).toEqual([licence().id, 'new']);
  });
});

describe('Callers', () => {
  test('without a second factor are turned away', async () => {
    expect(await ask(surfaceOf(sandboxScene(), { mfa: false }), 'GET', '/v1/customers')).toMatchObject({
      status: 403,
      body: { code: '900309' },
    });
  });

  test('are told whether they showed one, if they ask, and find it in the list of their requests', async () => {
    const surface = surfaceOf(sandboxScene());
    const reply = await ask(surface, 'GET', '/v1/customers', { headers: { ValidateMfa: 'true' } });
    expect(reply.headers).toEqual({ isMfaCompliant: 'true' });

    const { body } = await ask(surface, 'GET', '/v1/partnerRequests');
    expect((body as Page).items).toContainEqual(expect.objectContaining({ path: '/v1/customers', mfaCompliant: true }));
  });

  test('reach into a customer’s directory only with a role there', async () => {
    const scene = sandboxScene();
    own(scene);
    expect(await ask(surfaceOf(scene), 'GET', `/v1/customers/${solsikke}/organization`)).toMatchObject({
      status: 403,
      body: { code: '900308' },
    });
  });

  test('may write ids in capitals', async () => {
    const scene = sandboxScene();
    own(scene);
    expect((await ask(surfaceOf(scene), 'GET', `/v1/customers/${solsikke.toUpperCase()}`)).status).toBe(200);
  });

  test('of another cloud are strangers', async () => {
    const scene = sandboxScene();
    const claims = { ...claimsOf(scene.world, government) };
    const surface = createPartnerCenter({ world: scene.world, cloud: 'global', claimsOf: () => claims });
    expect((await ask(surface, 'GET', '/v1/customers')).status).toBe(401);
  });

  test('can be applications where that is allowed', async () => {
    const { world } = sandboxScene();
    const surface = createPartnerCenter({ world, cloud: 'global', claimsOf: () => appClaimsOf(world, nordlys) });
    expect((await ask(surface, 'GET', '/v1/customers')).status).toBe(200);
    expect((await ask(surface, 'GET', '/v1/profiles/organization')).status).toBe(403);
  });
});

describe('Other clouds', () => {
  test.each([
    ['us_gov', government, '/v1/customers/relationshiprequests'],
    ['us_gov', government, '/v1/agreements?agreementType=MicrosoftCustomerAgreement'],
    ['china_21v', china, '/v1/auditrecords?startDate=2026-03-01'],
    ['china_21v', china, `/v1/customers/${solsikke}/subscriptions/x/azureEntitlements`],
  ] as const)('%s has nothing at %s %s', async (cloud, partner, path) => {
    const { world } = sandboxScene();
    const claims = claimsOf(world, partner, { audience: profiles[cloud].partnerCenterAudience });
    const surface = createPartnerCenter({ world, cloud, claimsOf: () => claims });
    expect(await ask(surface, 'GET', path)).toMatchObject({ status: 404, body: { code: '1000' } });
    expect((await ask(surface, 'GET', '/v1/customers')).status).toBe(200);
  });

  test('invite to their own admin center', async () => {
    const { world } = sandboxScene();
    const claims = claimsOf(world, china, { audience: profiles.china_21v.partnerCenterAudience });
    const surface = createPartnerCenter({ world, cloud: 'china_21v', claimsOf: () => claims });
    const { body } = await ask(surface, 'GET', '/v1/customers/relationshiprequests');
    expect((body as { url: string }).url.startsWith(`${profiles.china_21v.adminCenter}/`)).toBe(true);
  });
});

describe('Webhooks', () => {
  const registration = { webhookUrl: 'https://bot.nordlys.example/hook', webhookEvents: ['test-created'] };
  const path = '/webhooks/v1/registration';

  test('are registered once, and replaced after that', async () => {
    const surface = surfaceOf(sandboxScene());
    expect((await ask(surface, 'GET', path)).status).toBe(404);
    expect((await ask(surface, 'PUT', path, { body: registration })).status).toBe(404);
    expect((await ask(surface, 'POST', path, { body: registration })).status).toBe(200);
    expect((await ask(surface, 'POST', path, { body: registration })).status).toBe(400);
    expect((await ask(surface, 'PUT', path, { body: { ...registration, webhookEvents: ['no-such-event'] } })).status).toBe(400);
  });

  test('are tried out twice in a minute and not more often', async () => {
    const scene = sandboxScene();
    const surface = surfaceOf(scene);
    await ask(surface, 'POST', path, { body: registration });
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await ask(surface, 'POST', `${path}/validationEvents`)).status);
    expect(statuses).toEqual([200, 200, 429]);

    scene.pass({ minutes: 1 });
    expect((await ask(surface, 'POST', `${path}/validationEvents`)).status).toBe(200);
    expect(scene.told.map(({ event }) => event)).toEqual(['test-created', 'test-created', 'test-created']);
  });
});

describe('A new customer', () => {
  const address = {
    firstName: 'Liv',
    lastName: 'Lyng',
    addressLine1: 'Skolevegen 2',
    city: 'Oslo',
    postalCode: '0150',
    country: 'NO',
  };
  const body = {
    companyProfile: { domain: 'contoso.example', companyName: 'Contoso' },
    billingProfile: {
      culture: 'nb-NO',
      language: 'nb',
      companyName: 'Contoso',
      email: 'liv@contoso.example',
      defaultAddress: address,
    },
  };

  test('comes with granular admin unless that is switched off, and its domain is taken from then on', async () => {
    const scene = sandboxScene();
    const surface = surfaceOf(scene);
    const { status, body: made } = await ask(surface, 'POST', '/v1/customers', { body });
    expect(status).toBe(201);
    expect([...scene.world.relationships.values()]).toMatchObject([
      { status: 'active', customer: { tenantId: (made as { id: string }).id }, roles: { length: 11 } },
    ]);
    expect((await ask(surface, 'HEAD', '/v1/domains/contoso.example')).status).toBe(200);
    expect((await ask(surface, 'POST', '/v1/customers', { body })).status).toBe(400);

    const other = { ...body, enableGDAPByDefault: false, companyProfile: { domain: 'other.example', companyName: 'Other' } };
    expect((await ask(surface, 'POST', '/v1/customers', { body: other })).status).toBe(201);
    expect(scene.world.relationships.size).toBe(1);
  });
});
