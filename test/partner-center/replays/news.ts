import { expect } from '@jest/globals';
import { profiles } from '../../../src/clouds/profiles.ts';
import { createAuditRecords } from '../../../src/partner-center/audit-records.ts';
import { createWebhookRegistration } from '../../../src/partner-center/webhook-registration.ts';
import type { Service } from '../../../src/wire/service.ts';
import { bakeri, nordlys, transferId } from '../../support/partner-center.ts';
import { fails, gives, refused } from './replayed.ts';

const recordsOf = (service: Service) => createAuditRecords(service, profiles.global);

const relationship = '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062';
const ofTransfer = `${nordlys}_${bakeri}_${transferId}_createtransfer_639080028000000000`;
const ofApproval = `${nordlys}_${bakeri}_${relationship}_granularadminrelationshipapproved_639080064000000000`;

const transferMade = {
  id: ofTransfer,
  at: '2026-03-02T09:00:00.000Z',
  customer: { tenantId: bakeri, name: 'Solsikke Bakeri AS' },
  by: 'admin.agent@nordlys.example',
  resource: { kind: 'transfer', id: transferId },
  operation: 'create_transfer',
  status: 'succeeded',
  before: null,
  after: { Id: transferId, Status: 'Pending' },
  details: new Map([['TransferId', transferId]]),
};

const approved = {
  id: ofApproval,
  by: null,
  resource: { kind: 'granular_admin_relationship', id: relationship },
  operation: 'granular_admin_relationship_approved',
  after: { status: 'approved', customer: { tenantId: bakeri } },
};

const url = 'https://bot.nordlys.example/webhooks/partner-center';
const events = [
  'test-created',
  'granular-admin-relationship-approved',
  'granular-admin-relationship-terminated',
  'create-transfer',
  'complete-transfer',
];
const registered = { url, events, subscriberId: '5b5c41be-0001-4a01-8a01-00000000005b' };
const wanted = { url, events, signatureIn: 'authorization' } as const;

/** What has happened, and where it is told. */
export const news = [
  gives(
    'pc-auditrecords-list',
    (service) => recordsOf(service).list({ from: '2026-03-01', to: '2026-03-02', about: { customer: bakeri } }),
    [transferMade, approved],
  ),
  fails(
    'pc-auditrecords-too-old',
    (service) => recordsOf(service).list({ from: '2025-01-01', to: '2025-01-31', about: null }),
    refused('800002'),
  ),
  gives('pc-auditrecord-single-transfer', (service) => recordsOf(service).get(ofTransfer), transferMade),
  gives('pc-auditrecord-single-gdap', (service) => recordsOf(service).get(ofApproval), approved),
  gives(
    'pc-webhook-events-list',
    (service) => createWebhookRegistration(service).events(),
    expect.arrayContaining(['test-created', 'create-transfer', 'granular-admin-relationship-expired']),
  ),
  gives('pc-webhook-register', (service) => createWebhookRegistration(service).register(wanted, 'a case'), registered),
  gives('pc-webhook-update', (service) => createWebhookRegistration(service).replace(wanted, 'a case'), registered),
  gives('pc-webhook-get', (service) => createWebhookRegistration(service).get(), { url, events, changedAt: null }),
  gives(
    'pc-webhook-validation-start',
    (service) => createWebhookRegistration(service).test('a case'),
    'c0220001-0001-4a01-8a01-0000000000ca',
  ),
  gives(
    'pc-webhook-validation-status',
    (service) => createWebhookRegistration(service).tested('c0220001-0001-4a01-8a01-0000000000ca'),
    {
      status: 'completed',
      url,
      tries: [{ code: 'OK', words: null, isTheirs: false, at: '2026-03-02T09:01:00.000Z' }],
    },
  ),
];
