import { ana, happens } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { approved, asked, item, opened, prepares } from './switched.ts';

/** Azure that comes to us on paper, or without asking the present seller. */
export const switchesByPeople: readonly Life[] = [
  life(
    'manual-switch: on paper, which everybody signs, and people move it',
    [opened('manual-switch'), asked],
    [
      approved,
      {
        ...prepares,
        has: { items: [{ code: 'relationship-in-place' }, { code: 'customer-wrote' }, { code: 'history-exported' }] },
      },
    ],
    [
      happens('preparation-completed', '03-09 09:00'),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-item-owners': '03-17 00:00', 'transfer-expires': '06-07 09:00' },
        sets: ['show'],
        has: {
          transferId: null,
          items: [
            item('ticket-opened', 'other-partner', '03-16'),
            item('other-partner-signed', 'other-partner', '03-23'),
            item('customer-signed', 'customer', '03-30'),
            item('we-signed', 'we', '03-30'),
            item('form-handed-in', 'other-partner', '04-06'),
          ],
        },
      },
    ],
    // Not the other partner is reminded, but whoever is to see to what is open.
    [
      happens('items-reminded', '03-17 00:00', { items: ['ticket-opened'] }),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-item-owners': '03-20 00:00', 'transfer-expires': '06-07 09:00' },
        sets: ['tell requester items-wait'],
      },
    ],
    // Another thing is ticked off: the one that is late is late as before.
    [
      happens('item-confirmed', '03-17 09:00', { item: 'customer-signed' }),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-item-owners': '03-20 00:00', 'transfer-expires': '06-07 09:00' },
        sets: ['show'],
      },
    ],
    [
      happens('item-confirmed', '03-18 09:00', { item: 'ticket-opened' }),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-item-owners': '03-24 00:00', 'transfer-expires': '06-07 09:00' },
        sets: ['show'],
      },
    ],
    [
      happens('transfer-accepted', '03-30 09:00', { actor: ana }),
      {
        status: 'moving',
        due: { 'remind-item-owners': '04-03 00:00' },
        has: { transferId: null, items: [item('microsoft-confirmed', 'other-partner', '04-02')] },
      },
    ],
    [happens('items-reminded', '04-03 00:00'), { status: 'moving', due: { 'remind-item-owners': '04-06 00:00' } }],
    [happens('item-confirmed', '04-04 09:00', { item: 'microsoft-confirmed' }), { status: 'moving', due: {} }],
    [
      happens('subscriptions-moved', '04-04 09:00', { actor: ana }),
      {
        status: 'handing-over',
        has: {
          items: [
            item('old-roles-removed', 'customer', '04-11'),
            item('our-roles-granted', 'customer', '04-11'),
            item('partner-admin-link', 'we', '04-18'),
            item('settings-checked', 'we', '04-18'),
            item('two-ids-noted', 'we', '04-11'),
          ],
        },
      },
    ],
  ),
  life(
    'on paper, and nobody signs for ninety days',
    [opened('manual-switch'), asked],
    [approved, prepares],
    [happens('preparation-completed', '03-09 09:00'), { status: 'awaiting-other-partner' }],
    // The reminders have no end of their own.
    [
      happens('items-reminded', '06-01 00:00', { items: ['ticket-opened'] }),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-item-owners': '06-09 00:00', 'transfer-expires': '06-07 09:00' },
      },
    ],
    [happens('transfer-expired', '06-07 09:00'), { status: 'expired', due: {}, sets: ['show', 'tell everyone transfer-expired'] }],
  ),
  life(
    'on paper, and taken back: there is nothing at Microsoft to cancel',
    [opened('manual-switch'), asked],
    [approved, prepares],
    [happens('preparation-completed', '03-09 09:00'), { status: 'awaiting-other-partner' }],
    [
      happens('transfer-cancelled', '03-10 09:00', { actor: ana }),
      { status: 'cancelled', due: {}, sets: ['show', 'tell everyone transfer-cancelled'], has: { cancelledBy: ana } },
    ],
  ),
  life(
    'a move that people make can be left',
    [opened('new-subscription', { otherPartner: null }), asked],
    [approved, prepares],
    [happens('preparation-completed', '03-09 09:00'), { status: 'moving' }],
    [
      happens('transfer-cancelled', '03-10 09:00', { actor: ana }),
      { status: 'cancelled', due: {}, sets: ['show', 'tell everyone transfer-cancelled'], has: { cancelledBy: ana } },
    ],
  ),
  life(
    'new-subscription: nobody else is asked, and the customer moves its resources',
    [opened('new-subscription', { otherPartner: null }), asked],
    [approved, prepares],
    [
      happens('preparation-completed', '03-09 09:00'),
      {
        status: 'moving',
        due: { 'remind-item-owners': '03-13 00:00' },
        sets: ['show'],
        has: {
          transferId: null,
          items: [
            item('new-subscription-created', 'we', '03-12'),
            item('move-validated', 'customer', '03-23'),
            item('resources-moved', 'customer', '04-08'),
            item('old-subscription-cancelled', 'customer', '04-23'),
          ],
        },
      },
    ],
    // Three reminders later it is done; what comes next has reminders of its own, from their beginning.
    [happens('items-reminded', '03-20 00:00'), { status: 'moving', due: { 'remind-item-owners': '03-27 00:00' } }],
    [
      happens('item-confirmed', '03-21 09:00', { item: 'new-subscription-created' }),
      { status: 'moving', due: { 'remind-item-owners': '03-24 00:00' } },
    ],
  ),
  life(
    'ea-to-csp: billing ownership is asked for and given',
    [opened('ea-to-csp', { otherPartner: null }), asked],
    [
      approved,
      {
        ...prepares,
        has: {
          items: [
            { code: 'agreement-accepted' },
            { code: 'azure-plan-bought' },
            { code: 'resources-listed' },
            { code: 'test-offers-converted' },
          ],
        },
      },
    ],
    [
      happens('preparation-completed', '03-09 09:00'),
      {
        status: 'moving',
        sets: ['show'],
        has: {
          items: [item('billing-ownership-requested', 'we', '03-12'), item('billing-ownership-accepted', 'customer', '03-23')],
        },
      },
    ],
  ),
];
