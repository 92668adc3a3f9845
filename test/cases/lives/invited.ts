import { happens, invite } from '../../support/cases.ts';
import type { Expected, Life } from '../../support/given.ts';

/** How an invitation begins. */

export const open = (...[wanted, terms]: Parameters<typeof invite>) =>
  happens('case-opened', '03-02 09:00', { proposal: invite(wanted, terms) });
export const asked: Expected = { status: 'awaiting-approval' };
export const approved = happens('case-approved', '03-02 12:00');

export const resellerLink = happens('invitation-prepared', '03-02 12:01', {
  what: 'reseller',
  link: 'https://admin.microsoft.com/reseller',
  relationshipId: null,
});
export const gdapLink = happens('invitation-prepared', '03-02 12:02');
export const ready = happens('invitation-ready', '03-02 12:02');

/** Everything until the customer has the letter. */
export const invited = (wanted: 'both' | 'reseller' | 'gdap', terms: Parameters<typeof invite>[1] = {}): Life['steps'] => [
  [open(wanted, terms), asked],
  [approved, { status: 'preparing' }],
  ...(wanted === 'gdap' ? [] : [[resellerLink, { status: 'preparing' }] as const]),
  ...(wanted === 'reseller' ? [] : [[gdapLink, { status: 'preparing' }] as const]),
  [ready, { status: 'awaiting-customer' }],
  [happens('letter-sent', '03-02 12:03'), { status: 'awaiting-customer', sets: ['show'], has: { lettersSent: 1 } }],
];

export const resellerAccepted = (at: string) =>
  happens('customer-accepted', at, { what: 'reseller', acceptedAt: '2026-03-05T08:00:00.000Z' as never });
