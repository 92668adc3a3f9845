import { expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { createPartnerCenter } from '../../src/sandbox/partner-center/create-partner-center.ts';
import { askToken, clientId, openSandbox, secret } from '../support/sandbox.ts';
import {
  addCustomer,
  ask,
  azurePlan,
  claimsOf,
  granitt,
  havbris,
  licence,
  lyngmo,
  nordlys,
  sandboxScene,
  solsikke,
  tie,
} from '../support/sandbox-world.ts';
import type { Scene } from '../support/sandbox-world.ts';
import { production, readyScene, theirLicence } from '../support/transfer-world.ts';

// The oddities of Partner Center, in the made-up one. Those of Graph are in graph.test.ts and relationships.test.ts.

const partnerCenterOf = ({ world }: Scene, partner = nordlys) => {
  const surface = createPartnerCenter({ world, cloud: 'global', claimsOf: () => claimsOf(world, partner) });
  return async (method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) => {
    const reply = await ask(surface, method, `/v1${path}`, { headers, body });
    return { status: reply.status, body: reply.body as Readonly<Record<string, unknown>> };
  };
};

const CUSTOMER = `/customers/${solsikke}`;
const TRANSFERS = `${CUSTOMER}/transfers`;

const withCustomer = ({ dap = false } = {}) => {
  const scene = sandboxScene();
  const customer = addCustomer(scene.world, solsikke);
  tie(customer, nordlys, { dap });
  return { scene, customer, partnerCenter: partnerCenterOf(scene) };
};

const wanted = {
  sourcePartnerTenantId: granitt,
  sourcePartnerName: 'Granitt IT AS',
  customerEmailId: 'kari@solsikkebakeri.example',
  targetProductTypes: ['AzureSubscription'],
  transferType: 5,
};

const offered = {
  sourcePartnerTenantId: granitt,
  targetPartnerTenantId: nordlys,
  lineItems: [{ subscriptionId: theirLicence }],
};

/** A licence of the old kind, which the losing partner can still offer. */
const withOldLicence = () => {
  const scene = readyScene();
  const { subscriptions } = scene.customer;
  const place = subscriptions.findIndex(({ id }) => id === theirLicence);
  const old = licence({ id: theirLicence, seller: granitt, offerId: '796b6b5f-613c-4e24-a17c-eba730d49c02' });
  subscriptions[place] = old;
  return { ...scene, old };
};

test('quirk 1: at one address the gaining partner asks for what is new, and the losing partner offers what is old', async () => {
  const scene = withOldLicence();
  const [ours, theirs] = [partnerCenterOf(scene), partnerCenterOf(scene, granitt)];
  expect(await ours('POST', TRANSFERS, wanted)).toMatchObject({ status: 201, body: { status: 'Pending', transferType: 5 } });
  const { status, body } = await theirs('POST', TRANSFERS, offered);
  expect([status, body.status]).toEqual([201, 'Active']);
  expect(body).not.toHaveProperty('transferType');
  expect((await theirs('POST', TRANSFERS, wanted)).status).toBe(400);
  expect((await ours('POST', TRANSFERS, offered)).status).toBe(403);
});

test('quirk 2: the type is a number in both directions; a product goes in as a word and comes out as a number', async () => {
  const scene = readyScene();
  const [ours, theirs] = [partnerCenterOf(scene), partnerCenterOf(scene, granitt)];
  expect((await ours('POST', TRANSFERS, { ...wanted, transferType: '5' })).status).toBe(400);
  const { body: created } = await ours('POST', TRANSFERS, { ...wanted, transferType: 3 });
  expect(created.transferType).toBe(3);
  const chosen = [{ subscriptionId: production, productType: 'AzureSubscription' }];
  const path = `${TRANSFERS}/${String(created.id)}`;
  expect((await theirs('PATCH', path, { status: 'Accept', lineItems: [{ ...chosen[0], productType: 5 }] })).status).toBe(400);
  const { body } = await theirs('PATCH', path, { status: 'Accept', lineItems: chosen });
  expect(body.lineItems).toMatchObject([{ subscriptionId: production, productType: expect.any(Number) }]);
});

test('quirk 4: what is accepted in the old way answers 200, and inside that nothing has moved', async () => {
  const scene = withOldLicence();
  const { body } = await partnerCenterOf(scene, granitt)('POST', TRANSFERS, offered);
  scene.old.status = 'suspended';
  expect(await partnerCenterOf(scene)('POST', `${TRANSFERS}/${String(body.id)}/accept`)).toMatchObject({
    status: 200,
    body: { orders: [], transferErrors: [{ code: 900103 }] },
  });
});

test('quirk 5: a name in small letters, and an e-mail address that is a tenant', async () => {
  const { body } = await partnerCenterOf(readyScene())('POST', TRANSFERS, wanted);
  expect(body).toMatchObject({ partnertenantid: nordlys, targetPartnerEmailId: nordlys });
});

test('quirk 6: who does not say which agreements is told of those of another kind', async () => {
  const { partnerCenter } = withCustomer();
  expect((await partnerCenter('GET', `${CUSTOMER}/agreements`)).body.items).toEqual([]);
  const typed = await partnerCenter('GET', `${CUSTOMER}/agreements?agreementType=MicrosoftCustomerAgreement`);
  expect(typed.body.items).toHaveLength(1);
});

test('quirk 7: a code is a text here, and a number where there is no validation status', async () => {
  const { customer, partnerCenter } = withCustomer();
  customer.validation = null;
  expect((await partnerCenter('GET', '/customers/c0570009-0009-4c09-8c09-0000000000c9')).body.code).toEqual(expect.any(String));
  expect(await partnerCenter('GET', `${CUSTOMER}/validationStatus?type=account`)).toMatchObject({
    status: 404,
    body: { code: 600074, errorName: 'AccountStatusNotFound' },
  });
});

test('quirk 7: too much haste is answered in a shape of its own', async () => {
  const sandbox = await openSandbox({ limits: { customers: { most: 0, seconds: 60 } } });
  const { signIn, base } = sandbox;
  const form = { client_id: clientId, client_secret: secret, resource: profiles.global.partnerCenterAudience };
  const { refreshToken = '' } = signIn('global', { upn: 'admin.agent@nordlys.example', clientId, mfa: true }) ?? {};
  const { body } = await askToken(base, `/${nordlys}/oauth2/token`, {
    ...form,
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  const headers = { Authorization: `Bearer ${String(body.access_token)}` };
  const answer = await fetch(`${base}/global/partner-center/v1/customers`, { headers });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toEqual({ statusCode: 429, message: expect.any(String) });
});

test('quirk 8: whoever changes what has changed meanwhile is refused with 400 and its own code', async () => {
  const { customer, partnerCenter } = withCustomer();
  customer.subscriptions.push(licence());
  const path = `${CUSTOMER}/subscriptions/${licence().id}`;
  const { body: before } = await partnerCenter('GET', path);
  const { etag } = before.attributes as { readonly etag: string };
  const change = (quantity: number) => partnerCenter('PATCH', path, { ...before, quantity }, { 'If-Match': `"${etag}"` });
  expect((await change(26)).status).toBe(200);
  expect(await change(27)).toMatchObject({ status: 400, body: { code: '2055' } });
});

test('quirk 10: what a customer has come to be is told in capitals, and most of it left empty', async () => {
  const { partnerCenter } = withCustomer();
  const { body } = await partnerCenter('PATCH', CUSTOMER, { relationshipToPartner: 'none' });
  expect(body).toMatchObject({ Id: null, RelationshipToPartner: 'none', AllowDelegatedAccess: null });
});

test('quirk 11: a domain that is found is taken', async () => {
  const { partnerCenter } = withCustomer();
  expect((await partnerCenter('HEAD', '/domains/solsikkebakeri.example')).status).toBe(200);
  expect((await partnerCenter('HEAD', '/domains/free.example')).status).toBe(404);
});

test('quirk 12: address, e-mail and domains are shown with full admin, and not without', async () => {
  const shown = async (dap: boolean) => {
    const { body } = await withCustomer({ dap }).partnerCenter('GET', CUSTOMER);
    return ['customDomains' in body, ...['address', 'email'].map((name) => name in (body.companyProfile as object))];
  };
  expect(await shown(true)).toEqual([true, true, true]);
  expect(await shown(false)).toEqual([false, false, false]);
});

test('quirk 13: only one customer at a time tells of full admin, and granular admin is none', async () => {
  const { scene, partnerCenter } = withCustomer();
  scene.world.relationships.clear();
  expect((await partnerCenter('GET', CUSTOMER)).body.allowDelegatedAccess).toBe(false);
  const { body } = await partnerCenter('GET', '/customers');
  expect((body.items as readonly object[])[0]).not.toHaveProperty('allowDelegatedAccess');
});

test('quirk 14: the count is that of the page', async () => {
  const { scene, partnerCenter } = withCustomer();
  for (const other of [havbris, lyngmo]) tie(addCustomer(scene.world, other), nordlys);
  const { body } = await partnerCenter('GET', '/customers?size=2');
  expect(body).toMatchObject({ totalCount: 2, links: { next: {} } });
});

test('quirk 15: numbers of the old token endpoint are texts', async () => {
  const { base } = await openSandbox();
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
  const audience = profiles.global.partnerCenterAudience;
  const { body } = await askToken(base, `/${nordlys}/oauth2/token`, { ...form, resource: audience });
  expect(body).toMatchObject({ expires_in: '3599', expires_on: expect.stringMatching(/^\d+$/) });
  const newer = await askToken(base, `/${nordlys}/oauth2/v2.0/token`, { ...form, scope: `${audience}/.default` });
  expect(newer.body).toMatchObject({ expires_in: 3599 });
});

test('quirk 23: of several resellers’ Azure plans each sees its own', async () => {
  const { scene, customer } = withCustomer();
  tie(customer, granitt);
  customer.subscriptions.push(azurePlan(), azurePlan({ id: '5b5c0004-0004-4d04-8d04-0000000000d4', seller: granitt }));
  const plans = async (partner: string) => {
    const { body } = await partnerCenterOf(scene, partner)('GET', `${CUSTOMER}/subscriptions`);
    return (body.items as readonly { readonly id: string }[]).map(({ id }) => id);
  };
  expect(await plans(nordlys)).toEqual([azurePlan().id]);
  expect(await plans(granitt)).toEqual(['5b5c0004-0004-4d04-8d04-0000000000d4']);
});

test('quirk 27: 21Vianet has no Azure and no records in Partner Center, and no agreements', async () => {
  const { world } = sandboxScene();
  const [china] = [...world.partners.values()].filter(({ cloud }) => cloud === 'china_21v');
  const claims = claimsOf(world, china?.tenantId ?? '', { audience: profiles.china_21v.partnerCenterAudience });
  const surface = createPartnerCenter({ world, cloud: 'china_21v', claimsOf: () => claims });
  const customer = addCustomer(world, solsikke, { cloud: 'china_21v' });
  tie(customer, china?.tenantId ?? '');
  const statusAt = async (path: string) => (await ask(surface, 'GET', `/v1${path}`)).status;
  expect(await statusAt(CUSTOMER)).toBe(200);
  expect(await statusAt(`${CUSTOMER}/agreements?agreementType=MicrosoftCustomerAgreement`)).toBe(404);
  expect(await statusAt(`${CUSTOMER}/subscriptions/${azurePlan().id}/azureEntitlements`)).toBe(404);
  expect(await statusAt('/auditrecords?startDate=2026-03-01')).toBe(404);
});
