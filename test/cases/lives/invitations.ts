import {
  aboutGdap,
  aboutGdapLater,
  aboutGroups,
  aboutLetter,
  aboutReseller,
  ana,
  answered,
  bruno,
  happens,
} from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { approved, asked, gdapLink, invited, open, ready, resellerAccepted, resellerLink } from './invited.ts';

export const invitations: readonly Life[] = [
  life(
    'both are asked for: a link and a relationship, one letter, and access once both are accepted',
    [open('both'), asked],
    [
      approved,
      {
        status: 'preparing',
        due: {},
        sets: ['show', 'tell requester approved', 'get-reseller-link', 'create-relationship'],
        has: { items: [], invitations: [] },
      },
    ],
    [happens('execution-cleared', '03-02 12:01'), { status: 'preparing', sets: [] }],
    [resellerLink, { status: 'preparing', sets: ['show'], has: { invitations: [{ what: 'reseller', acceptedAt: null }] } }],
    [gdapLink, { status: 'preparing', sets: ['show'] }],
    [
      ready,
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '03-05 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['show', 'letter invitation', 'watch reseller', 'watch gdap'],
        has: { lettersSent: 0 },
      },
    ],
    [happens('letter-sent', '03-02 12:03'), { status: 'awaiting-customer', sets: ['show'], has: { lettersSent: 1 } }],
    [
      happens('customer-reminded', '03-05 12:02'),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '03-09 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['letter reminder', 'tell requester customer-reminded'],
      },
    ],
    [resellerAccepted('03-06 08:00'), { status: 'awaiting-customer', sets: ['show'] }],
    [
      happens('customer-accepted', '03-07 08:00', { acceptedAt: '2026-03-07T07:30:00.000Z' as never }),
      {
        status: 'granting',
        due: {},
        sets: ['show', 'assign-groups gdap-1'],
        has: { relationshipId: 'gdap-1', endsAt: '2027-03-07T07:30:00.000Z', items: [] },
      },
    ],
    [happens('execution-cleared', '03-07 08:01', { effect: 'assign-groups' }), { status: 'granting', sets: [] }],
    [happens('letter-sent', '03-07 08:02', { letter: 'reminder' }), { status: 'granting' }],
    [
      happens('groups-assigned', '03-07 08:05'),
      {
        status: 'active',
        due: { 'announce-end': '2027-02-05 07:30', 'end-reached': '2027-03-07 07:30' },
        sets: ['show', 'letter accepted', 'tell everyone active', 'watch-relationship gdap-1'],
        has: { relationshipId: 'gdap-1', activeSince: '2026-03-07T08:05:00.000Z', announced: null, renewedBy: null },
      },
    ],
    [happens('letter-sent', '03-07 08:06', { letter: 'accepted' }), { status: 'active' }],
    [happens('effect-given-up', '03-07 09:00'), { status: 'active' }],
    [
      happens('relationship-ended', '06-01 09:00'),
      {
        status: 'ended',
        due: {},
        sets: ['show', 'letter ended', 'tell everyone ended'],
        has: { why: 'ended-by-customer', endedBy: null },
      },
    ],
    [happens('letter-sent', '06-01 09:01', { letter: 'ended' }), { status: 'ended' }],
    [happens('effect-given-up', '06-01 09:02'), { status: 'ended' }],
  ),
  life(
    'granular admin is accepted first: its time runs from then, not from the later day of the reseller tie',
    ...invited('both', { durationDays: 10 }),
    [happens('customer-accepted', '03-05 08:00'), { status: 'awaiting-customer' }],
    [
      happens('customer-accepted', '03-09 08:00', { what: 'reseller', acceptedAt: '2026-03-09T08:00:00.000Z' as never }),
      { status: 'granting', has: { endsAt: '2026-03-15T08:00:00.000Z' } },
    ],
  ),
  life(
    'the service says the end with the acceptance: it is kept until the reseller tie is there too',
    ...invited('both'),
    [
      happens('customer-accepted', '03-05 08:00', { endsAt: '2027-03-04T23:59:00.000Z' as never }),
      {
        status: 'awaiting-customer',
        has: {
          invitations: [
            { what: 'reseller', acceptedAt: null, endsAt: null },
            { what: 'gdap', acceptedAt: '2026-03-05T08:00:00.000Z', endsAt: '2027-03-04T23:59:00.000Z' },
          ],
        },
      },
    ],
    // Nor does it come in a second time.
    [
      happens('customer-accepted', '03-06 08:00', { acceptedAt: '2026-03-06T08:00:00.000Z' as never, endsAt: null }),
      {
        status: 'awaiting-customer',
        has: { invitations: [{}, { acceptedAt: '2026-03-05T08:00:00.000Z', endsAt: '2027-03-04T23:59:00.000Z' }] },
      },
    ],
    [resellerAccepted('03-09 08:00'), { status: 'granting', has: { endsAt: '2027-03-04T23:59:00.000Z' } }],
    [
      happens('groups-assigned', '03-09 08:05'),
      { status: 'active', due: { 'announce-end': '2027-02-02 23:59', 'end-reached': '2027-03-04 23:59' } },
    ],
  ),
  life(
    'the service knows the end better than we do',
    ...invited('gdap'),
    [happens('customer-accepted', '03-05 08:00'), { status: 'granting', has: { endsAt: '2027-03-05T08:00:00.000Z' } }],
    [
      happens('groups-assigned', '03-05 08:05', { endsAt: '2027-03-04T23:59:00.000Z' as never }),
      {
        status: 'active',
        has: { endsAt: '2027-03-04T23:59:00.000Z' },
        due: { 'announce-end': '2027-02-02 23:59', 'end-reached': '2027-03-04 23:59' },
      },
    ],
  ),
  life('a reseller tie alone has no groups and no end', ...invited('reseller'), [
    resellerAccepted('03-05 08:00'),
    {
      status: 'active',
      due: {},
      sets: ['show', 'letter accepted', 'tell everyone active', 'watch-relationship null'],
      has: { relationshipId: null, endsAt: null, extendsItself: false },
    },
  ]),
  life(
    'what extends itself is neither announced nor ended by us',
    ...invited('gdap', { autoExtend: true }),
    [happens('customer-accepted', '03-05 08:00'), { status: 'granting' }],
    [
      happens('groups-assigned', '03-05 08:05'),
      { status: 'active', due: {}, has: { extendsItself: true, endsAt: '2027-03-05T08:00:00.000Z' } },
    ],
  ),
  life(
    'the customer accepts the reseller tie, and never granular admin: the tie stands',
    ...invited('both'),
    [resellerAccepted('03-05 08:00'), { status: 'awaiting-customer' }],
    [
      happens('customer-stayed-silent', '05-31 12:02'),
      {
        status: 'active',
        due: {},
        sets: ['show', 'tell requester partly-accepted', 'letter accepted', 'tell everyone active', 'watch-relationship null'],
        has: { invitations: [{ what: 'reseller' }], relationshipId: null, endsAt: null },
      },
    ],
  ),
  life(
    'the customer accepts granular admin, and never the reseller tie: the groups get their roles',
    ...invited('both'),
    [happens('customer-accepted', '03-05 08:00'), { status: 'awaiting-customer' }],
    [
      happens('customer-stayed-silent', '05-31 12:02'),
      {
        status: 'granting',
        due: {},
        sets: ['show', 'tell requester partly-accepted', 'assign-groups gdap-1'],
        has: { invitations: [{ what: 'gdap' }], relationshipId: 'gdap-1', endsAt: '2027-03-05T08:00:00.000Z', items: [] },
      },
    ],
    [
      happens('groups-assigned', '05-31 12:05'),
      { status: 'active', due: { 'announce-end': '2027-02-03 08:00', 'end-reached': '2027-03-05 08:00' } },
    ],
  ),
  life(
    'a recalled relationship is ended at Microsoft, and nobody is written to about an end',
    ...invited('both'),
    [
      happens('invitation-recalled', '03-03 09:00'),
      {
        status: 'ending',
        sets: ['show', 'end-relationship gdap-1'],
        has: { what: 'invitation', relationshipId: 'gdap-1', items: [] },
      },
    ],
    [happens('letter-sent', '03-03 09:01'), { status: 'ending' }],
    [
      happens('relationship-ended', '03-03 09:05', { by: 'us' }),
      { status: 'ended', sets: ['show', 'tell everyone ended'], has: { why: 'invitation-withdrawn' } },
    ],
  ),
  life('a recalled reseller link leaves nothing at Microsoft to take back', ...invited('reseller'), [
    happens('invitation-recalled', '03-03 09:00'),
    { status: 'ended', sets: ['show'], has: { why: 'invitation-withdrawn', endedBy: ana } },
  ]),
  life('the customer says no', ...invited('gdap'), [
    happens('relationship-ended', '03-04 09:00', { part: 'gdap' }),
    { status: 'ended', sets: ['show', 'tell everyone customer-refused'], has: { why: 'refused-by-customer' } },
  ]),
  life(
    'the customer takes it back before the groups have their roles',
    ...invited('gdap'),
    [happens('customer-accepted', '03-05 08:00'), { status: 'granting' }],
    [happens('relationship-ended', '03-05 08:02'), { status: 'ended', sets: ['show', 'tell everyone ended'] }],
  ),
  life(
    'the rules say something new before anything was created: it goes back to whoever decides',
    [open('gdap'), asked],
    [happens('approval-given', '03-02 11:59'), asked],
    [approved, { status: 'preparing', has: { approvals: [{ by: bruno }] } }],
    [
      happens('decision-changed', '03-02 12:01'),
      {
        status: 'awaiting-approval',
        due: { 'remind-approvers': '03-03 12:01', escalate: '03-05 12:01', 'request-lapses': '04-01 12:01' },
        sets: ['show', 'tell everyone decision-changed'],
        has: { approvals: [], answered: null },
      },
    ],
  ),
  life(
    'the rules say something new before the letter goes out: the invitation is there already, so a person looks at it',
    ...invited('both').slice(0, -1),
    [
      happens('decision-changed', '03-02 12:03', { effect: 'send-letter', decisions: [aboutLetter, aboutGdapLater] }),
      {
        status: 'stuck',
        due: { 'remind-stuck': '03-03 12:03' },
        sets: ['show', 'tell everyone decision-changed'],
        has: {
          trouble: { effect: 'send-letter', code: 'decision-changed', words: '' },
          before: { status: 'awaiting-customer', lapsesAt: '2026-05-31T12:02:00.000Z', lettersSent: 0 },
          decisions: [aboutReseller, aboutLetter, aboutGdapLater],
          answered: null,
        },
      },
    ],
    [
      happens('review-answered', '03-03 08:00'),
      { status: 'stuck', due: { 'remind-stuck': '03-03 12:03' }, sets: ['show'], has: { answers: [answered], answered: null } },
    ],
    [
      happens('case-resumed', '03-03 09:00', { actor: bruno, answered }),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '03-06 09:00', 'invitation-lapses': '05-31 12:02' },
        sets: ['show'],
        has: { answered, decisions: [aboutReseller, aboutLetter, aboutGdapLater] },
      },
    ],
    [happens('letter-sent', '03-03 09:01'), { status: 'awaiting-customer', has: { lettersSent: 1 } }],
  ),
  life(
    'the rules say something new once the customer has accepted: it cannot go back, so a person looks at it',
    ...invited('gdap'),
    [happens('customer-accepted', '03-05 08:00'), { status: 'granting' }],
    [
      happens('decision-changed', '03-05 08:01', { effect: 'assign-groups', decisions: [aboutGroups] }),
      {
        status: 'stuck',
        due: { 'remind-stuck': '03-06 08:01' },
        has: {
          trouble: { effect: 'assign-groups', code: 'decision-changed' },
          before: { status: 'granting' },
          decisions: [aboutReseller, aboutGdap, aboutGroups],
        },
      },
    ],
    [
      happens('case-resumed', '03-06 09:00', { actor: bruno, answered }),
      { status: 'granting', has: { relationshipId: 'gdap-1', endsAt: '2027-03-05T08:00:00.000Z', answered } },
    ],
    // What the rules say again counts as their newest word.
    [
      happens('execution-cleared', '03-06 09:01', { effect: 'assign-groups', decisions: [aboutGdapLater] }),
      { status: 'granting', has: { decisions: [aboutReseller, aboutGroups, aboutGdapLater] } },
    ],
  ),
];
