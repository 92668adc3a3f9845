import { ana, happens, on } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { invited } from './invited.ts';

/** A customer that does not answer, and partners of ours who have not done their part once it has. */
export const silence: readonly Life[] = [
  life(
    'the customer stays silent for ninety days',
    ...invited('both'),
    [
      happens('customer-reminded', '05-01 12:02'),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '05-18 08:00', 'invitation-lapses': '05-31 12:02' },
        sets: ['letter reminder', 'tell requester customer-reminded'],
        has: { lapseAnnounced: null },
      },
    ],
    [
      happens('customer-reminded', '05-18 08:00'),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '05-29 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['letter reminder', 'tell requester lapse-near'],
        has: { lapseAnnounced: 15 },
      },
    ],
    [
      happens('customer-reminded', '05-29 12:02'),
      { status: 'awaiting-customer', due: { 'invitation-lapses': '05-31 12:02' }, has: { lapseAnnounced: 2 } },
    ],
    [
      happens('customer-stayed-silent', '05-31 12:02'),
      { status: 'ended', due: {}, sets: ['show', 'tell requester customer-silent'], has: { why: 'customer-stayed-silent' } },
    ],
  ),
  life(
    'the customer asks for time: it is left alone until a day, and we are told in between that it lapses',
    ...invited('gdap'),
    [
      happens('follow-ups-paused', '03-04 09:00', { until: on('05-18 00:00') }),
      {
        status: 'awaiting-customer',
        due: { 'pause-ends': '05-18 08:00', 'lapse-near': '05-16 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['show'],
        has: { pausedUntil: '2026-05-18T00:00:00.000Z' },
      },
    ],
    [
      happens('lapse-announced', '05-16 12:02'),
      {
        status: 'awaiting-customer',
        due: { 'pause-ends': '05-18 08:00', 'invitation-lapses': '05-31 12:02' },
        sets: ['tell requester lapse-near-paused'],
      },
    ],
    [
      happens('follow-ups-resumed', '05-18 08:00', { actor: 'clock' }),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '03-05 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['show'],
        has: { pausedUntil: null },
      },
    ],
    [
      happens('customer-reminded', '05-18 08:00'),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '05-29 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['letter reminder', 'tell requester lapse-near'],
      },
    ],
  ),
  life(
    'the customer accepts, and none of our groups may hold what it has granted: everybody hears that nobody has access',
    ...invited('gdap'),
    [happens('customer-accepted', '03-05 08:00'), { status: 'granting', sets: ['show', 'assign-groups gdap-1'] }],
    [
      happens('groups-missing', '03-05 08:01'),
      {
        status: 'granting',
        due: { 'remind-item-owners': '03-08 00:00' },
        sets: ['show', 'tell everyone no-access-yet'],
        has: { items: [{ code: 'assign-groups', owner: 'we', dueOn: '2026-03-07', done: null }] },
      },
    ],
    [
      happens('items-reminded', '03-08 00:00', { items: ['assign-groups'] }),
      { status: 'granting', due: { 'remind-item-owners': '03-11 00:00' }, sets: ['tell requester no-access-yet'] },
    ],
    [happens('item-confirmed', '03-09 09:00', { item: 'assign-groups' }), { status: 'granting', due: {} }],
    [happens('groups-assigned', '03-09 09:00', { actor: ana }), { status: 'active' }],
  ),
];
