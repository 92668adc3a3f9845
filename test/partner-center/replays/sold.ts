import { profiles } from '../../../src/clouds/profiles.ts';
import { createAzureEntitlements } from '../../../src/partner-center/azure-entitlements.ts';
import { createSubscriptions } from '../../../src/partner-center/subscriptions.ts';
import type { Service } from '../../../src/wire/service.ts';
import { bakeri, plan, production, rederi, testing, transferId } from '../../support/partner-center.ts';
import { bare, fails, gives, refused } from './replayed.ts';

const azureOf = (service: Service) => createAzureEntitlements(service, profiles.global);

const licences = { generation: 'nce', kind: 'licence', isRenewedByItself: true };

export const sold = [
  gives('pc-subscriptions-list', (service) => createSubscriptions(service).of(bakeri), [
    { id: plan, generation: 'azure_plan', kind: 'usage', endsAt: null, status: 'active' },
    {
      ...licences,
      name: 'Bakeri kontorlisenser',
      quantity: 25,
      status: 'active',
      endsAt: '2026-03-31T00:00:00.000Z',
      billing: { by: 'licence', cycle: 'monthly' },
    },
    { ...licences, name: 'Utsalg', status: 'suspended', suspendedBy: ['PartnerUserInitiated'] },
    {
      name: 'Gammel Azure',
      generation: 'azure_0145p',
      kind: 'usage',
      partnerId: '6100002',
      entitlementId: '5ab50003-0003-4e03-8e03-0000000000e3',
    },
  ]),
  gives('pc-subscriptions-list-empty', (service) => createSubscriptions(service).of(rederi), []),
  gives('pc-subscription-get', (service) => createSubscriptions(service).get(bakeri, plan), {
    id: plan,
    name: 'Azure plan',
    offer: { id: 'DZH318Z0BPS6:0001:DZH318Z0BML6', name: 'Azure plan' },
    startedAt: '2025-04-01T00:00:00.000Z',
    createdAt: '2025-04-01T08:00:00.000Z',
    cancellableUntil: null,
    term: 'P1Y',
    isTrial: false,
    isRenewedByItself: false,
    orderId: '0a0b0c0d0e0f',
    partnerId: '6100001',
    etag: 'eyJzaW0iOjF9',
  }),
  fails('pc-subscription-404', (service) => createSubscriptions(service).get(bakeri, transferId), {
    kind: 'not-found',
    code: '20003',
  }),
  fails('pc-error-403-no-commerce-relationship', (service) => createSubscriptions(service).of(rederi), refused('20002', 403)),
  fails('pc-error-500', (service) => createSubscriptions(service).of(bakeri), { kind: 'unreachable' }),
  gives('pc-subscriptions-usagerecords', (service) => azureOf(service).inUse(bakeri), [
    { id: plan, isPlan: true, name: 'Azure plan', status: 'active', partnerId: '6100001', changedAt: '2026-03-02T06:00:00.000Z' },
    { id: '5b5c0009-0009-4d09-8d09-0000000000d9', isPlan: false, name: 'Gammel Azure', partnerId: null },
  ]),
  gives('pc-azureentitlements-list', (service) => azureOf(service).of(bakeri, plan), [
    { id: production, name: 'Produksjon', status: 'active', planId: plan, partnerId: '6100001' },
    { id: testing, name: 'Test', status: 'inactive', planId: plan, partnerId: '6100001' },
  ]),
  gives('pc-azureentitlement-get', (service) => azureOf(service).get(bakeri, plan, production), {
    id: production,
    name: 'Produksjon',
    status: 'active',
    planId: plan,
    partnerId: null,
  }),
  fails('pc-azureentitlement-404', (service) => azureOf(service).get(bakeri, plan, '5ab50003-0003-4e03-8e03-0000000000e3'), {
    kind: 'not-found',
    code: '800111',
  }),
  fails('pc-azureentitlements-403', (service) => azureOf(service).of(rederi, plan), refused('900159', 403)),
  // Nothing in Handshake asks what a customer pays, suspends what it has bought, or places an order.
  gives('pc-servicecosts-summary', bare({ method: 'GET', path: `/v1/customers/${bakeri}/servicecosts/mostrecent` }), {
    currencyCode: 'NOK',
  }),
  fails(
    'pc-error-400-etag-stale',
    bare({
      method: 'PATCH',
      path: `/v1/customers/${bakeri}/subscriptions/5b5c0002-0002-4d02-8d02-0000000000d2`,
      headers: { 'If-Match': '"old"' },
      body: { id: '5b5c0002-0002-4d02-8d02-0000000000d2', status: 'suspended' },
    }),
    { kind: 'stale', code: '2055' },
  ),
  fails(
    'pc-error-403-mca-missing',
    bare({ method: 'POST', path: `/v1/customers/${bakeri}/orders`, body: {} }),
    refused('13605', 403),
  ),
  fails(
    'pc-error-403-account-under-review',
    bare({ method: 'POST', path: `/v1/customers/${bakeri}/orders`, body: {} }),
    refused('800073', 403),
  ),
];
