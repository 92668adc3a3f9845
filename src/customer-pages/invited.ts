import * as z from 'zod';
import { Customer } from '../cases/asking/states.ts';
import { CaseId } from '../cases/ids.ts';
import { QUESTIONS_LAPSE_AFTER_DAYS } from '../cases/ladders.ts';
import { Instant, later } from '../cases/time.ts';
import { Cloud } from '../policy/index.ts';
import type { Clock } from '../ports.ts';
import { Answers } from './answers.ts';
import type { Codes } from './codes.ts';

/** A customer who was asked to answer, and what it has answered so far. */
export const Invited = z.object({
  cloud: Cloud,
  customer: Customer.pick({ name: true, tenant: true, domain: true }),
  /** Null: there is no case yet. */
  caseId: CaseId.nullable(),
  /** Who asks, by name. */
  asker: z.string().max(200),
  /** Which subscription or service is meant, as far as we know it. */
  about: z.string().max(200).default(''),
  until: Instant,
  given: z.object({ answers: Answers, at: Instant, times: z.int() }).nullable(),
});
export type Invited = z.infer<typeof Invited>;

interface Means {
  readonly codes: Codes;
  readonly clock: Clock;
  /** Where our pages stand, as customers type it. */
  readonly address: string;
}

/** Where customers type the code of what they are asked. */
export const answersPageAt = (address: string): string => `${address}/answers`;

/**
 * Makes a page on which a customer can answer, for a letter to invite to. Under the same key it is the same page, with what has
 * been answered there.
 */
export const createInviteAnswers =
  ({ codes, clock, address }: Means) =>
  async (key: string, asked: Pick<Invited, 'cloud' | 'customer' | 'caseId' | 'asker'> & { readonly about?: string }) => {
    const { cloud, customer, caseId, asker, about = '' } = asked;
    const { name, tenant, domain } = customer;
    const until = later(clock.now(), { days: QUESTIONS_LAPSE_AFTER_DAYS });
    const value: Invited = { cloud, customer: { name, tenant, domain }, caseId, asker, about, until, given: null };
    return { code: await codes.keep('answers', key, value), page: answersPageAt(address) };
  };

export type InviteAnswers = ReturnType<typeof createInviteAnswers>;
