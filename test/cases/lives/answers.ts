import { happens, on } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { asked as admin } from './invited.ts';
import { asked as azure, opened } from './switched.ts';

/** The customer answers while nobody has decided yet: it stands on the case, and decides nothing. */

const wish = { 'xfer.customerWrittenRequest': true };
const corrected = { what: 'The web shop', answers: wish, partner: null, writtenOn: '2026-03-01' };

const status = 'awaiting-approval';

const answering = (begun: Life['steps'][number]): Life =>
  life(
    'the customer answers, corrects itself, and answers again while a question is open',
    begun,
    [
      happens('customer-answered', '03-02 10:00'),
      { status, sets: ['show', 'tell requester customer-answered'], has: { approvals: [] } },
    ],
    [
      happens('customer-answered', '03-02 11:00', { told: corrected }),
      { status, has: { customerTold: { at: on('03-02 11:00'), told: corrected } } },
    ],
    [happens('case-sent-back', '03-02 12:00'), { status: 'sent-back', has: { customerTold: { told: corrected } } }],
    [happens('customer-answered', '03-02 13:00'), { status: 'sent-back', sets: ['show', 'tell requester customer-answered'] }],
  );

export const adminAnswers: readonly Life[] = [answering([happens('case-opened', '03-02 09:00'), admin])];
export const azureAnswers: readonly Life[] = [answering([opened('azure-plan-transfer'), azure])];
