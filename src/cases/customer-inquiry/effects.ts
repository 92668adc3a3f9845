import { askingEffects, awaitingCustomerEffects, show, tell } from '../asking/effects.ts';
import type { Effect } from '../effect.ts';
import type { CustomerInquiry } from './case.ts';
import type { CustomerInquiryEvent } from './events.ts';

type EffectsOf = {
  readonly [T in CustomerInquiryEvent['type']]: (
    after: CustomerInquiry,
    event: Extract<CustomerInquiryEvent, { type: T }>,
    before: CustomerInquiry | null,
  ) => readonly Effect[];
};

/** What each event sets going outside. */
export const effects: EffectsOf = {
  'case-opened': () => [show, { kind: 'send-letter', letter: 'questions' }],
  'letter-sent': () => [show],
  'letter-bounced': () => [show, tell('requester', 'letter-bounced')],
  ...awaitingCustomerEffects,
  'customer-answered': askingEffects['customer-answered'],
  'answers-corrected': () => [show, tell('requester', 'answers-corrected')],
  'customer-stayed-silent': () => [show, tell('requester', 'questions-lapsed')],
  'case-withdrawn': askingEffects['case-withdrawn'],
  'case-taken-over': askingEffects['case-taken-over'],
  'effect-given-up': askingEffects['effect-given-up'],
  'case-stuck': askingEffects['case-stuck'],
  'stuck-reminded': askingEffects['stuck-reminded'],
  'dead-letter-retried': askingEffects['dead-letter-retried'],
  'dead-letter-closed': askingEffects['dead-letter-closed'],
  'case-resumed': () => [show],
};
