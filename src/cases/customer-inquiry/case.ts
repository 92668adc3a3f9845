import * as z from 'zod';
import { awaitingCustomer } from '../asking/awaiting-customer.ts';
import { Trouble } from '../asking/events.ts';
import { answers, askingStates, Letter } from '../asking/states.ts';
import { Ask } from '../decided.ts';
import { Person } from '../people.ts';
import { Instant } from '../time.ts';

/** What only the customer knows is asked of it. Nothing is granted by the answer, so that nobody has to agree to the question. */
export const Proposal = z.strictObject({
  wants: z.literal('ask-customer'),
  /** Which subscription or service it is about; empty: whatever the customer has. */
  subject: z.string().trim().max(200),
  letter: Letter,
  /** The customer is the one who tells. */
  told: z.strictObject({}),
});
export type Proposal = z.infer<typeof Proposal>;

const { state: anyState } = askingStates(z.literal('customer-inquiry'), Proposal);

/** No rule is asked before a question. */
export const noAsks = z.array(Ask).max(0);

const state = <S extends string, Shape extends z.ZodRawShape>(status: S, shape: Shape) =>
  anyState(status, { asks: noAsks, ...shape });

export const CustomerInquiry = z.discriminatedUnion('status', [
  state('awaiting-customer', awaitingCustomer),
  state('done', { doneAt: Instant }),
  state('withdrawn', { withdrawnBy: Person.nullable(), reason: z.string() }),
  state('ended', { endedAt: Instant, why: z.literal('customer-stayed-silent') }),
  state('stuck', {
    before: z.strictObject({ status: z.literal('awaiting-customer'), ...awaitingCustomer }),
    trouble: Trouble,
    answers,
  }),
]);
export type CustomerInquiry = z.infer<typeof CustomerInquiry>;
export type In<S extends CustomerInquiry['status']> = Extract<CustomerInquiry, { status: S }>;
