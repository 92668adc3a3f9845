import type { Transition } from '../transitions.ts';

const same = <S extends string>(...statuses: S[]) => ({ from: statuses, to: statuses }) as const;

/** The lines that both tables share. Where it goes on after approval each kind says itself. */
export const askingTransitions = {
  'approval-given': same('awaiting-approval'),
  'decisions-renewed': same('awaiting-approval'),
  'case-declined': { from: ['awaiting-approval', 'sent-back'], to: ['declined'] },
  'case-sent-back': { from: ['awaiting-approval'], to: ['sent-back'] },
  'question-answered': { from: ['sent-back'], to: ['awaiting-approval'] },
  'customer-answered': same('awaiting-approval', 'sent-back'),
  'case-withdrawn': { from: ['awaiting-approval', 'sent-back'], to: ['withdrawn'] },
  'case-escalated': same('awaiting-approval'),
  'stuck-reminded': same('stuck'),
  'review-answered': same('stuck'),
  'request-lapsed': { from: ['awaiting-approval', 'sent-back'], to: ['withdrawn'] },
  'approvers-reminded': same('awaiting-approval'),
  'requester-reminded': same('sent-back'),
} as const satisfies Record<string, Transition>;
