import { createLegacyTransfers } from '../../../src/partner-center/legacy-transfers.ts';
import { createTransfers } from '../../../src/partner-center/transfers.ts';
import type { WantedTransfer } from '../../../src/partner-center/transfers.ts';
import type { Service } from '../../../src/wire/service.ts';
import { accountOf, bakeri, granitt, nordlys, production, testing, transferId, transferOf } from '../../support/partner-center.ts';
import { fails, gives, refused, stub } from './replayed.ts';

const ofTarget = (service: Service) => createTransfers(service, accountOf(nordlys));
const ofSource = (service: Service) => createTransfers(service, accountOf(granitt));

const wanted: WantedTransfer = {
  customer: { tenantId: bakeri, name: 'Solsikke Bakeri AS', email: 'kari@solsikkebakeri.example' },
  source: { tenantId: granitt, name: 'Granitt IT AS' },
  products: ['azure-subscription', 'azure-reservation', 'azure-savings-plan'],
  resellerId: null,
};

const create = (service: Service) => ofTarget(service).create(wanted, 'a case');
const readIt = (service: Service) => ofTarget(service).get(bakeri, transferId);
const readOther = (service: Service) => ofTarget(service).get(bakeri, '74a5f002-0002-4702-8702-000000000072');

const parties = {
  kind: 'new-commerce',
  customer: { tenantId: bakeri, name: 'Solsikke Bakeri AS' },
  source: { tenantId: granitt, name: 'Granitt IT AS' },
  target: { tenantId: nordlys, name: 'Nordlys Cloud AS' },
};

const items = (status: string) => [
  { id: '0', subscriptionId: production, status, error: null },
  { id: '1', subscriptionId: testing, status, error: null },
];

const chosen = [production, testing].map((subscriptionId) => ({ subscriptionId, product: 'azure-subscription' }) as const);

const cancel = (service: Service) => ofTarget(service).cancel(transferOf('pc-transfer-get-pending', nordlys), 'a case');
const accept = (service: Service) =>
  ofSource(service).accept(transferOf('pc-transfer-get-inprogress-source', granitt), chosen, 'a case');

const refusals: readonly (readonly [string, string, number])[] = [
  ['no-azure-plan', '900133', 400],
  ['plan-not-active', '900132', 400],
  ['legacy-azure', '900131', 400],
  ['same-partner', '900148', 400],
  ['bad-domain', '900147', 400],
  ['source-details-missing', '900136', 400],
  ['no-relationship', '20002', 403],
  ['mpa-not-signed', '900124', 403],
  ['national-cloud', '900138', 403],
  ['not-enabled', '900137', 403],
];

const current = [
  gives('pc-transfer-create', create, {
    ...parties,
    id: transferId,
    status: 'pending',
    ourSide: 'target',
    createdAt: '2026-03-02T09:00:00.123Z',
    expiresAt: '2026-04-02T09:00:00.000Z',
    completedAt: null,
    items: null,
  }),
  gives('pc-transfer-get-pending', readIt, { ...parties, status: 'pending', ourSide: 'target' }),
  gives('pc-transfer-accept', accept, { ...parties, status: 'in-progress', ourSide: 'source', items: items('in-progress') }),
  gives('pc-transfer-get-inprogress-source', (service) => ofSource(service).get(bakeri, transferId), {
    status: 'in-progress',
    ourSide: 'source',
    items: items('in-progress'),
  }),
  gives('pc-transfer-get-inprogress-target', readIt, { status: 'in-progress', ourSide: 'target', items: null }),
  gives('pc-transfer-get-complete', readIt, {
    status: 'complete',
    completedAt: '2026-03-03T08:14:00.000Z',
    items: items('complete'),
  }),
  gives('pc-transfer-cancel', cancel, { ...parties, status: 'cancelled', ourSide: 'target' }),
  gives('pc-transfer-get-expired', readOther, { status: 'expired' }),
  gives('pc-transfer-get-failed', readOther, {
    status: 'failed',
    items: [{ id: '0', subscriptionId: production, status: 'failed', error: '900103' }],
  }),
  gives('pc-transfers-list', (service) => ofTarget(service).list(bakeri), [
    { id: transferId, status: 'complete' },
    { id: '74a5f002-0002-4702-8702-000000000072', status: 'expired' },
  ]),
  ...refusals.map(([name, code, status]) => fails(`pc-transfer-create-error-${name}`, create, refused(code, status))),
  // Whoever could not answer may have made it all the same.
  fails('pc-transfer-create-error-failed', create, { kind: 'unknown-outcome' }),
  stub(fails('pc-error-403-role', create, refused('900150', 403))),
  fails('pc-transfer-409-inprogress', create, { kind: 'conflict', code: '900101' }),
  stub(fails('pc-transfer-409-busy', cancel, { kind: 'conflict', code: '900104' })),
  stub(fails('pc-transfer-accept-refused', accept, refused('900139', 403))),
  fails('pc-transfer-404', (service) => ofTarget(service).get(bakeri, '74a5f009-0009-4709-8709-000000000079'), {
    kind: 'not-found',
    code: '900100',
  }),
];

const which = { customer: bakeri, id: '74a5f009-0009-4709-8709-000000000079' };
const seat = '5b5c0007-0007-4d07-8d07-0000000000d7';
const legacyOfTarget = (service: Service) => createLegacyTransfers(service, accountOf(nordlys));
const legacyOfSource = (service: Service) => createLegacyTransfers(service, accountOf(granitt));

const legacy = [
  gives(
    'pc-transfer-legacy-create',
    (service) =>
      legacyOfSource(service).offer(
        { customer: bakeri, targetTenant: nordlys, items: [{ subscriptionId: seat, resellerId: '6100004' }] },
        'a case',
      ),
    { id: which.id, kind: 'legacy', status: 'pending', ourSide: 'source', items: [{ id: '0', subscriptionId: seat }] },
  ),
  gives('pc-transfer-legacy-accept', (service) => legacyOfTarget(service).accept(which, 'a case'), {
    moved: [{ subscriptionId: '5b5c0008-0008-4d08-8d08-0000000000d8', orderId: '04de4000-0001-4a01-8a01-000000000001' }],
    failed: [],
  }),
  gives('pc-transfer-legacy-accept-failed', (service) => legacyOfTarget(service).accept(which, 'a case'), {
    moved: [],
    failed: [{ subscriptionIds: [seat], code: '900103', words: "Transfer order isn't successful" }],
  }),
  gives('pc-transfer-legacy-reject', (service) => legacyOfTarget(service).reject(which, 'a case'), {
    kind: 'legacy',
    status: 'refused',
  }),
  gives('pc-transfer-legacy-withdraw', (service) => legacyOfSource(service).withdraw(which, 'a case'), null),
  gives('pc-transfer-legacy-eligibility', (service) => legacyOfSource(service).eligible(bakeri), [
    {
      subscriptionId: '5b5c0002-0002-4d02-8d02-0000000000d2',
      isEligible: false,
      reason: 'The subscription is not eligible for transfer.',
    },
    { subscriptionId: seat, isEligible: true, reason: null },
  ]),
];

export const transfers = [...current, ...legacy];
