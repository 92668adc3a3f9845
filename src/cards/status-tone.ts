import type { Case } from '../cases/case.ts';
import type { Tone } from './screens.ts';

const statusTones: Readonly<Record<Case['status'], Tone>> = {
  'awaiting-approval': 'accent',
  'sent-back': 'warning',
  declined: 'attention',
  withdrawn: 'default',
  preparing: 'accent',
  'awaiting-customer': 'accent',
  granting: 'accent',
  active: 'good',
  ending: 'default',
  ended: 'default',
  'awaiting-other-partner': 'accent',
  'awaiting-our-decision': 'warning',
  moving: 'accent',
  'handing-over': 'accent',
  done: 'good',
  refused: 'attention',
  expired: 'attention',
  cancelled: 'default',
  stuck: 'attention',
};

/** How a state looks at a glance. */
export const toneOf = ({ status }: Case): Tone => statusTones[status];
