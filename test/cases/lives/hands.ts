import { ana, answered, chiara, contoso, dov, happens, invite, on } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { approved, asked, gdapLink, open, ready, resellerAccepted, resellerLink } from './invited.ts';

/** Invitations by hand, in trouble, and from hand to hand. */
export const hands: readonly Life[] = [
  life(
    'by hand at 21Vianet: the link comes from its interface, granular admin from a person, with a link as evidence',
    [happens('case-opened', '03-02 09:00', { cloud: 'china_21v', customer: { ...contoso, country: 'CN' } }), asked],
    [
      approved,
      {
        status: 'preparing',
        due: { 'remind-item-owners': '03-05 00:00' },
        sets: ['show', 'tell requester approved', 'get-reseller-link'],
        has: { items: [{ code: 'make-gdap-invitation', owner: 'we', dueOn: '2026-03-04', done: null }] },
      },
    ],
    [resellerLink, { status: 'preparing' }],
    [
      happens('items-reminded', '03-05 00:00', { items: ['make-gdap-invitation'] }),
      { status: 'preparing', due: { 'remind-item-owners': '03-08 00:00' }, sets: ['tell requester items-wait'] },
    ],
    [
      happens('item-confirmed', '03-05 09:00', { item: 'make-gdap-invitation', evidence: 'https://partner.example/gdap' }),
      {
        status: 'preparing',
        due: {},
        sets: ['show'],
        has: { items: [{ done: { by: ana, at: '2026-03-05T09:00:00.000Z', evidence: 'https://partner.example/gdap' } }] },
      },
    ],
    [happens('invitation-prepared', '03-05 09:00', { actor: ana, relationshipId: 'by-hand' }), { status: 'preparing' }],
    // What a person has made no watch can see.
    [
      happens('invitation-ready', '03-05 09:00', { actor: ana }),
      { status: 'awaiting-customer', sets: ['show', 'letter invitation', 'watch reseller'] },
    ],
    [resellerAccepted('03-06 08:00'), { status: 'awaiting-customer' }],
    [
      happens('customer-accepted', '03-06 09:00', { actor: ana, evidence: 'Marta has sent a picture of it.' }),
      {
        status: 'granting',
        due: { 'remind-item-owners': '03-09 00:00' },
        sets: ['show', 'tell everyone no-access-yet'],
        has: { items: [{ code: 'assign-groups', dueOn: '2026-03-08' }] },
      },
    ],
    [
      happens('items-reminded', '03-09 00:00', { items: ['assign-groups'] }),
      { status: 'granting', due: { 'remind-item-owners': '03-12 00:00' } },
    ],
    [happens('item-confirmed', '03-09 09:00', { item: 'assign-groups' }), { status: 'granting', due: {} }],
    [happens('groups-assigned', '03-09 09:00', { actor: ana }), { status: 'active' }],
  ),
  life(
    'at US Government the tie is made by hand and seen by a person; granular admin is watched',
    [happens('case-opened', '03-02 09:00', { cloud: 'us_gov' }), asked],
    [
      approved,
      {
        status: 'preparing',
        sets: ['show', 'tell requester approved', 'create-relationship'],
        has: { items: [{ code: 'make-reseller-invitation' }] },
      },
    ],
    [gdapLink, { status: 'preparing' }],
    [happens('item-confirmed', '03-03 09:00', { item: 'make-reseller-invitation' }), { status: 'preparing', due: {} }],
    [resellerLink, { status: 'preparing' }],
    [
      happens('invitation-ready', '03-03 09:00', { actor: ana }),
      { status: 'awaiting-customer', sets: ['show', 'letter invitation', 'watch gdap'] },
    ],
    [
      happens('customer-accepted', '03-06 09:00', { actor: ana, what: 'reseller', evidence: 'Marta has sent a picture of it.' }),
      {
        status: 'awaiting-customer',
        sets: ['show'],
        has: {
          invitations: [
            { what: 'gdap', acceptedAt: null },
            { what: 'reseller', acceptedAt: on('03-05 08:00') },
          ],
        },
      },
    ],
    [happens('customer-accepted', '03-06 10:00'), { status: 'granting', sets: ['show', 'assign-groups gdap-1'] }],
  ),
  life(
    'in Germany nothing can be watched, and the customer is written to and reminded all the same',
    [happens('case-opened', '03-02 09:00', { cloud: 'germany', proposal: invite('reseller') }), asked],
    [approved, { status: 'preparing', sets: ['show', 'tell requester approved'] }],
    [resellerLink, { status: 'preparing' }],
    [
      happens('invitation-ready', '03-02 12:02', { actor: ana }),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '03-05 12:02', 'invitation-lapses': '05-31 12:02' },
        sets: ['show', 'letter invitation'],
      },
    ],
    [
      happens('customer-accepted', '03-06 09:00', { actor: ana, what: 'reseller', evidence: 'Marta has sent a picture of it.' }),
      {
        status: 'active',
        sets: ['show', 'letter accepted', 'tell everyone active', 'watch-relationship null'],
      },
    ],
  ),
  life(
    'withdrawn while it is prepared by hand',
    [happens('case-opened', '03-02 09:00', { cloud: 'germany' }), asked],
    [
      approved,
      {
        status: 'preparing',
        sets: ['show', 'tell requester approved'],
        has: { items: [{ code: 'make-reseller-invitation' }, { code: 'make-gdap-invitation' }] },
      },
    ],
    [happens('case-withdrawn', '03-03 09:00'), { status: 'withdrawn', due: {}, has: { withdrawnBy: ana } }],
  ),
  life(
    'stuck, put right, and on from where it stood',
    [open('gdap'), asked],
    [approved, { status: 'preparing' }],
    [
      happens('case-stuck', '03-02 12:05'),
      {
        status: 'stuck',
        due: { 'remind-stuck': '03-03 12:05' },
        sets: ['show', 'tell requester stuck', 'tell operator stuck'],
        has: { before: { status: 'preparing', invitations: [], items: [] }, trouble: { code: '900145' } },
      },
    ],
    [happens('case-taken-over', '03-03 09:00'), { status: 'stuck', has: { takenOverBy: [dov] } }],
    [
      happens('case-resumed', '03-03 10:00', { actor: dov }),
      { status: 'preparing', sets: ['show'], has: { invitations: [], items: [] } },
    ],
    [gdapLink, { status: 'preparing' }],
    [ready, { status: 'awaiting-customer' }],
    [
      happens('case-stuck', '03-20 09:00', { trouble: { effect: 'watch-invitation', code: 'unreachable', words: '' } }),
      {
        status: 'stuck',
        due: { 'remind-stuck': '03-21 09:00' },
        has: { before: { status: 'awaiting-customer', lapsesAt: '2026-05-31T12:02:00.000Z' } },
      },
    ],
    [
      happens('stuck-reminded', '03-21 09:00'),
      {
        status: 'stuck',
        due: { 'remind-stuck': '03-23 09:00' },
        sets: ['tell requester stuck', 'tell operator stuck'],
        has: { since: '2026-03-20T09:00:00.000Z' },
      },
    ],
    // The watch is tried again as a dead letter, and the day on which the invitation lapses has stayed.
    [
      happens('case-resumed', '03-23 09:00', { actor: dov }),
      {
        status: 'awaiting-customer',
        due: { 'follow-up-customer': '03-26 09:00', 'invitation-lapses': '05-31 12:02' },
        sets: ['show'],
      },
    ],
    [happens('customer-accepted', '03-24 08:00'), { status: 'granting' }],
    [happens('case-stuck', '03-24 08:01'), { status: 'stuck', has: { before: { status: 'granting' }, answered: null } }],
    [
      happens('case-resumed', '03-24 09:00', { actor: dov, answered }),
      { status: 'granting', due: {}, sets: ['show'], has: { answered, relationshipId: 'gdap-1' } },
    ],
    // What was answered once stays answered.
    [happens('case-stuck', '03-24 09:01'), { status: 'stuck', has: { answered } }],
    [happens('case-resumed', '03-24 10:00', { actor: dov }), { status: 'granting', has: { answered } }],
    [happens('case-stuck', '03-24 10:01'), { status: 'stuck' }],
    [
      happens('case-closed', '03-25 09:00', { actor: chiara }),
      { status: 'ended', sets: ['show', 'tell requester closed'], has: { why: 'withdrawn-when-stuck', endedBy: chiara } },
    ],
  ),
  life(
    'a case that changes hands all the time',
    [open('gdap'), asked],
    [approved, { status: 'preparing' }],
    [
      happens('case-taken-over', '03-02 12:01'),
      { status: 'preparing', sets: ['show', 'tell ana taken-over'], has: { takenOverBy: [dov] } },
    ],
    [gdapLink, { status: 'preparing' }],
    [ready, { status: 'awaiting-customer' }],
    // Whoever answered for it until now is told, and not whoever once asked.
    [
      happens('case-taken-over', '03-03 12:01', { actor: chiara }),
      { status: 'awaiting-customer', sets: ['show', 'tell dov taken-over'] },
    ],
    [happens('customer-accepted', '03-05 08:00'), { status: 'granting' }],
    [happens('case-taken-over', '03-05 08:01'), { status: 'granting', sets: ['show', 'tell chiara taken-over'] }],
    [happens('groups-assigned', '03-05 08:02'), { status: 'active' }],
    [
      happens('case-taken-over', '04-05 08:01', { actor: ana }),
      {
        status: 'active',
        sets: ['show', 'tell dov taken-over'],
        has: { requester: ana, takenOverBy: [dov, chiara, dov, ana] },
      },
    ],
  ),
];
