import * as z from 'zod';
import { Cloud } from '../../policy/index.ts';
import { awaitingCustomerEvents } from '../asking/awaiting-customer.ts';
import { event, everyCaseEvents } from '../asking/events.ts';
import { Customer, CustomerTold } from '../asking/states.ts';
import { Approval, Decided } from '../decided.ts';
import { letters } from '../effect.ts';
import { CaseId } from '../ids.ts';
import { Person } from '../people.ts';
import { noAsks, Proposal } from './case.ts';

export const CustomerInquiryEvent = z.discriminatedUnion('type', [
  event('case-opened', {
    kind: z.literal('customer-inquiry'),
    id: CaseId,
    cloud: Cloud,
    customer: Customer,
    requester: Person,
    proposal: Proposal,
    asks: noAsks,
    decisions: z.array(Decided).max(0),
    approval: Approval,
  }),
  ...everyCaseEvents,
  event('letter-sent', { letter: z.enum(letters), messageId: z.string().max(998) }),
  event('letter-bounced', { letter: z.enum(letters), messageId: z.string().max(998), words: z.string().max(2000) }),
  ...awaitingCustomerEvents,
  event('answers-corrected', { told: CustomerTold }),
  event('customer-stayed-silent', { waitingDays: z.int() }),
]);
export type CustomerInquiryEvent = z.infer<typeof CustomerInquiryEvent>;
