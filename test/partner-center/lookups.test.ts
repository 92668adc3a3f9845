import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { createAgreements } from '../../src/partner-center/agreements.ts';
import { createCustomers } from '../../src/partner-center/customers.ts';
import { createTransfers } from '../../src/partner-center/transfers.ts';
import { createWebhookRegistration } from '../../src/partner-center/webhook-registration.ts';
import { accountOf, bakeri, granitt, nordlys, rederi, transferId } from '../support/partner-center.ts';
import type { Answer } from '../support/replay.ts';
import { says, told } from '../support/told.ts';

describe('a request for a transfer that may have been made already', () => {
  const old = {
    id: transferId,
    status: 'Pending',
    customerTenantId: bakeri,
    sourcePartnerTenantId: granitt,
    targetPartnerTenantId: nordlys,
  };
  const ours = { ...old, transferType: 5 };

  const find = async (...items: readonly object[]) =>
    (
      await told(says({ items }), (service) =>
        createTransfers(service, accountOf(nordlys)).findPending({ customer: bakeri, sourceTenant: granitt.toUpperCase() }),
      )
    ).sent;

  test.each(['Pending', 'Active', 'InProgress'])('is found while it is %s', async (status) => {
    expect(await find({ ...ours, status: 'Expired', id: rederi }, { ...ours, status })).toMatchObject({ body: { id: transferId } });
  });

  test.each([
    ['is over', { ...ours, status: 'Complete' }],
    ['has a status that nobody knows', { ...ours, status: 'Thinking' }],
    ['is between others', { ...ours, targetPartnerTenantId: rederi }],
    ['comes from another partner', { ...ours, sourcePartnerTenantId: rederi }],
    ['was asked of us, not by us', { ...ours, sourcePartnerTenantId: nordlys, targetPartnerTenantId: granitt }],
    ['is of the old kind', old],
  ])('is not one that %s', async (_, one) => {
    expect(await find(one)).toMatchObject({ ok: true, body: null });
  });
});

describe('the customer agreement', () => {
  const attested = says({
    items: [{ type: 'MicrosoftCustomerAgreement', templateId: 'a template', dateAgreed: '2026-02-10T00:00:00' }],
  });
  const none = says({ items: [] });
  const broken: Answer = { status: 500 };

  const inPlace = async (direct: Answer, list: Answer) =>
    (await told([direct, list], (service) => createAgreements(service, profiles.global).inPlace(bakeri))).sent;

  test.each([
    ['signed by the customer', says({ isSigned: true }), broken, 'accepted'],
    ['attested by a partner', says({ isSigned: false }), attested, 'attested'],
    ['attested, while nobody says whether it is signed', broken, attested, 'attested'],
    ['not there', says({ isSigned: false }), none, 'none'],
  ])('is %s', async (_, direct, list, expected) => {
    expect(await inPlace(direct, list)).toMatchObject({ ok: true, body: expected });
  });

  test.each([
    ['whether it is signed', broken, none],
    ['whether it was attested', says({ isSigned: false }), broken],
  ])('is not called missing while nobody knows %s', async (_, direct, list) => {
    expect(await inPlace(direct, list)).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
  });

  test('an attestation without a telephone number names none', async () => {
    const contact = { firstName: 'Kari', lastName: 'Solberg', email: 'kari@solsikkebakeri.example', phoneNumber: null };
    const attestation = { templateId: 'a template', agreedAt: '2026-02-10T00:00:00.000Z' as never, contact };
    const { asked } = await told({ status: 201, body: {} }, (service) =>
      createAgreements(service, profiles.global).attest(bakeri, attestation, 'a case'),
    );
    expect(asked[0]?.body).toMatchObject({ primaryContact: { email: 'kari@solsikkebakeri.example' } });
    expect(asked[0]?.body).not.toHaveProperty('primaryContact.phoneNumber');
  });
});

describe('a customer by its domain', () => {
  const listed = (id: string, domain: string) => ({
    id,
    companyProfile: { domain, companyName: domain },
    relationshipToPartner: 'reseller',
  });
  const items = [listed(rederi, 'lyngmo.example.org'), listed(bakeri, 'Lyngmo.example')];

  const byDomain = async (domain: string) =>
    (await told(says({ items }), (service) => createCustomers(service).byDomain(domain))).sent;

  test('is the one whose domain it is, not one that begins alike', async () => {
    expect(await byDomain('lyngmo.example')).toMatchObject({ ok: true, body: { tenantId: bakeri } });
  });

  test('is nobody where no domain is the same', async () => {
    expect(await byDomain('lyngmo.exam')).toMatchObject({ ok: true, body: null });
  });
});

describe('where news is told', () => {
  const get = async (answer: Answer) => (await told(answer, (service) => createWebhookRegistration(service).get())).sent;

  test('is read whichever case its keys are in', async () => {
    const seen = {
      webhookUrl: 'https://bot.example/news',
      webhookEvents: ['test-created'],
      lastModifiedTimestamp: '2026-03-02T09:00:00',
    };
    expect(await get(says(seen))).toMatchObject({
      body: { url: 'https://bot.example/news', events: ['test-created'], changedAt: '2026-03-02T09:00:00.000Z' },
    });
  });

  test.each([
    ['no answer', { status: 204 }],
    ['an empty one', says({})],
    ['“not found”', { status: 404, body: { code: '1000' } }],
  ])('is nowhere yet, with %s', async (_, answer) => {
    expect(await get(answer)).toMatchObject({ ok: true, body: null });
  });

  test('a service in trouble does not mean that it is nowhere', async () => {
    expect(await get({ status: 503 })).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
  });

  test('the signature moves to its own header where it is asked to', async () => {
    const wanted = { url: 'https://bot.example/news', events: [], signatureIn: 'x-ms-signature' } as const;
    const { asked } = await told(says({}), (service) => createWebhookRegistration(service).replace(wanted, 'a case'));
    expect(asked[0]?.body).toEqual({ WebhookUrl: wanted.url, WebhookEvents: [], SignatureTokenToMsSignatureHeader: true });
  });
});
