import { adminId, ana, chiara, dov, end, happens, invite, on, otherAdminId, renew } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Expected, Life } from '../../support/given.ts';

/** Relationships that run: announced, extended, renewed, ended. */

const asked: Expected = { status: 'awaiting-approval' };
const approved = happens('case-approved', '03-02 12:00');
const opened = (
  proposal: ReturnType<typeof invite> | ReturnType<typeof renew> | ReturnType<typeof end>,
  cloud: 'global' | 'china_21v' = 'global',
) => happens('case-opened', '03-02 09:00', { proposal, cloud });

/** Granular admin from 5 March at eight, for so many days. */
const running = (durationDays: number): Life['steps'] => [
  [opened(invite('gdap', { durationDays })), asked],
  [approved, { status: 'preparing' }],
  [happens('invitation-prepared', '03-02 12:01'), { status: 'preparing' }],
  [happens('invitation-ready', '03-02 12:01'), { status: 'awaiting-customer' }],
  [happens('customer-accepted', '03-05 08:00'), { status: 'granting' }],
];

const announced = (days: number): Expected => ({
  status: 'active',
  sets: ['show', 'letter about-to-expire', 'tell everyone ends-soon'],
  has: { announced: days },
});

export const relationships: readonly Life[] = [
  life(
    'its end is announced thirty days, a week and a day before, and then it comes',
    ...running(90),
    [
      happens('groups-assigned', '03-05 08:05'),
      { status: 'active', due: { 'announce-end': '05-04 08:00', 'end-reached': '06-03 08:00' } },
    ],
    [
      happens('end-announced', '05-04 08:00'),
      { ...announced(30), due: { 'announce-end': '05-27 08:00', 'end-reached': '06-03 08:00' } },
    ],
    [
      happens('end-announced', '05-27 08:00'),
      { ...announced(7), due: { 'announce-end': '06-02 08:00', 'end-reached': '06-03 08:00' } },
    ],
    [happens('end-announced', '06-02 08:00'), { ...announced(1), due: { 'end-reached': '06-03 08:00' } }],
    [
      happens('end-reached', '06-03 08:00'),
      {
        status: 'ended',
        due: {},
        sets: ['show', 'letter ended', 'tell everyone ended'],
        has: { why: 'ran-out', endedAt: on('06-03 08:00') },
      },
    ],
  ),
  life('one that is shorter than thirty days is announced a week before first', ...running(20), [
    happens('groups-assigned', '03-05 08:05'),
    { status: 'active', due: { 'announce-end': '03-18 08:00', 'end-reached': '03-25 08:00' }, has: { announced: 30 } },
  ]),
  life('one of a single day is not announced at all', ...running(1), [
    happens('groups-assigned', '03-05 08:05'),
    { status: 'active', due: { 'end-reached': '03-06 08:00' }, has: { announced: 1 } },
  ]),
  life(
    'a renewal stops the announcements, and the old case ends without a word to the customer',
    ...running(90),
    [happens('groups-assigned', '03-05 08:05'), { status: 'active' }],
    [happens('end-announced', '05-04 08:00'), announced(30)],
    [
      happens('relationship-renewed', '05-10 08:00'),
      { status: 'active', due: { 'end-reached': '06-03 08:00' }, sets: ['show'], has: { renewedBy: otherAdminId } },
    ],
    [happens('end-reached', '06-03 08:00'), { status: 'ended', sets: ['show'], has: { why: 'renewed' } }],
  ),
  life(
    'the very same relationship goes on in another case: this one is over, without a word to the customer',
    ...running(90),
    [happens('groups-assigned', '03-05 08:05'), { status: 'active' }],
    [happens('relationship-carried-on', '05-10 08:00'), { status: 'ended', due: {}, sets: ['show'], has: { why: 'renewed' } }],
  ),
  life(
    'Microsoft has extended it: it is announced anew',
    ...running(90),
    [happens('groups-assigned', '03-05 08:05'), { status: 'active' }],
    [happens('end-announced', '05-27 08:00'), announced(7)],
    [
      happens('relationship-extended', '05-28 08:00', { endsAt: on('11-30 08:00') }),
      {
        status: 'active',
        due: { 'announce-end': '10-31 08:00', 'end-reached': '11-30 08:00' },
        sets: ['show', 'tell everyone extended', 'watch-relationship gdap-1'],
        has: { announced: null },
      },
    ],
  ),
  life(
    'renewed anew: a relationship of its own, which the old case is told of',
    [opened(renew('anew')), asked],
    [approved, { status: 'preparing', sets: ['show', 'tell requester approved', 'create-relationship'] }],
    [happens('invitation-prepared', '03-02 12:01'), { status: 'preparing' }],
    [
      happens('invitation-ready', '03-02 12:01'),
      { status: 'awaiting-customer', sets: ['show', 'letter invitation', 'watch gdap'] },
    ],
    [happens('customer-accepted', '03-05 08:00'), { status: 'granting', sets: ['show', 'assign-groups gdap-1'] }],
    [
      happens('groups-assigned', '03-05 08:05'),
      {
        status: 'active',
        sets: ['show', 'letter accepted', 'tell everyone active', 'report relationship-renewed', 'watch-relationship gdap-1'],
      },
    ],
  ),
  life(
    'extended: nobody has to accept anything',
    [opened(renew('extend')), asked],
    [
      approved,
      { status: 'preparing', sets: ['show', 'tell requester approved', 'extend-relationship gdap-old'], has: { items: [] } },
    ],
    [
      happens('relationship-extended', '03-02 12:01', { endsAt: on('09-01 08:00') }),
      {
        status: 'active',
        due: { 'announce-end': '08-02 08:00', 'end-reached': '09-01 08:00' },
        sets: ['show', 'letter extended', 'tell everyone active', 'report relationship-carried-on', 'watch-relationship gdap-old'],
        has: { relationshipId: 'gdap-old', invitations: [] },
      },
    ],
  ),
  life(
    'extended, though nobody knows its number: somebody looks for it and does it by hand',
    [opened({ ...renew('extend'), relationshipId: null }), asked],
    [
      approved,
      {
        status: 'preparing',
        sets: ['show', 'tell requester approved'],
        has: { items: [{ code: 'extend-relationship', dueOn: '2026-03-04' }], proposal: { endsAt: on('03-05 08:00') } },
      },
    ],
    [
      happens('item-confirmed', '03-03 09:00', { item: 'extend-relationship', evidence: 'Seen in Partner Center.' }),
      { status: 'preparing', due: {} },
    ],
    [
      happens('relationship-extended', '03-03 09:00', { actor: ana, endsAt: on('09-01 08:00') }),
      {
        status: 'active',
        due: { 'announce-end': '08-02 08:00', 'end-reached': '09-01 08:00' },
        sets: ['show', 'letter extended', 'tell everyone active', 'report relationship-carried-on', 'watch-relationship null'],
        has: { relationshipId: null },
      },
    ],
  ),
  life(
    'ended on request: the case of the relationship writes to the customer, and this one tells it',
    [opened(end({ of: adminId })), asked],
    [
      approved,
      {
        status: 'ending',
        due: {},
        sets: ['show', 'tell requester approved', 'end-relationship gdap-old'],
        has: { what: 'admin_roles', items: [] },
      },
    ],
    [happens('execution-cleared', '03-02 12:01', { effect: 'end-relationship' }), { status: 'ending', sets: [] }],
    [happens('case-taken-over', '03-02 12:02'), { status: 'ending' }],
    [
      happens('relationship-ended', '03-02 12:03', { by: 'us' }),
      { status: 'ended', sets: ['show', 'tell everyone ended', 'report relationship-ended gdap'], has: { why: 'ended-by-us' } },
    ],
  ),
  life(
    'a tie that was granted together with more is ended on request: its case is told which half is over',
    [opened(end({ of: adminId, what: 'reseller_relationship', relationshipId: null })), asked],
    [approved, { status: 'ending', sets: ['show', 'tell requester approved', 'remove-reseller-relationship'] }],
    // Whatever the half is called, this case wanted no more than that.
    [
      happens('relationship-ended', '03-02 12:03', { by: 'us', part: 'reseller' }),
      { status: 'ended', sets: ['show', 'tell everyone ended', 'report relationship-ended reseller'], has: { why: 'ended-by-us' } },
    ],
  ),
  life(
    'a reseller tie from before is ended, and this case is the only one that writes',
    [opened(end({ what: 'reseller_relationship', relationshipId: null })), asked],
    [approved, { status: 'ending', sets: ['show', 'tell requester approved', 'remove-reseller-relationship'], has: { items: [] } }],
    [
      happens('relationship-ended', '03-02 12:03', { by: 'us' }),
      { status: 'ended', sets: ['show', 'letter ended', 'tell everyone ended'] },
    ],
  ),
  life(
    'ended by hand at 21Vianet, and late',
    [opened(end(), 'china_21v'), asked],
    [
      approved,
      {
        status: 'ending',
        due: { 'remind-item-owners': '03-05 00:00' },
        sets: ['show', 'tell requester approved'],
        has: { items: [{ code: 'end-relationship', owner: 'we', dueOn: '2026-03-04' }] },
      },
    ],
    [
      happens('items-reminded', '03-05 00:00', { items: ['end-relationship'] }),
      { status: 'ending', due: { 'remind-item-owners': '03-08 00:00' } },
    ],
    [
      happens('item-confirmed', '03-06 09:00', { item: 'end-relationship', actor: dov }),
      { status: 'ending', due: {}, has: { items: [{ done: { by: dov } }] } },
    ],
    [happens('relationship-ended', '03-06 09:00', { by: 'us', actor: dov }), { status: 'ended' }],
  ),
  life(
    'ended, though nobody knows its number: somebody looks for it and does it by hand',
    [opened(end({ relationshipId: null })), asked],
    [approved, { status: 'ending', sets: ['show', 'tell requester approved'], has: { items: [{ code: 'end-relationship' }] } }],
  ),
  life(
    'the rules forbid the end at the last moment',
    [opened(end()), asked],
    [approved, { status: 'ending' }],
    [
      happens('decision-changed', '03-02 12:01', { effect: 'end-relationship' }),
      { status: 'awaiting-approval', sets: ['show', 'tell everyone decision-changed'] },
    ],
  ),
  life(
    'an end that Microsoft refuses, and that is tried again',
    [opened(end()), asked],
    [approved, { status: 'ending' }],
    [happens('case-stuck', '03-02 12:01'), { status: 'stuck', has: { before: { status: 'ending', relationshipId: 'gdap-old' } } }],
    [
      happens('case-resumed', '03-03 09:00', { actor: chiara }),
      { status: 'ending', sets: ['show'], has: { what: 'admin_roles', requester: ana } },
    ],
  ),
];
