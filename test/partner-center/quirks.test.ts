import { expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { createAgreements } from '../../src/partner-center/agreements.ts';
import { createCustomers } from '../../src/partner-center/customers.ts';
import { createDomains } from '../../src/partner-center/domains.ts';
import { createLegacyTransfers } from '../../src/partner-center/legacy-transfers.ts';
import { createPartnersAround } from '../../src/partner-center/partners-around.ts';
import { createSubscriptions } from '../../src/partner-center/subscriptions.ts';
import { createTransfers } from '../../src/partner-center/transfers.ts';
import { createValidationStatus } from '../../src/partner-center/validation-status.ts';
import { accountOf, bakeri, granitt, nordlys, rederi, transferId, transferOf } from '../support/partner-center.ts';
import { says, told } from '../support/told.ts';

const untyped = {
  id: transferId,
  status: 'Pending',
  customerTenantId: bakeri,
  customerName: 'Solsikke Bakeri AS',
  sourcePartnerTenantId: granitt,
  targetPartnerTenantId: nordlys,
};

const transfer = { ...untyped, transferType: 5 };

const customer = {
  id: bakeri,
  companyProfile: { tenantId: bakeri, domain: 'solsikkebakeri.example', companyName: 'Solsikke Bakeri AS' },
  relationshipToPartner: 'reseller',
};

const readTransfer = (body: object, ours = nordlys) =>
  told(says(body), (service) => createTransfers(service, accountOf(ours)).get(bakeri, transferId));

const readCustomer = (body: object) => told(says(body), (service) => createCustomers(service).get(bakeri));

test('quirk 1: a transfer of the old kind is told from a new one under the same address, and treated by neither’s rules', async () => {
  const { sent } = await readTransfer({
    ...untyped,
    status: 'Active',
    lineItems: [{ id: 0, subscriptionId: bakeri, offerId: bakeri }],
  });
  expect(sent).toMatchObject({ ok: true, body: { kind: 'legacy', status: 'pending' } });

  const old = transferOf('pc-transfer-legacy-create', nordlys);
  const { sent: cancelled, asked } = await told(says(transfer), (service) =>
    createTransfers(service, accountOf(nordlys)).cancel(old, 'a case'),
  );
  expect(cancelled).toMatchObject({ ok: false, failure: { kind: 'refused', code: 'legacy-transfer' } });
  expect(asked).toEqual([]);
});

test.each([3, 5, '3', '5'])('quirk 2: a transfer of type %j is of the new kind', async (transferType) => {
  const { sent } = await readTransfer({ ...transfer, transferType });
  expect(sent).toMatchObject({ ok: true, body: { kind: 'new-commerce' } });
});

test('quirk 2: a product is a word when it is asked for, and a number that nobody interprets when it is told', async () => {
  const lineItems = [{ id: '0', subscriptionId: bakeri, productType: 5 }];
  const before = { ...transferOf('pc-transfer-get-pending', granitt), items: null };
  const chosen = [{ subscriptionId: bakeri, product: 'licence' }] as const;
  const { sent, asked } = await told(says({ ...transfer, status: 'InProgress', lineItems }), (service) =>
    createTransfers(service, accountOf(granitt)).accept(before, chosen, 'a case'),
  );
  expect(asked[0]?.body).toMatchObject({ lineItems: [{ subscriptionId: bakeri, productType: 'OnlineServicesNCE' }] });
  expect(sent).toMatchObject({ ok: true, body: { items: [{ id: '0', subscriptionId: bakeri }] } });
});

test('quirk 4: an accepted old transfer is looked into, because 200 does not mean that anything has moved', async () => {
  const transferErrors = [
    { transferGroupId: '0', code: 900103, description: 'no', lineItems: [{ id: 0, subscriptionId: bakeri }] },
  ];
  const { sent } = await told(says({ orders: [], transferErrors }), (service) =>
    createLegacyTransfers(service, accountOf(nordlys)).accept({ customer: bakeri, id: transferId }, 'a case'),
  );
  expect(sent).toMatchObject({ ok: true, body: { moved: [], failed: [{ subscriptionIds: [bakeri], code: '900103' }] } });
});

test('quirk 5: our side of a transfer is told by the tenants, whatever the direction, the case or the odd names say', async () => {
  const odd = { ...transfer, partnertenantid: granitt, targetPartnerEmailId: granitt, transferDirection: 1 };
  const shouted = { ...odd, sourcePartnerTenantId: granitt.toUpperCase(), targetPartnerTenantId: nordlys.toUpperCase() };
  expect((await readTransfer(shouted)).sent).toMatchObject({ ok: true, body: { ourSide: 'target' } });
  expect((await readTransfer(shouted, granitt)).sent).toMatchObject({ ok: true, body: { ourSide: 'source' } });
  expect((await readTransfer(shouted, rederi)).sent).toMatchObject({ ok: true, body: { ourSide: 'neither' } });
});

test('quirk 6: agreements are asked for by their type, and of another type they do not count', async () => {
  const old = { type: 'MicrosoftCloudAgreement', templateId: 'x', dateAgreed: '2017-01-01T00:00:00' };
  const { sent, asked } = await told(says({ totalCount: 1, items: [old] }), (service) =>
    createAgreements(service, profiles.global).attested(bakeri),
  );
  expect(asked[0]?.query).toEqual([['agreementType', 'MicrosoftCustomerAgreement']]);
  expect(sent).toMatchObject({ ok: true, body: [] });
});

test('quirk 7: a code is a text, be it told as one or as a number; a refusal for too much haste names its wait', async () => {
  const refusal = { status: 400, body: { code: 2203, description: 'not signed' } };
  const hasSigned = await told(refusal, (service) => createPartnersAround(service).hasSigned({ tenantId: granitt }));
  expect(hasSigned.sent).toMatchObject({ ok: true, body: false });

  const haste = { status: 429, headers: { 'Retry-After': '7' }, body: { statusCode: 429, message: 'Rate limit is exceeded.' } };
  const throttled = await told(haste, (service) => createValidationStatus(service).of(bakeri));
  expect(throttled.sent).toMatchObject({ ok: false, failure: { kind: 'throttled', afterMs: 7000 } });
});

test('quirk 7: only its own “no status” is none; any other “not found” stays a failure', async () => {
  const lookUp = async (body: unknown) =>
    (await told({ status: 404, body }, (service) => createValidationStatus(service).of(bakeri))).sent;
  expect(await lookUp({ code: 600074, errorName: 'AccountStatusNotFound' })).toMatchObject({ ok: true, body: null });
  expect(await lookUp({ code: '1000', description: 'Not found' })).toMatchObject({ ok: false, failure: { code: '1000' } });
  expect(await lookUp('<html>not found</html>')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
});

test('quirk 8: what has changed since it was read is told by a 400 with its own code', async () => {
  const { sent } = await told({ status: 400, body: { code: 2055, description: 'Etag is no longer valid' } }, (service) =>
    createCustomers(service).remove(bakeri, 'a case'),
  );
  expect(sent).toMatchObject({ ok: false, failure: { kind: 'stale' } });
});

test('quirk 9: a byte order mark before the answer is none of it', async () => {
  const { sent } = await readCustomer(customer);
  const marked = await told({ status: 200, body: `\uFEFF${JSON.stringify(customer)}` }, (service) =>
    createCustomers(service).get(bakeri),
  );
  expect(marked.sent).toMatchObject({ ok: true, body: sent.ok && sent.body });
});

test('quirk 10: keys in any case are read', async () => {
  const changed = { Id: null, RelationshipToPartner: 'None', ALLOWDELEGATEDACCESS: null };
  const { sent } = await told(says(changed), (service) => createCustomers(service).remove(bakeri, 'a case'));
  expect(sent).toMatchObject({ ok: true, body: { relationship: 'none', fullAdmin: null } });
});

test('quirk 11: a domain that is found is taken; one that nobody could ask about is neither taken nor free', async () => {
  const ask = (status: number) => told({ status }, (service) => createDomains(service).isTaken('lyngmo.example'));
  expect((await ask(200)).sent).toMatchObject({ ok: true, body: true });
  expect((await ask(404)).sent).toMatchObject({ ok: true, body: false });
  expect((await ask(403)).sent).toMatchObject({ ok: false, failure: { kind: 'refused' } });
});

test('quirk 12: without full admin there is no address, e-mail or domain to see, and that is no failure', async () => {
  const { sent } = await readCustomer(customer);
  expect(sent).toMatchObject({ ok: true, body: { address: null, email: null, customDomains: null } });
});

test('quirk 13: whether there is full admin is told of one customer, and unknown where it is not told', async () => {
  const { sent } = await readCustomer({ ...customer, allowDelegatedAccess: true });
  expect(sent).toMatchObject({ ok: true, body: { fullAdmin: true } });
  expect((await readCustomer(customer)).sent).toMatchObject({ ok: true, body: { fullAdmin: null } });
  const { sent: listed } = await told(says({ items: [{ ...customer, allowDelegatedAccess: true }] }), (service) =>
    createCustomers(service).all(),
  );
  expect(listed.ok && listed.body[0]).not.toHaveProperty('fullAdmin');
});

test('quirk 14: a count of one page does not end the list', async () => {
  const next = { uri: '/customers?size=1&seekOperation=Next', headers: [{ key: 'ms-continuationtoken', value: 'two' }] };
  const pages = [
    says({ totalCount: 1, items: [customer], links: { next } }),
    says({ totalCount: 1, items: [{ ...customer, id: rederi }] }),
  ];
  const { sent, asked } = await told(pages, (service) => createCustomers(service).all(1));
  expect(sent).toMatchObject({ ok: true, body: [{ tenantId: bakeri }, { tenantId: rederi }] });
  expect(asked[1]).toMatchObject({ path: '/v1/customers', headers: { 'ms-continuationtoken': 'two' } });
});

test('quirk 14: a token beside the links is as good as one within', async () => {
  const links = { next: { uri: '/v1/customers?size=1&seekOperation=Next' } };
  const pages = [says({ items: [], links, continuationToken: 'two' }), says({ items: [] })];
  const { asked } = await told(pages, (service) => createCustomers(service).all(1));
  expect(asked[1]).toMatchObject({ path: '/v1/customers', headers: { 'ms-continuationtoken': 'two' } });
});

test('quirk 23: a customer may have an Azure plan through each of several resellers: none is taken for the other', async () => {
  const azurePlan = { offerId: 'DZH318Z0BPS6:0001:DZH318Z0BML6', status: 'active', offerName: 'Azure plan' };
  const items = [
    { ...azurePlan, id: bakeri, partnerId: '6100001' },
    { ...azurePlan, id: rederi, partnerId: '6100002' },
  ];
  const { sent } = await told(says({ items }), (service) => createSubscriptions(service).of(bakeri));
  expect(sent).toMatchObject({
    ok: true,
    body: [
      { id: bakeri, generation: 'azure_plan', partnerId: '6100001' },
      { id: rederi, generation: 'azure_plan', partnerId: '6100002' },
    ],
  });
});
