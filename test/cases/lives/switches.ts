import { ana, bruno, dov, happens, on } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { accepted, approved, asked, item, opened, prepares, requested, ticks } from './switched.ts';

/** Azure that comes to us by the transfer tool. */
export const switches: readonly Life[] = [
  life(
    'azure-plan-transfer: prepared, requested, accepted, moved, handed over',
    [opened('azure-plan-transfer', { reservations: true, marketplace: true }), asked],
    [
      approved,
      {
        ...prepares,
        has: {
          isSending: false,
          items: [
            item('relationship-in-place', 'we', '03-09'),
            item('agreement-accepted', 'customer', '03-09'),
            item('azure-plan-bought', 'we', '03-09'),
            item('other-partner-told', 'customer', '03-09'),
            item('history-exported', 'customer', '03-16'),
            item('reservations-listed', 'customer', '03-16'),
            item('marketplace-listed', 'customer', '03-16'),
          ],
        },
      },
    ],
    [happens('letter-sent', '03-02 12:01', { letter: 'switch-planned' }), { status: 'preparing', sets: ['show'] }],
    [
      happens('item-confirmed', '03-03 09:00'),
      {
        status: 'preparing',
        due: { 'remind-item-owners': '03-10 00:00' },
        sets: ['show'],
        has: {
          items: [
            { done: { by: ana, at: on('03-03 09:00'), evidence: 'Seen in Partner Center with Marta.' } },
            {},
            {},
            {},
            {},
            {},
            {},
          ],
        },
      },
    ],
    [
      happens('items-reminded', '03-10 00:00'),
      { status: 'preparing', due: { 'remind-item-owners': '03-13 00:00' }, sets: ['tell requester items-wait'] },
    ],
    [happens('case-taken-over', '03-10 09:00'), { status: 'preparing', has: { takenOverBy: [dov] } }],
    [
      happens('preparation-completed', '03-10 09:00', { actor: dov }),
      { status: 'preparing', sets: ['show', 'create-transfer'], has: { isSending: true } },
    ],
    [happens('execution-cleared', '03-10 09:01', { effect: 'create-transfer' }), { status: 'preparing', sets: [] }],
    // The service says itself until when it waits.
    [
      happens('transfer-requested', '03-10 09:02', { expiresAt: on('04-09 23:59') }),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-other-partner': '03-17 09:02', 'transfer-expires': '04-09 23:59' },
        sets: ['show', 'tell requester transfer-requested', 'watch-transfer'],
      },
    ],
    [
      happens('other-partner-reminded', '03-17 09:02'),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-other-partner': '03-24 09:02', 'transfer-expires': '04-09 23:59' },
        sets: ['tell requester other-partner-silent', 'letter switch-reminder'],
      },
    ],
    [happens('letter-sent', '03-17 09:03', { letter: 'switch-reminder' }), { status: 'awaiting-other-partner' }],
    [happens('case-taken-over', '03-18 09:00', { actor: ana }), { status: 'awaiting-other-partner' }],
    [
      happens('transfer-accepted', '03-20 08:00'),
      {
        status: 'moving',
        due: { 'move-is-slow': '03-20 08:15' },
        sets: ['show', 'tell requester transfer-accepted', 'watch-transfer'],
      },
    ],
    [happens('case-taken-over', '03-20 08:01'), { status: 'moving' }],
    [happens('letter-sent', '03-20 08:02', { letter: 'switch-reminder' }), { status: 'moving' }],
    [
      happens('subscriptions-moved', '03-20 08:10'),
      {
        status: 'handing-over',
        due: { 'remind-item-owners': '03-28 00:00' },
        sets: ['show', 'tell everyone moved', 'letter after-switch'],
        has: {
          items: [
            item('old-roles-removed', 'customer', '03-27'),
            item('our-roles-granted', 'customer', '03-27'),
            item('partner-admin-link', 'we', '04-03'),
            item('settings-checked', 'we', '04-03'),
            item('default-subscription-cancelled', 'we', '04-03'),
            item('reservations-settled', 'we', '04-19'),
            item('marketplace-bought-again', 'customer', '04-19'),
          ],
          movedAt: on('03-20 08:10'),
        },
      },
    ],
    [happens('letter-sent', '03-20 08:11', { letter: 'after-switch' }), { status: 'handing-over' }],
    [happens('effect-given-up', '03-20 09:00'), { status: 'handing-over' }],
    [happens('case-taken-over', '03-21 08:01', { actor: ana }), { status: 'handing-over' }],
    ...ticks('03-23 09:00', 'old-roles-removed', 'our-roles-granted', 'settings-checked', 'default-subscription-cancelled'),
    [
      happens('item-confirmed', '03-23 10:00', { item: 'partner-admin-link' }),
      { status: 'handing-over', due: { 'remind-item-owners': '04-20 00:00' } },
    ],
    [
      happens('items-reminded', '04-20 00:00', { items: ['reservations-settled'] }),
      { status: 'handing-over', due: { 'remind-item-owners': '04-23 00:00' } },
    ],
    ...ticks('04-20 09:00', 'reservations-settled', 'marketplace-bought-again'),
    [
      happens('handover-completed', '04-20 09:00'),
      { status: 'done', due: {}, sets: ['show', 'tell everyone done'], has: { doneAt: on('04-20 09:00') } },
    ],
    [happens('letter-sent', '04-20 09:01', { letter: 'after-switch' }), { status: 'done' }],
    [happens('effect-given-up', '04-20 09:02'), { status: 'done' }],
  ),
  life(
    'licence-transfer: the same road, with fewer things to do by hand',
    [opened('licence-transfer'), asked],
    [
      approved,
      {
        ...prepares,
        has: { items: [{ code: 'relationship-in-place' }, { code: 'agreement-accepted' }, { code: 'other-partner-told' }] },
      },
    ],
    [happens('item-confirmed', '03-09 09:00'), { status: 'preparing' }],
    [happens('item-confirmed', '03-09 09:00', { item: 'agreement-accepted' }), { status: 'preparing' }],
    [happens('item-confirmed', '03-09 09:00', { item: 'other-partner-told' }), { status: 'preparing', due: {} }],
    [happens('preparation-completed', '03-09 09:00'), { status: 'preparing', sets: ['show', 'create-transfer'] }],
    [happens('transfer-requested', '03-09 09:01'), { status: 'awaiting-other-partner' }],
    accepted,
    [
      happens('subscriptions-moved', '03-10 08:05'),
      {
        status: 'handing-over',
        due: { 'remind-item-owners': '03-18 00:00' },
        has: { items: [item('seats-checked', 'we', '03-17')] },
      },
    ],
  ),
  life(
    'a move is slow after a quarter of an hour, and a matter for Microsoft after three days',
    ...requested(),
    accepted,
    [
      happens('move-slowed', '03-10 08:15'),
      { status: 'moving', due: { 'ask-microsoft': '03-13 08:00' }, sets: ['show'], has: { phase: 'slow' } },
    ],
    [happens('execution-cleared', '03-10 08:16', { effect: 'accept-transfer' }), { status: 'moving' }],
    [
      happens('microsoft-asked', '03-13 08:00'),
      {
        status: 'moving',
        // Nobody is asked twice at once: the steps of the first three days have passed.
        due: { 'remind-move': '03-17 08:00' },
        sets: ['show', 'tell requester ask-microsoft'],
        has: { phase: 'with-microsoft', items: [item('service-request-opened', 'we', '03-14')] },
      },
    ],
    [
      happens('item-confirmed', '03-14 09:00', { item: 'service-request-opened' }),
      { status: 'moving', due: { 'remind-move': '03-17 08:00' }, sets: ['show'] },
    ],
    [
      happens('move-reminded', '03-17 08:00'),
      {
        status: 'moving',
        due: { 'remind-move': '03-24 08:00' },
        sets: ['tell requester ask-microsoft', 'tell operator stuck'],
        has: { phase: 'with-microsoft', since: on('03-10 08:00') },
      },
    ],
    // It has no end of its own.
    [happens('move-reminded', '04-07 08:00'), { status: 'moving', due: { 'remind-move': '04-21 08:00' } }],
    [happens('subscriptions-moved', '04-08 09:00'), { status: 'handing-over', has: { reminders: 0 } }],
  ),
  life(
    'something of it stays behind: that is settled by hand, and first',
    ...requested('licence-transfer'),
    accepted,
    [
      happens('subscriptions-moved', '03-10 08:05', { complete: false, left: ['Exchange'] }),
      {
        status: 'handing-over',
        due: { 'remind-item-owners': '03-14 00:00' },
        sets: ['show', 'tell everyone moved-partly', 'letter after-switch'],
        has: { left: ['Exchange'], items: [item('seats-checked', 'we', '03-17'), item('rest-settled', 'we', '03-13')] },
      },
    ],
    [
      happens('item-confirmed', '03-13 09:00', { item: 'rest-settled' }),
      { status: 'handing-over', due: { 'remind-item-owners': '03-18 00:00' } },
    ],
  ),
  life(
    'the other partner refuses',
    ...requested(),
    [
      happens('transfer-refused', '03-11 09:00'),
      {
        status: 'refused',
        due: {},
        sets: ['show', 'tell everyone transfer-refused'],
        has: { refusedBy: 'other-partner', reason: 'They owe us for February.' },
      },
    ],
    [happens('letter-sent', '03-11 09:01', { letter: 'switch-reminder' }), { status: 'refused' }],
    [happens('effect-given-up', '03-11 09:02'), { status: 'refused' }],
  ),
  life(
    'the other partner lets thirty days go by',
    ...requested('licence-transfer'),
    [
      happens('other-partner-reminded', '04-06 09:01'),
      { status: 'awaiting-other-partner', due: { 'transfer-expires': '04-08 09:01' } },
    ],
    [
      happens('transfer-expired', '04-08 09:01'),
      { status: 'expired', due: {}, sets: ['show', 'tell everyone transfer-expired'], has: { expiredAt: on('04-08 09:01') } },
    ],
    [happens('letter-sent', '04-08 09:02', { letter: 'switch-reminder' }), { status: 'expired' }],
    [happens('effect-given-up', '04-08 09:03'), { status: 'expired' }],
  ),
  life(
    'we want it back: it is over once the service has said so',
    ...requested(),
    [
      happens('cancel-asked', '03-11 09:00'),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-other-partner': '03-16 09:01', 'transfer-expires': '04-08 09:01' },
        sets: ['show', 'cancel-transfer'],
        has: { cancelAsked: true },
      },
    ],
    [happens('execution-cleared', '03-11 09:01', { effect: 'cancel-transfer' }), { status: 'awaiting-other-partner' }],
    [
      happens('transfer-cancelled', '03-11 09:02'),
      { status: 'cancelled', due: {}, sets: ['show', 'tell everyone transfer-cancelled'], has: { cancelledBy: null } },
    ],
    [happens('letter-sent', '03-11 09:03', { letter: 'switch-reminder' }), { status: 'cancelled' }],
    [happens('effect-given-up', '03-11 09:04'), { status: 'cancelled' }],
  ),
  life(
    'withdrawn while it is prepared',
    [opened('manual-switch'), asked],
    [approved, prepares],
    [happens('case-withdrawn', '03-03 09:00'), { status: 'withdrawn', due: {}, has: { withdrawnBy: ana } }],
    [happens('effect-given-up', '03-03 09:01'), { status: 'withdrawn' }],
  ),
  life(
    'declined, after the rules were asked once more',
    [opened('azure-plan-transfer'), asked],
    [happens('decisions-renewed', '03-02 10:00'), { status: 'awaiting-approval', sets: ['show'] }],
    [happens('case-declined', '03-02 10:01'), { status: 'declined', has: { declinedBy: bruno } }],
    [happens('effect-given-up', '03-02 10:02'), { status: 'declined' }],
  ),
];
