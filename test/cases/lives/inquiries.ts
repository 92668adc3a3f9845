import { bruno, dov, happens, inquiryOpened, on } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Expected, Life } from '../../support/given.ts';

/** A customer is asked what only it knows: nobody has to agree, and nothing is granted. */

const opened = inquiryOpened('03-02 09:00');
const status = 'awaiting-customer';

/** Asked on a Monday at nine. */
const asked: Expected = {
  status,
  due: { 'follow-up-customer': '03-05 09:00', 'invitation-lapses': '05-01 09:00' },
  sets: ['show', 'letter questions'],
  has: { lettersSent: 0, decisions: [], approvals: [] },
};
const sent = happens('letter-sent', '03-02 09:01', { letter: 'questions' });
const isSent: Expected = { status, sets: ['show'], has: { lettersSent: 1 } };
const lost = happens('case-stuck', '03-02 09:01', { trouble: { effect: 'send-letter', code: 'recipient-mimics', words: '' } });

const told = { what: 'The other web shop', answers: { 'item.term': 'ended' }, partner: null, writtenOn: null };

export const inquiries: readonly Life[] = [
  life(
    'the customer is reminded, answers, and puts its answer right',
    [opened, asked],
    [sent, isSent],
    [
      happens('customer-reminded', '03-05 09:00'),
      {
        status,
        due: { 'follow-up-customer': '03-09 09:00', 'invitation-lapses': '05-01 09:00' },
        sets: ['letter reminder', 'tell requester customer-reminded'],
        has: { reminders: 1 },
      },
    ],
    [
      happens('customer-answered', '03-06 10:00'),
      { status: 'done', due: {}, sets: ['show', 'tell requester customer-answered'], has: { doneAt: on('03-06 10:00') } },
    ],
    [
      happens('answers-corrected', '03-06 11:00', { told }),
      {
        status: 'done',
        due: {},
        sets: ['show', 'tell requester answers-corrected'],
        has: { doneAt: on('03-06 10:00'), customerTold: { at: on('03-06 11:00'), told } },
      },
    ],
  ),
  life(
    'the customer wants to be left alone for a while, and is; whoever asked lets it be asked again, and takes it back',
    [opened, asked],
    [
      happens('follow-ups-paused', '03-03 09:00', { until: on('03-30 00:00') }),
      { status, due: { 'pause-ends': '03-30 08:00', 'invitation-lapses': '05-01 09:00' }, sets: ['show'] },
    ],
    [happens('follow-ups-resumed', '03-04 09:00'), { status, due: asked.due ?? {}, sets: ['show'] }],
    [
      happens('case-withdrawn', '03-04 10:00'),
      { status: 'withdrawn', due: {}, sets: ['show'], has: { reason: 'Marta has changed her mind.' } },
    ],
  ),
  life(
    'the customer stays silent, and its questions end without it',
    [opened, asked],
    [happens('follow-ups-paused', '03-03 09:00', { until: on('04-30 00:00') }), { status }],
    [happens('lapse-announced', '04-16 09:00'), { status, sets: ['tell requester lapse-near-paused'] }],
    [
      happens('customer-stayed-silent', '05-01 09:00'),
      { status: 'ended', due: {}, sets: ['show', 'tell requester questions-lapsed'], has: { why: 'customer-stayed-silent' } },
    ],
  ),
  life(
    'the letter may not go out; somebody else takes it over and sends it after all',
    [opened, asked],
    [
      lost,
      { status: 'stuck', due: { 'remind-stuck': '03-03 09:01' }, sets: ['show', 'tell requester stuck', 'tell operator stuck'] },
    ],
    [happens('stuck-reminded', '03-03 09:01'), { status: 'stuck', sets: ['tell requester stuck', 'tell operator stuck'] }],
    [happens('case-taken-over', '03-03 10:00'), { status: 'stuck', sets: ['show', 'tell ana taken-over'] }],
    [
      happens('case-resumed', '03-03 11:00', { actor: dov }),
      { status, sets: ['show'], has: { takenOverBy: [dov], lapsesAt: on('05-02 11:00') } },
    ],
    [happens('case-taken-over', '03-04 09:00', { actor: bruno }), { status, sets: ['show', 'tell dov taken-over'] }],
  ),
];
