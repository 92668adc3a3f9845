import * as z from 'zod';
import { Customer } from '../cases/asking/states.ts';
import { CaseId } from '../cases/ids.ts';
import { Instant, later } from '../cases/time.ts';
import { Cloud } from '../policy/index.ts';
import type { Clock } from '../ports.ts';
import { Answers } from './answers.ts';
import type { Codes } from './codes.ts';

/** Long enough for a letter, a reminder and a holiday. */
const OPEN_DAYS = 60;

/** A customer who was asked to answer, and what it has answered so far. */
export const Invited = z.object({
  cloud: Cloud,
  customer: Customer.pick({ name: true, tenant: true, domain: true }),
  /** Null: there is no case yet. */
  caseId: CaseId.nullable(),
  /** Who asks, by name. */
  asker: z.string().max(200),
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

/**
 * Makes a page on which a customer can answer, for a letter to invite to. Under the same key it is the same page, with what has
 * been answered there.
 */
export const createInviteAnswers =
  ({ codes, clock, address }: Means) =>
  async (key: string, about: Pick<Invited, 'cloud' | 'customer' | 'caseId' | 'asker'>) => {
    const { cloud, customer, caseId, asker } = about;
    const { name, tenant, domain } = customer;
    const until = later(clock.now(), { days: OPEN_DAYS });
    const value: Invited = { cloud, customer: { name, tenant, domain }, caseId, asker, until, given: null };
    return { code: await codes.keep('answers', key, value), page: `${address}/answers` };
  };

export type InviteAnswers = ReturnType<typeof createInviteAnswers>;
