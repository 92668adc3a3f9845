import { ana, happens, moveAzure, on } from '../../support/cases.ts';
import { life } from '../../support/given.ts';
import type { Life } from '../../support/given.ts';
import { approved, asked, item, opened, prepares } from './switched.ts';

/** Azure that was agreed to, and goes back to those who have to agree. */

/** What was ticked off on the day after. */
const shownOnTuesday = {
  ...item('relationship-in-place', 'we', '03-09'),
  done: { by: ana, at: on('03-03 09:00'), evidence: 'Seen in Partner Center with Marta.' },
};

export const backwards: readonly Life[] = [
  life(
    'the rules change before the transfer is asked for: back to whoever decides',
    [opened('azure-plan-transfer'), asked],
    [approved, prepares],
    [happens('item-confirmed', '03-03 09:00'), { status: 'preparing' }],
    [happens('preparation-completed', '03-09 09:00'), { status: 'preparing' }],
    [
      happens('decision-changed', '03-09 09:01', { effect: 'create-transfer' }),
      {
        status: 'awaiting-approval',
        due: { 'remind-approvers': '03-10 09:01', escalate: '03-12 09:01', 'request-lapses': '04-08 09:01' },
        has: { doneBefore: [shownOnTuesday] },
      },
    ],
    [happens('case-sent-back', '03-10 10:00'), { status: 'sent-back' }],
    [
      happens('question-answered', '03-10 11:00', { proposal: moveAzure('azure-plan-transfer') as never }),
      { status: 'awaiting-approval' },
    ],
    [
      happens('case-approved', '03-10 12:00'),
      {
        status: 'preparing',
        has: { items: [{ ...shownOnTuesday, dueOn: '2026-03-17' }, ...Array<unknown>(4).fill({ done: null })] },
      },
    ],
  ),
  life(
    'the rules change, and by then something else is wanted: what was shown was shown for the former wish',
    [opened('azure-plan-transfer'), asked],
    [approved, prepares],
    [happens('item-confirmed', '03-03 09:00'), { status: 'preparing' }],
    [happens('decision-changed', '03-09 09:01'), { status: 'awaiting-approval', has: { doneBefore: [shownOnTuesday] } }],
    [happens('case-sent-back', '03-10 10:00'), { status: 'sent-back' }],
    [
      happens('question-answered', '03-10 11:00', { proposal: moveAzure('licence-transfer') as never }),
      { status: 'awaiting-approval', has: { doneBefore: [] } },
    ],
  ),
];
