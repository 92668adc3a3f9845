import type { Case } from '../cases/case.ts';

/** What has become of what a letter asks for, as its reader has to know it. */
export type Standing = 'open' | 'accepted' | 'expired' | 'withdrawn' | 'refused' | 'ended' | 'held';

type Ended = Extract<Case, { status: 'ended' }>;

const afterwards = {
  'ended-by-us': 'ended',
  'ended-by-customer': 'ended',
  'refused-by-customer': 'refused',
  'ran-out': 'ended',
  renewed: 'ended',
  'customer-stayed-silent': 'expired',
  'invitation-withdrawn': 'withdrawn',
  'withdrawn-when-stuck': 'withdrawn',
} as const satisfies Record<Ended['why'], Standing>;

/** While one of ours looks into it, nothing should be accepted: that is `held`. */
export const standingOf = (current: Case): Standing => {
  switch (current.status) {
    case 'awaiting-customer':
    case 'awaiting-other-partner':
      return 'open';
    case 'granting':
    case 'active':
    case 'moving':
    case 'handing-over':
    case 'done':
      return 'accepted';
    case 'ended':
      return afterwards[current.why];
    case 'ending':
      return current.what === 'invitation' ? 'withdrawn' : 'ended';
    case 'cancelled':
    case 'withdrawn':
    case 'declined':
      return 'withdrawn';
    case 'expired':
    case 'refused':
      return current.status;
    default:
      return 'held';
  }
};
