import type { Case } from '../cases/case.ts';

/** What has become of what a letter asks for, as its reader has to know it. */
export type Standing = 'open' | 'asked' | 'answered' | 'accepted' | 'expired' | 'withdrawn' | 'refused' | 'ended' | 'held';

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

const meanwhile: Partial<Record<Case['status'], Standing>> = {
  'awaiting-customer': 'open',
  'awaiting-other-partner': 'open',
  granting: 'accepted',
  active: 'accepted',
  moving: 'accepted',
  'handing-over': 'accepted',
  done: 'accepted',
  cancelled: 'withdrawn',
  withdrawn: 'withdrawn',
  declined: 'withdrawn',
  expired: 'expired',
  refused: 'refused',
};

/** Of questions nothing can be accepted, and nothing waits for anybody to look into them. */
const ofQuestions: Partial<Record<Case['status'], Standing>> = { 'awaiting-customer': 'asked', stuck: 'asked', done: 'answered' };

/** While one of ours looks into it, nothing should be accepted: that is `held`. */
export const standingOf = (current: Case): Standing => {
  const ofThese = current.kind === 'customer-inquiry' ? ofQuestions[current.status] : undefined;
  if (ofThese !== undefined) return ofThese;
  if (current.status === 'ended') return afterwards[current.why];
  if (current.status === 'ending') return current.what === 'invitation' ? 'withdrawn' : 'ended';
  return meanwhile[current.status] ?? 'held';
};
