import * as z from 'zod';
import { Instant, later } from '../time.ts';
import type { Transition } from '../transitions.ts';
import { event } from './events.ts';
import { followUpsBy, lapseWarningBy, warningWith } from './follow-ups.ts';
import type { Awaited } from './follow-ups.ts';

/** What every case has while a customer is waited for. */
export const awaitingCustomer = {
  lapsesAt: Instant,
  lettersSent: z.int().min(0),
  /** Until then the customer is not written to again. */
  pausedUntil: Instant.nullable().default(null),
  /** How many days before its end it was last said that it ends. */
  lapseAnnounced: z.int().nullable().default(null),
};

type Waiting = z.output<z.ZodObject<typeof awaitingCustomer>>;
type Current = Waiting & Awaited & { readonly reminders: number };

/** As the waiting begins. */
export const awaitedFrom = (at: Instant, days: number): Waiting => ({
  lapsesAt: later(at, { days }),
  lettersSent: 0,
  pausedUntil: null,
  lapseAnnounced: null,
});

export const awaitingCustomerEvents = [
  event('customer-reminded', { waitingDays: z.int() }),
  /** Of a customer who is not to be written to: we alone are told that it ends. */
  event('lapse-announced', { daysLeft: z.int() }),
  event('follow-ups-paused', { until: Instant }),
  event('follow-ups-resumed', {}),
] as const;

const waits = { from: ['awaiting-customer'], to: ['awaiting-customer'] } as const satisfies Transition;

export const awaitingCustomerTransitions = {
  'customer-reminded': waits,
  'lapse-announced': waits,
  'follow-ups-paused': waits,
  'follow-ups-resumed': waits,
} as const;

interface Made {
  readonly at: Instant;
}

const announced = <C extends Current>(current: C, { at }: Made): C => ({
  ...current,
  lapseAnnounced: lapseWarningBy(current, at) ?? current.lapseAnnounced,
});

export const awaitingCustomerEvolve = {
  'customer-reminded': <C extends Current>(current: C, made: Made): C => ({
    ...current,
    lapseAnnounced: warningWith(current, made.at) ?? current.lapseAnnounced,
    // One at least, should the clocks of that country have been changed since.
    reminders: Math.max(current.reminders + 1, followUpsBy(current, made.at)),
  }),
  'lapse-announced': announced,
  'follow-ups-paused': <C extends Current>(current: C, { until }: { until: Instant }): C => ({ ...current, pausedUntil: until }),
  'follow-ups-resumed': <C extends Current>(current: C): C => ({ ...current, pausedUntil: null }),
} as const;
