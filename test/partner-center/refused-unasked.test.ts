import { describe, expect, test } from '@jest/globals';
import { profiles } from '../../src/clouds/profiles.ts';
import { createAgreements } from '../../src/partner-center/agreements.ts';
import { createAuditRecords } from '../../src/partner-center/audit-records.ts';
import { createAzureEntitlements } from '../../src/partner-center/azure-entitlements.ts';
import { createConsents } from '../../src/partner-center/consents.ts';
import { createCustomers } from '../../src/partner-center/customers.ts';
import { createDomains } from '../../src/partner-center/domains.ts';
import { createLegacyTransfers } from '../../src/partner-center/legacy-transfers.ts';
import { createProfiles } from '../../src/partner-center/profiles.ts';
import { createRelationshipRequests } from '../../src/partner-center/relationship-requests.ts';
import { createSubscriptions } from '../../src/partner-center/subscriptions.ts';
import { createTransfers } from '../../src/partner-center/transfers.ts';
import { createWebhookRegistration } from '../../src/partner-center/webhook-registration.ts';
import type { Sent } from '../../src/wire/failure.ts';
import type { Service } from '../../src/wire/service.ts';
import { accountOf, bakeri, granitt, nordlys, plan, transferId, transferOf } from '../support/partner-center.ts';
import { says, told } from '../support/told.ts';

type Ask = (service: Service) => Promise<Sent<unknown>>;

const { us_gov: gov, china_21v: china } = profiles;

const expectUnasked = async (ask: Ask, failure: object) => {
  const { sent, asked } = await told(says({}), ask);
  expect(sent).toMatchObject({ ok: false, failure });
  expect(asked).toEqual([]);
};

describe('what a cloud has no interface for is refused in words, and nothing is sent', () => {
  const period = { from: '2026-03-01', to: '2026-03-02', about: null };
  const calls: readonly (readonly [string, Ask])[] = [
    ['the reseller link, US Government', (service) => createRelationshipRequests(service, gov).link()],
    ['agreements, US Government', (service) => createAgreements(service, gov).inPlace(bakeri)],
    ['agreements, 21Vianet', (service) => createAgreements(service, china).templates()],
    ['transfers, US Government', (service) => createTransfers(service, accountOf(nordlys, gov)).list(bakeri)],
    ['transfers, 21Vianet', (service) => createTransfers(service, accountOf(nordlys, china)).get(bakeri, transferId)],
    ['old transfers, 21Vianet', (service) => createLegacyTransfers(service, accountOf(nordlys, china)).eligible(bakeri)],
    ['Azure, 21Vianet', (service) => createAzureEntitlements(service, china).inUse(bakeri)],
    ['audit records, 21Vianet', (service) => createAuditRecords(service, china).list(period)],
  ];

  test.each(calls)('%s', async (_, ask) => {
    await expectUnasked(ask, { kind: 'not-offered', words: expect.stringMatching(/^The .* has no interface for .*\.$/) });
  });
});

describe('what is no id never becomes part of a path', () => {
  const hostile = ['../x', '..', '.', '', `${bakeri}/../..`, `${bakeri}?x=1`, '%2e%2e', 'a b', 'customers', `${bakeri}\n`];
  const calls: readonly (readonly [string, (id: string) => Ask])[] = [
    ['a customer', (id) => (service) => createCustomers(service).get(id)],
    ['a customer whose relationship ends', (id) => (service) => createCustomers(service).remove(id, 'a case')],
    ['a customer whose subscriptions are listed', (id) => (service) => createSubscriptions(service).of(id)],
    ['a customer’s organization', (id) => (service) => createProfiles(service).organization(id)],
    ['a subscription', (id) => (service) => createSubscriptions(service).get(bakeri, id)],
    ['an Azure plan', (id) => (service) => createAzureEntitlements(service, profiles.global).of(bakeri, id)],
    ['a transfer', (id) => (service) => createTransfers(service, accountOf(nordlys)).get(bakeri, id)],
    [
      'an old transfer',
      (id) => (service) => createLegacyTransfers(service, accountOf(nordlys)).accept({ customer: bakeri, id }, 'a case'),
    ],
    ['an application', (id) => (service) => createConsents(service).revoke(bakeri, id, 'a case')],
    ['a validation', (id) => (service) => createWebhookRegistration(service).tested(id)],
  ];

  test.each(calls)('%s', async (_, askFor) => {
    for (const id of hostile) await expectUnasked(askFor(id), { kind: 'refused', code: 'not-an-id' });
  });

  test('a domain or an audit record, which are no plain ids', async () => {
    for (const id of hostile.filter((one) => one !== 'customers')) {
      await expectUnasked((service) => createDomains(service).isTaken(id), { code: 'not-an-id' });
      await expectUnasked((service) => createAuditRecords(service, profiles.global).get(id), { code: 'not-an-id' });
    }
  });
});

describe('a transfer is no matter of whoever stands on the wrong side', () => {
  const chosen = [{ subscriptionId: plan, product: 'azure-subscription' }] as const;

  test('the losing partner does not cancel', async () => {
    const transfer = transferOf('pc-transfer-get-pending', granitt);
    const ask: Ask = (service) => createTransfers(service, accountOf(granitt)).cancel(transfer, 'a case');
    await expectUnasked(ask, { kind: 'refused', code: 'not-our-side' });
  });

  test('the gaining partner does not accept', async () => {
    const transfer = transferOf('pc-transfer-get-pending', nordlys);
    const ask: Ask = (service) => createTransfers(service, accountOf(nordlys)).accept(transfer, chosen, 'a case');
    await expectUnasked(ask, { kind: 'refused', code: 'not-our-side' });
  });

  test('nobody accepts nothing, which might be taken for everything', async () => {
    const transfer = transferOf('pc-transfer-get-pending', granitt);
    const ask: Ask = (service) => createTransfers(service, accountOf(granitt)).accept(transfer, [], 'a case');
    await expectUnasked(ask, { kind: 'refused', code: 'nothing-chosen' });
  });
});
