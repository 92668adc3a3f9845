import type { Ask } from '../cases/decided.ts';
import type { FactPath, Flow } from '../policy/index.ts';

/** What is asked most often, said by a sentence; the facts in it are assumed, and shown as such. */
interface Usual {
  readonly about: 'usual.licence' | 'usual.azure' | 'usual.end' | 'usual.renew';
  readonly ask: Ask;
  readonly told: Partial<Record<FactPath, unknown>>;
}

type Facts = Partial<Record<FactPath, unknown>>;

const asking = (flow: Flow, facts: Facts): Ask => ({ flow, about: null, facts });

const told: Facts = {
  'customer.tenantKind': 'end_customer',
  'customer.relatedTo': 'none',
  'customer.otherCspPartners': 1,
  'req.expects': [],
};

const held: Facts = {
  'item.boughtFrom': 'other_csp',
  'item.term': 'active',
  'item.status': 'active',
  'item.daysSinceTermStart': 90,
  'item.crossCloudMove': false,
  'req.cancelNow': false,
};

const licence: Facts = { ...held, 'item.kind': 'licence', 'item.product': 'office365', 'item.generation': 'nce' };
const azure: Facts = { ...held, 'item.kind': 'usage', 'item.product': 'azure', 'item.generation': 'azure_plan' };

const transfer: Facts = {
  ...azure,
  'item.includesReservations': false,
  'item.includesSavingsPlan': false,
  'item.reservationPayment': null,
  'item.marketplace': null,
  'item.inOtherTransfer': false,
  'req.model': 'direct',
  providerResellerSameRegion: null,
  'xfer.action': 'create',
  'xfer.status': null,
  'xfer.requestAgeDays': null,
  'xfer.daysSinceAccept': null,
  'xfer.sameCurrency': true,
  'xfer.sourceEqualsTarget': false,
  'xfer.resellerPartnerId': null,
  'xfer.itemCount': 1,
  'api.errorCode': null,
};

const nothingHeld: Facts = {
  'end.activeSubscriptions': 0,
  'end.reservations': 0,
  'end.software': 0,
  'end.nceOutsideWindow': 0,
};

/** Support for what another partner has sold, and the move of it. */
export const usualSituations: Readonly<Record<'check' | 'switch-azure' | 'renew' | 'end', readonly Usual[]>> = {
  check: [
    { about: 'usual.licence', ask: asking('channel_check', { ...licence, 'req.intent': 'manage_only' }), told },
    { about: 'usual.azure', ask: asking('channel_check', { ...azure, 'req.intent': 'move_billing' }), told },
  ],
  'switch-azure': [{ about: 'usual.azure', ask: asking('azure_plan_transfer', transfer), told }],
  renew: [
    {
      about: 'usual.renew',
      ask: asking('gdap_request', {
        'gdap.name': 'Handshake',
        'gdap.nameInUse': false,
        'gdap.durationDays': 180,
        'gdap.roles': ['directory_readers', 'service_support_administrator'],
        'gdap.autoExtend': 'PT0S',
        'gdap.purpose': 'other',
      }),
      told: { ...told, 'item.boughtFrom': null, 'gdap.azureGroupNested': null },
    },
  ],
  end: [{ about: 'usual.end', ask: asking('relationship_end', { 'end.what': 'admin_roles' }), told: { ...told, ...nothingHeld } }],
};
