import { awaitingCustomerTransitions } from '../asking/awaiting-customer.ts';
import { askingTransitions } from '../asking/transitions.ts';
import type { Transitions } from '../transitions.ts';
import type { AdminRelationship } from './case.ts';
import type { AdminRelationshipEvent } from './events.ts';

const everywhere = [
  'awaiting-approval',
  'sent-back',
  'declined',
  'withdrawn',
  'preparing',
  'awaiting-customer',
  'granting',
  'active',
  'ending',
  'ended',
  'stuck',
] as const;

/** What may become what. */
export const transitions = {
  'case-opened': { from: [null], to: ['awaiting-approval'] },
  ...askingTransitions,
  ...awaitingCustomerTransitions,
  /** While it is prepared by hand; what a service prepares is a matter of minutes. */
  'case-withdrawn': { from: ['awaiting-approval', 'sent-back', 'preparing'], to: ['withdrawn'] },
  'case-approved': { from: ['awaiting-approval'], to: ['preparing', 'ending'] },
  'execution-cleared': { from: ['preparing', 'granting', 'ending'], to: ['preparing', 'granting', 'ending'] },
  'decision-changed': { from: ['preparing', 'awaiting-customer', 'granting', 'ending'], to: ['awaiting-approval', 'stuck'] },
  'item-confirmed': { from: ['preparing', 'granting', 'ending'], to: ['preparing', 'granting', 'ending'] },
  'items-reminded': { from: ['preparing', 'granting', 'ending'], to: ['preparing', 'granting', 'ending'] },
  'invitation-prepared': { from: ['preparing'], to: ['preparing'] },
  'invitation-ready': { from: ['preparing'], to: ['awaiting-customer'] },
  'letter-sent': { from: everywhere, to: everywhere },
  'letter-bounced': { from: everywhere, to: everywhere },
  'customer-accepted': { from: ['awaiting-customer'], to: ['awaiting-customer', 'granting', 'active'] },
  'customer-stayed-silent': { from: ['awaiting-customer'], to: ['granting', 'active', 'ended'] },
  'invitation-recalled': { from: ['awaiting-customer'], to: ['ending', 'ended'] },
  'groups-missing': { from: ['granting'], to: ['granting'] },
  'groups-assigned': { from: ['granting'], to: ['active'] },
  'end-announced': { from: ['active'], to: ['active'] },
  'relationship-extended': { from: ['preparing', 'active'], to: ['active'] },
  'relationship-renewed': { from: ['active'], to: ['active'] },
  'relationship-carried-on': { from: ['active'], to: ['active', 'ended'] },
  /** Of what was granted together one half may end, and the other goes on. */
  'relationship-ended': {
    from: ['awaiting-customer', 'granting', 'active', 'ending'],
    to: ['awaiting-customer', 'granting', 'active', 'ended'],
  },
  'end-reached': { from: ['active'], to: ['active', 'ended'] },
  'case-taken-over': {
    from: ['awaiting-approval', 'sent-back', 'preparing', 'awaiting-customer', 'granting', 'active', 'ending', 'stuck'],
    to: ['awaiting-approval', 'sent-back', 'preparing', 'awaiting-customer', 'granting', 'active', 'ending', 'stuck'],
  },
  /** Something that the case does not wait for could not be done. */
  'effect-given-up': { from: everywhere, to: everywhere },
  'case-stuck': { from: ['preparing', 'awaiting-customer', 'granting', 'ending'], to: ['stuck'] },
  'dead-letter-retried': { from: everywhere, to: everywhere },
  'dead-letter-closed': { from: everywhere, to: everywhere },
  'case-resumed': { from: ['stuck'], to: ['preparing', 'awaiting-customer', 'granting', 'ending'] },
  /** Given up by a person; only while nothing may still be open outside. */
  'case-closed': { from: ['stuck'], to: ['ended'] },
} as const satisfies Transitions<AdminRelationshipEvent['type'], AdminRelationship['status']>;
