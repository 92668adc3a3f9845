import { happens, on, otherAdminId } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { invited, resellerAccepted } from './invited.ts';

/** Of what was asked for or granted together one half ends, and the other goes on. */

const resellerAcceptedToo = resellerAccepted('03-05 09:00');
const gdapAccepted = happens('customer-accepted', '03-05 08:00');
const groupsAssigned = happens('groups-assigned', '03-05 09:05');

type Terms = Parameters<typeof invited>[1];

const granting = (terms: Terms = {}): Life['steps'] => [
  ...invited('both', terms),
  [gdapAccepted, { status: 'awaiting-customer' }],
  [resellerAcceptedToo, { status: 'granting', sets: ['show', 'assign-groups gdap-1'] }],
];

const running = (terms: Terms = {}): Life['steps'] => [
  ...granting(terms),
  [groupsAssigned, { status: 'active', has: { invitations: [{ what: 'reseller' }, { what: 'gdap' }] } }],
];

const gdapOver = (at: string) => happens('relationship-ended', at, { part: 'gdap' });
const resellerOver = (at: string) => happens('relationship-ended', at, { part: 'reseller' });

/** Nothing is left of granular admin. */
const tieAlone = { relationshipId: null, endsAt: null, extendsItself: false, announced: null, invitations: [{ what: 'reseller' }] };
const lessAccess = ['show', 'letter ended', 'tell everyone part-ended'];

export const halves: readonly Life[] = [
  life('granular admin goes on in another case: the tie stays with this one', ...running({ durationDays: 90 }), [
    happens('relationship-carried-on', '05-10 08:00'),
    { status: 'active', due: {}, sets: ['show', 'watch-relationship null'], has: tieAlone },
  ]),
  life(
    'the tie ends, and granular admin goes on to its own end',
    ...running({ durationDays: 90 }),
    [
      resellerOver('04-01 09:00'),
      {
        status: 'active',
        due: { 'announce-end': '05-04 08:00', 'end-reached': '06-03 08:00' },
        sets: [...lessAccess, 'watch-relationship gdap-1'],
        has: {
          invitations: [{ what: 'gdap' }],
          relationshipId: 'gdap-1',
          endsAt: on('06-03 08:00'),
          activeSince: on('03-05 09:05'),
        },
      },
    ],
    [
      happens('end-reached', '06-03 08:00'),
      { status: 'ended', sets: ['show', 'letter ended', 'tell everyone ended'], has: { why: 'ran-out' } },
    ],
  ),
  life(
    'granular admin ends and takes its end with it, and the tie goes on until it ends too',
    // It was too short to be announced thirty days before.
    ...running({ durationDays: 20, autoExtend: true }),
    [
      happens('relationship-extended', '03-06 08:00', { endsAt: on('03-25 08:00') }),
      { status: 'active', has: { announced: 30, extendsItself: true, relationshipId: 'gdap-1' } },
    ],
    [
      gdapOver('03-20 09:00'),
      {
        status: 'active',
        due: {},
        sets: [...lessAccess, 'watch-relationship null'],
        has: { ...tieAlone, activeSince: on('03-05 09:05') },
      },
    ],
    [
      resellerOver('04-01 09:00'),
      { status: 'ended', sets: ['show', 'letter ended', 'tell everyone ended'], has: { why: 'ended-by-customer' } },
    ],
  ),
  life('both end together', ...running(), [
    happens('relationship-ended', '04-01 09:00', { by: 'us', part: 'all' }),
    { status: 'ended', due: {}, sets: ['show', 'letter ended', 'tell everyone ended'], has: { why: 'ended-by-us' } },
  ]),
  life('the end of granular admin comes by itself, and the tie stays', ...running({ durationDays: 90 }), [
    happens('end-reached', '06-03 08:00'),
    { status: 'active', due: {}, sets: [...lessAccess, 'watch-relationship null'], has: tieAlone },
  ]),
  life(
    'granular admin was renewed in another case: here the tie stays, without a word to the customer',
    ...running({ durationDays: 90 }),
    [happens('relationship-renewed', '05-01 08:00'), { status: 'active', due: { 'end-reached': '06-03 08:00' } }],
    [
      happens('end-reached', '06-03 08:00'),
      {
        status: 'active',
        due: {},
        sets: ['show', 'watch-relationship null'],
        has: { ...tieAlone, renewedBy: otherAdminId },
      },
    ],
    [resellerOver('07-01 09:00'), { status: 'ended', has: { why: 'ended-by-customer' } }],
  ),
  life(
    'the customer refuses granular admin before anything is accepted: the tie is still waited for',
    ...invited('both'),
    [
      gdapOver('03-04 09:00'),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '03-05 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['show', 'tell everyone part-ended'],
        has: { invitations: [{ what: 'reseller', acceptedAt: null }], lettersSent: 1 },
      },
    ],
    [
      resellerAcceptedToo,
      { status: 'active', due: {}, sets: ['show', 'letter accepted', 'tell everyone active', 'watch-relationship null'] },
    ],
  ),
  life(
    'the customer refuses the one and then the other',
    ...invited('both'),
    [resellerOver('03-04 09:00'), { status: 'awaiting-customer', has: { invitations: [{ what: 'gdap' }] } }],
    [
      gdapOver('03-04 10:00'),
      { status: 'ended', due: {}, sets: ['show', 'tell everyone customer-refused'], has: { why: 'refused-by-customer' } },
    ],
  ),
  life(
    'the tie is accepted and granular admin refused: on with the tie alone',
    ...invited('both', { autoExtend: false }),
    [resellerAccepted('03-05 08:00'), { status: 'awaiting-customer' }],
    [
      gdapOver('03-06 09:00'),
      {
        status: 'active',
        due: {},
        sets: ['show', 'tell everyone part-ended', 'watch-relationship null'],
        has: { ...tieAlone, activeSince: on('03-06 09:00') },
      },
    ],
  ),
  life(
    'granular admin is accepted and the tie refused: the groups get their roles',
    ...invited('both'),
    [gdapAccepted, { status: 'awaiting-customer' }],
    [
      resellerOver('03-06 09:00'),
      {
        status: 'granting',
        due: {},
        sets: ['show', 'tell everyone part-ended', 'assign-groups gdap-1'],
        has: { invitations: [{ what: 'gdap' }], relationshipId: 'gdap-1', endsAt: '2027-03-05T08:00:00.000Z', items: [] },
      },
    ],
  ),
  life(
    'the tie ends while the groups get their roles, which they get once',
    ...granting(),
    [
      resellerOver('03-05 09:01'),
      {
        status: 'granting',
        sets: ['show', 'tell everyone part-ended'],
        has: { invitations: [{ what: 'gdap' }], relationshipId: 'gdap-1', endsAt: '2027-03-05T08:00:00.000Z' },
      },
    ],
    [
      groupsAssigned,
      {
        status: 'active',
        sets: ['show', 'letter accepted', 'tell everyone active', 'watch-relationship gdap-1'],
        has: { invitations: [{ what: 'gdap' }] },
      },
    ],
  ),
  life('granular admin ends before the groups have their roles: the tie runs', ...granting(), [
    gdapOver('03-05 09:01'),
    {
      status: 'active',
      due: {},
      sets: ['show', 'tell everyone part-ended', 'watch-relationship null'],
      has: { ...tieAlone, activeSince: on('03-05 09:01') },
    },
  ]),
];
