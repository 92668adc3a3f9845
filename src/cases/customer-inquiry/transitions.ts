import { awaitingCustomerTransitions } from '../asking/awaiting-customer.ts';
import type { Transitions } from '../transitions.ts';
import type { CustomerInquiry } from './case.ts';
import type { CustomerInquiryEvent } from './events.ts';

const everywhere = ['awaiting-customer', 'done', 'withdrawn', 'ended', 'stuck'] as const;
const open = ['awaiting-customer', 'stuck'] as const;

/** What may become what. */
export const transitions = {
  'case-opened': { from: [null], to: ['awaiting-customer'] },
  'letter-sent': { from: everywhere, to: everywhere },
  'letter-bounced': { from: everywhere, to: everywhere },
  ...awaitingCustomerTransitions,
  'customer-answered': { from: ['awaiting-customer'], to: ['done'] },
  /** As long as its page is open a customer may put right what it has answered. */
  'answers-corrected': { from: ['done'], to: ['done'] },
  'customer-stayed-silent': { from: ['awaiting-customer'], to: ['ended'] },
  'case-withdrawn': { from: ['awaiting-customer'], to: ['withdrawn'] },
  'case-taken-over': { from: open, to: open },
  'effect-given-up': { from: everywhere, to: everywhere },
  'case-stuck': { from: ['awaiting-customer'], to: ['stuck'] },
  'stuck-reminded': { from: ['stuck'], to: ['stuck'] },
  'dead-letter-retried': { from: everywhere, to: everywhere },
  'dead-letter-closed': { from: everywhere, to: everywhere },
  'case-resumed': { from: ['stuck'], to: ['awaiting-customer'] },
} as const satisfies Transitions<CustomerInquiryEvent['type'], CustomerInquiry['status']>;
