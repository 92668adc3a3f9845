import { bruno, chiara, dov, happens } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Expected, Life } from '../../support/given.ts';

/** From the request to the agreement, or to its end: the same for every kind of case. */

const opened = happens('case-opened', '03-02 09:00');

/** Asked on a Monday at nine. */
const asked: Expected = {
  status: 'awaiting-approval',
  due: { 'remind-approvers': '03-03 09:00', escalate: '03-05 09:00', 'request-lapses': '04-01 09:00' },
  sets: ['show', 'tell approvers asked'],
};

export const asking: readonly Life[] = [
  life(
    'one approver agrees',
    [opened, asked],
    [
      happens('approval-given', '03-02 10:00'),
      { status: 'awaiting-approval', sets: ['show'], has: { approvals: [{ by: bruno }], reminders: 0 } },
    ],
  ),
  life(
    'two have to agree, and the rules move in between: who had agreed agrees again',
    [happens('case-opened', '03-02 09:00', { approval: { people: 2, roles: ['admin_agent'] } }), asked],
    [happens('approval-given', '03-02 10:00'), { status: 'awaiting-approval', has: { approvals: [{ by: bruno }] } }],
    [
      happens('decisions-renewed', '03-02 11:00', { actor: chiara }),
      { status: 'awaiting-approval', sets: ['show'], has: { approvals: [], since: '2026-03-02T09:00:00.000Z' } },
    ],
    [happens('approval-given', '03-02 12:00', { actor: chiara }), { status: 'awaiting-approval' }],
    [
      happens('approval-given', '03-02 13:00'),
      { status: 'awaiting-approval', has: { approvals: [{ by: chiara }, { by: bruno }] } },
    ],
  ),
  life(
    'an approver declines',
    [opened, asked],
    [
      happens('case-declined', '03-02 10:00'),
      { status: 'declined', due: {}, sets: ['show', 'tell requester declined'], has: { declinedBy: bruno } },
    ],
    [
      happens('effect-given-up', '03-02 11:00'),
      { status: 'declined', sets: ['show', 'tell requester letter-not-sent', 'tell operator effect-given-up'] },
    ],
  ),
  life(
    'nobody decides: reminders further and further apart, the operator after three days, the end after thirty',
    [opened, asked],
    [
      happens('approvers-reminded', '03-03 09:00'),
      {
        status: 'awaiting-approval',
        due: { 'remind-approvers': '03-04 09:00', escalate: '03-05 09:00', 'request-lapses': '04-01 09:00' },
        sets: ['tell approvers approval-waits'],
      },
    ],
    [happens('approvers-reminded', '03-04 09:00'), { status: 'awaiting-approval' }],
    [
      happens('case-escalated', '03-05 09:00'),
      {
        status: 'awaiting-approval',
        due: { 'remind-approvers': '03-06 09:00', 'request-lapses': '04-01 09:00' },
        sets: ['show', 'tell operator escalated'],
      },
    ],
    [happens('case-taken-over', '03-05 10:00'), { status: 'awaiting-approval', sets: ['show', 'tell ana taken-over'] }],
    [
      happens('request-lapsed', '04-01 09:00'),
      { status: 'withdrawn', due: {}, sets: ['show', 'tell requester request-lapsed'], has: { withdrawnBy: null } },
    ],
    [
      happens('effect-given-up', '04-01 10:00', { trouble: { effect: 'cancel-transfer', code: 'refused', words: '' } }),
      {
        status: 'withdrawn',
        sets: ['show', 'tell requester not-delivered', 'tell operator effect-given-up'],
        has: { withdrawnBy: null },
      },
    ],
  ),
  life(
    'a question comes back, and its answer changes the proposal: whoever had agreed agrees to something else now',
    [happens('case-opened', '03-02 09:00', { approval: { people: 2, roles: ['admin_agent'] } }), asked],
    [happens('approval-given', '03-02 10:00'), { status: 'awaiting-approval' }],
    [
      happens('case-sent-back', '03-02 11:00', { actor: chiara }),
      {
        status: 'sent-back',
        due: { 'remind-requester': '03-04 11:00', 'request-lapses': '04-01 11:00' },
        sets: ['show', 'tell requester sent-back'],
        has: { approvals: [], answered: null, askedBy: chiara },
      },
    ],
    [
      happens('requester-reminded', '03-04 11:00'),
      {
        status: 'sent-back',
        due: { 'remind-requester': '03-07 11:00', 'request-lapses': '04-01 11:00' },
        sets: ['tell requester answer-waits'],
      },
    ],
    [happens('case-taken-over', '03-05 08:00'), { status: 'sent-back', has: { takenOverBy: [dov] } }],
    [
      happens('question-answered', '03-05 09:00', { actor: dov }),
      {
        status: 'awaiting-approval',
        due: { 'remind-approvers': '03-06 09:00', escalate: '03-08 09:00', 'request-lapses': '04-04 09:00' },
        sets: ['show', 'tell approvers question-answered'],
        has: { proposal: { gdap: { durationDays: 180 } }, reminders: 0 },
      },
    ],
  ),
  life(
    'a question is never answered',
    [opened, asked],
    [happens('case-sent-back', '03-02 11:00'), { status: 'sent-back' }],
    [happens('request-lapsed', '04-01 11:00'), { status: 'withdrawn', has: { withdrawnBy: null } }],
  ),
  life(
    'declined while a question is open',
    [opened, asked],
    [happens('case-sent-back', '03-02 11:00'), { status: 'sent-back' }],
    [happens('case-declined', '03-03 11:00'), { status: 'declined' }],
  ),
  life(
    'withdrawn before anybody has decided',
    [opened, asked],
    [happens('case-withdrawn', '03-02 10:00'), { status: 'withdrawn', due: {}, sets: ['show'] }],
  ),
  life(
    'withdrawn instead of an answer',
    [opened, asked],
    [happens('case-sent-back', '03-02 11:00'), { status: 'sent-back' }],
    [happens('case-withdrawn', '03-03 11:00'), { status: 'withdrawn' }],
  ),
];
