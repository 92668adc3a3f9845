import { awaitedFrom, awaitingCustomerEvolve } from '../asking/awaiting-customer.ts';
import { askingEvolve, begun, onwards, ownOf } from '../asking/evolve.ts';
import { QUESTIONS_LAPSE_AFTER_DAYS } from '../ladders.ts';
import type { Evolve } from '../transitions.ts';
import type { CustomerInquiry, In } from './case.ts';
import type { CustomerInquiryEvent } from './events.ts';
import type { transitions } from './transitions.ts';

type Opened = Extract<CustomerInquiryEvent, { type: 'case-opened' }>;

export const open = (event: Opened): In<'awaiting-customer'> => ({
  ...begun(event, event.requester, event.decisions),
  status: 'awaiting-customer',
  ...awaitedFrom(event.at, QUESTIONS_LAPSE_AFTER_DAYS),
});

export const evolve: Evolve<CustomerInquiry, Exclude<CustomerInquiryEvent, { type: 'case-opened' }>, typeof transitions> = {
  ...askingEvolve,
  ...awaitingCustomerEvolve,
  'letter-sent': (current) =>
    current.status === 'awaiting-customer' ? { ...current, lettersSent: current.lettersSent + 1 } : current,
  'customer-answered': (current, { at, told }) => ({
    ...onwards(current, at),
    status: 'done',
    doneAt: at,
    customerTold: { at, told },
  }),
  'answers-corrected': askingEvolve['customer-answered'],
  'customer-stayed-silent': (current, { at }) => ({
    ...onwards(current, at),
    status: 'ended',
    endedAt: at,
    why: 'customer-stayed-silent',
  }),
  'case-stuck': (current, { at, trouble }) => ({
    ...onwards(current, at),
    status: 'stuck',
    before: ownOf(current) as In<'stuck'>['before'],
    trouble,
    answers: [],
  }),
  /** As long as no letter has gone out the customer cannot have been silent. */
  'case-resumed': (current, { at }) => ({
    ...onwards(current, at),
    ...current.before,
    ...(current.before.lettersSent === 0 && awaitedFrom(at, QUESTIONS_LAPSE_AFTER_DAYS)),
  }),
};
