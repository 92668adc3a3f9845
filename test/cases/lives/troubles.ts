import {
  aboutTransfer,
  aboutTransferLater,
  ana,
  answered,
  bruno,
  chiara,
  contoso,
  dov,
  handOut,
  happens,
  moveAzure,
  on,
  switchOpened,
} from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Expected, Life } from '../../support/given.ts';

/** Azure that is asked for and does not come at once; and Azure that another partner wants from us. */

const asked: Expected = { status: 'awaiting-approval' };
const opened = switchOpened('03-02 09:00', moveAzure('azure-plan-transfer'));
const approved = happens('case-approved', '03-02 12:00');
const prepared = happens('preparation-completed', '03-09 09:00');
const requested = happens('transfer-requested', '03-09 09:01');

const offered: Life['steps'][number] = [
  happens('transfer-offered', '03-02 09:00'),
  {
    status: 'awaiting-our-decision',
    due: { 'remind-approvers': '03-03 09:00', 'transfer-expires': '04-01 09:00' },
    sets: ['show', 'tell approvers transfer-offered', 'watch-transfer'],
    has: { transferId: 'transfer-9', expiresAt: on('04-01 09:00'), asks: [{ about: 'sub-1' }], decisions: [], customer: contoso },
  },
];

export const troubles: readonly Life[] = [
  life(
    'the request itself: asked back, answered, reminded, handed from one to the other',
    [opened, asked],
    [happens('approvers-reminded', '03-03 09:00'), asked],
    [happens('case-escalated', '03-05 09:00'), { status: 'awaiting-approval', sets: ['show', 'tell operator escalated'] }],
    [happens('case-taken-over', '03-05 09:01'), asked],
    [happens('case-sent-back', '03-05 10:00'), { status: 'sent-back' }],
    [happens('case-taken-over', '03-05 10:01', { actor: ana }), { status: 'sent-back' }],
    [happens('requester-reminded', '03-07 10:00'), { status: 'sent-back' }],
    [
      happens('question-answered', '03-08 10:00', { proposal: moveAzure('licence-transfer') as never }),
      { status: 'awaiting-approval', has: { proposal: { procedure: 'licence-transfer' }, takenOverBy: [dov, ana] } },
    ],
    [happens('approval-given', '03-08 11:00'), { status: 'awaiting-approval', has: { approvals: [{ by: bruno }] } }],
  ),
  life('the request lapses', [opened, asked], [happens('request-lapsed', '04-01 09:00'), { status: 'withdrawn' }]),
  life(
    'the request lapses with a question open',
    [opened, asked],
    [happens('case-sent-back', '03-05 10:00'), { status: 'sent-back' }],
    [happens('request-lapsed', '04-04 10:00'), { status: 'withdrawn' }],
  ),
  life(
    'declined with a question open',
    [opened, asked],
    [happens('case-sent-back', '03-05 10:00'), { status: 'sent-back' }],
    [happens('case-declined', '03-06 10:00'), { status: 'declined' }],
  ),
  life('withdrawn', [opened, asked], [happens('case-withdrawn', '03-03 09:00'), { status: 'withdrawn' }]),
  life(
    'withdrawn with a question open',
    [opened, asked],
    [happens('case-sent-back', '03-05 10:00'), { status: 'sent-back' }],
    [happens('case-withdrawn', '03-06 10:00'), { status: 'withdrawn' }],
  ),
  life(
    'the rules change while the other partner is to act: a person looks at it',
    [opened, asked],
    [approved, { status: 'preparing' }],
    [prepared, { status: 'preparing' }],
    [requested, { status: 'awaiting-other-partner' }],
    [
      happens('decision-changed', '03-10 09:01', { effect: 'cancel-transfer', decisions: [aboutTransferLater] }),
      {
        status: 'stuck',
        due: { 'remind-stuck': '03-11 09:01' },
        sets: ['show', 'tell everyone decision-changed'],
        has: {
          trouble: { code: 'decision-changed' },
          before: { status: 'awaiting-other-partner', expiresAt: on('04-08 09:01') },
          decisions: [aboutTransferLater],
        },
      },
    ],
    [happens('case-taken-over', '03-10 10:00'), { status: 'stuck' }],
    [happens('review-answered', '03-10 10:01'), { status: 'stuck', sets: ['show'], has: { answers: [answered] } }],
    [
      happens('stuck-reminded', '03-11 09:01'),
      { status: 'stuck', due: { 'remind-stuck': '03-13 09:01' }, sets: ['tell requester stuck', 'tell operator stuck'] },
    ],
    // It was watched all the while, and the day on which it expires has stayed.
    [
      happens('case-resumed', '03-12 09:00', { actor: chiara, answered }),
      {
        status: 'awaiting-other-partner',
        due: { 'remind-other-partner': '03-19 09:00', 'transfer-expires': '04-08 09:01' },
        sets: ['show'],
        has: { answered, decisions: [aboutTransferLater] },
      },
    ],
    [happens('case-stuck', '03-12 10:00'), { status: 'stuck', sets: ['show', 'tell requester stuck', 'tell operator stuck'] }],
    [
      happens('case-closed', '03-13 09:00'),
      {
        status: 'cancelled',
        sets: ['show', 'tell requester closed'],
        has: { cancelledBy: ana, reason: 'Marta wants to begin anew.' },
      },
    ],
  ),
  life(
    'nothing could be asked for, and then it could; the move fails, and then it goes on',
    [opened, asked],
    [approved, { status: 'preparing' }],
    [prepared, { status: 'preparing' }],
    [happens('case-stuck', '03-09 10:00'), { status: 'stuck', has: { before: { status: 'preparing', isSending: true } } }],
    [happens('case-resumed', '03-10 09:00'), { status: 'preparing', sets: ['show'], has: { isSending: true } }],
    [requested, { status: 'awaiting-other-partner' }],
    [happens('transfer-accepted', '03-11 09:00'), { status: 'moving' }],
    [
      happens('move-failed', '03-11 09:05'),
      { status: 'stuck', sets: ['show', 'tell everyone stuck', 'tell operator stuck'], has: { before: { status: 'moving' } } },
    ],
    [
      happens('case-resumed', '03-12 09:00'),
      { status: 'moving', due: { 'move-is-slow': '03-12 09:15' }, sets: ['show', 'watch-transfer'], has: { phase: 'usual' } },
    ],
    // Any other trouble has left the watch alone.
    [happens('case-stuck', '03-12 09:05'), { status: 'stuck' }],
    [happens('case-resumed', '03-12 10:00'), { status: 'moving', sets: ['show'] }],
    [
      happens('decision-changed', '03-12 10:01', { effect: 'accept-transfer', decisions: [] }),
      { status: 'stuck', has: { trouble: { effect: 'accept-transfer' }, decisions: [aboutTransfer] } },
    ],
  ),
  life(
    'handing out, agreed: what was named is accepted, and only our own access is left to take away',
    offered,
    [
      happens('approvers-reminded', '03-03 09:00'),
      { status: 'awaiting-our-decision', due: { 'remind-approvers': '03-04 09:00', 'transfer-expires': '04-01 09:00' } },
    ],
    [happens('effect-given-up', '03-03 09:01'), { status: 'awaiting-our-decision' }],
    [
      happens('handing-out-agreed', '03-04 10:00'),
      {
        status: 'moving',
        due: { 'move-is-slow': '03-04 10:15' },
        sets: ['show', 'accept-transfer'],
        has: {
          transferId: 'transfer-9',
          approvals: [{ by: bruno, words: 'Marta has told us.' }],
          takenOverBy: [bruno],
          decisions: [aboutTransfer],
          items: [],
        },
      },
    ],
    [
      happens('subscriptions-moved', '03-04 10:10'),
      {
        status: 'handing-over',
        sets: ['show', 'tell everyone moved'],
        has: { items: [{ code: 'our-access-removed', owner: 'we', dueOn: '2026-03-11' }] },
      },
    ],
    [happens('item-confirmed', '03-05 09:00', { item: 'our-access-removed', actor: bruno }), { status: 'handing-over', due: {} }],
    [happens('handover-completed', '03-05 09:00', { actor: bruno }), { status: 'done' }],
  ),
  life(
    'handing out, and a part stays with us: somebody has to settle it',
    offered,
    [
      happens('handing-out-agreed', '03-04 10:00', { actor: chiara }),
      { status: 'moving', has: { takenOverBy: [chiara], approvals: [{ by: chiara }] } },
    ],
    [
      happens('subscriptions-moved', '03-04 10:10', { complete: false }),
      {
        status: 'handing-over',
        due: { 'remind-item-owners': '03-08 00:00' },
        has: {
          items: [
            { code: 'our-access-removed', owner: 'we', dueOn: '2026-03-11' },
            { code: 'rest-settled', owner: 'we', dueOn: '2026-03-07' },
          ],
        },
      },
    ],
    [
      happens('case-taken-over', '03-05 09:00'),
      { status: 'handing-over', sets: ['show', 'tell chiara taken-over'], has: { takenOverBy: [chiara, dov] } },
    ],
  ),
  life(
    'handing out, agreed with a word on what nobody had known: the newest word on each fact stands',
    [
      happens('transfer-offered', '03-02 09:00', {
        proposal: { ...handOut, told: { 'customer.tenantKind': 'unknown', 'xfer.reason': 'price' } },
      }),
      { status: 'awaiting-our-decision' },
    ],
    [
      happens('handing-out-agreed', '03-04 10:00', { told: { 'customer.tenantKind': 'end_customer', 'xfer.direction': 'out' } }),
      {
        status: 'moving',
        has: {
          proposal: {
            ...handOut,
            told: { 'customer.tenantKind': 'end_customer', 'xfer.reason': 'price', 'xfer.direction': 'out' },
          },
        },
      },
    ],
  ),
  life(
    'handing out, accepted by somebody of ours in Partner Center itself: it moves, and nobody here answers for it',
    offered,
    [
      happens('transfer-accepted', '03-04 10:00'),
      {
        status: 'moving',
        due: { 'move-is-slow': '03-04 10:15' },
        sets: ['show', 'tell requester transfer-accepted', 'watch-transfer'],
        has: { transferId: 'transfer-9', phase: 'usual', items: [], takenOverBy: [], approvals: [], decisions: [] },
      },
    ],
    [happens('case-taken-over', '03-04 10:01'), { status: 'moving', sets: ['show'], has: { takenOverBy: [dov] } }],
    [
      happens('case-taken-over', '03-04 10:02', { actor: chiara }),
      { status: 'moving', sets: ['show', 'tell dov taken-over'], has: { takenOverBy: [dov, chiara] } },
    ],
    [
      happens('subscriptions-moved', '03-04 10:10'),
      { status: 'handing-over', sets: ['show', 'tell everyone moved'], has: { items: [{ code: 'our-access-removed' }] } },
    ],
  ),
  life('handing out, refused by somebody of ours in Partner Center itself', offered, [
    happens('transfer-refused', '03-04 10:00', { words: '' }),
    { status: 'refused', due: {}, sets: ['show', 'tell everyone transfer-refused'], has: { refusedBy: 'outside', reason: '' } },
  ]),
  life('handing out, refused', offered, [
    happens('handing-out-refused', '03-04 10:00'),
    {
      status: 'refused',
      due: {},
      sets: ['show', 'tell approvers handing-out-refused'],
      has: { refusedBy: bruno, reason: 'Nobody there has told us.' },
    },
  ]),
  life('handing out, and nobody answers', offered, [
    happens('transfer-expired', '04-01 09:00'),
    { status: 'expired', sets: ['show', 'tell everyone transfer-expired'] },
  ]),
  life('handing out, and they no longer want it', offered, [
    happens('transfer-cancelled', '03-05 09:00'),
    { status: 'cancelled', sets: ['show', 'tell everyone transfer-cancelled'], has: { cancelledBy: null } },
  ]),
];
