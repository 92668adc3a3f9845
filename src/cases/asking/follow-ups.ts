import { ladders, LAPSE_WARNING_DAYS, stepsWhere } from '../ladders.ts';
import type { Effect } from '../effect.ts';
import { workingTime } from '../office-hours.ts';
import { later } from '../time.ts';
import type { Instant } from '../time.ts';

/** What has to be known of a case to follow up on a customer that is silent. */
export interface Awaited {
  readonly since: Instant;
  readonly lapsesAt: Instant;
  readonly customer: { readonly country: string | null };
}

/** In working hours, and a day before something ends at the latest: what would come too late comes on one of the days before. */
export const inWorkingTime = (country: string | null, at: Instant, end: Instant): Instant => {
  const then = workingTime(country, at);
  return then <= later(end, { days: -1 }) ? then : inWorkingTime(country, later(at, { days: -1 }), end);
};

const warnings = ({ lapsesAt }: Awaited): Instant[] => LAPSE_WARNING_DAYS.map((days) => later(lapsesAt, { days: -days }));

/** So soon before a warning nothing else is sent: a weekend may lie between. */
const DAYS_BEFORE_A_WARNING = 4;

/** Every follow-up by the calendar: ever less often, and twice when the end is near. */
const calendar = (current: Awaited): readonly Instant[] => {
  const last = warnings(current);
  const isNear = (at: Instant): boolean =>
    last.some((warning) => at <= warning && warning < later(at, { days: DAYS_BEFORE_A_WARNING }));
  const steps = ladders.customer.map((days) => later(current.since, { days })).filter((at) => !isNear(at));
  return [...steps, ...last].filter((at) => at > current.since && at < current.lapsesAt).sort();
};

/** When a follow-up is sent, after so many; null when there is none any more. */
export const followUpAt = (current: Awaited, taken: number): Instant | null => {
  const at = calendar(current)[taken];
  return at === undefined ? null : inWorkingTime(current.customer.country, at, current.lapsesAt);
};

/** What is due within a day of a letter that is set going at an instant has come with it. */
const coveredUntil = ({ customer }: Awaited, at: Instant): Instant => later(workingTime(customer.country, at), { days: 1 });

/**
 * How many have come with a letter that is set going at an instant: what was missed is made up for once, not one by one.
 */
export const followUpsBy = (current: Awaited, at: Instant): number =>
  stepsWhere((taken) => followUpAt(current, taken), coveredUntil(current, at));

/** The warning that comes with such a letter, in days before the end; null when it is too early for any. */
export const warningWith = (current: Awaited, at: Instant): number | null => lapseWarningBy(current, coveredUntil(current, at));

/** The warning that has come closest by an instant, in days before the end; null when it is too early for any. */
export const lapseWarningBy = ({ lapsesAt }: Pick<Awaited, 'lapsesAt'>, at: Instant): number | null =>
  LAPSE_WARNING_DAYS.findLast((days) => later(lapsesAt, { days: -days }) <= at) ?? null;

/** The next warning after one that has been given. */
export const nextLapseWarning = ({ lapsesAt }: Pick<Awaited, 'lapsesAt'>, given: number | null): Instant | null => {
  const days = LAPSE_WARNING_DAYS.find((one) => given === null || one < given);
  return days === undefined ? null : later(lapsesAt, { days: -days });
};

/** Letters that nobody is waiting for. */
const followUps: readonly string[] = ['reminder', 'switch-reminder'];

/** When an effect may be carried out: whatever was held up, nobody is reminded at night or on a day off. */
export const notBefore = (effect: Effect, { customer }: Pick<Awaited, 'customer'>, now: Instant): Instant =>
  effect.kind === 'send-letter' && followUps.includes(effect.letter) ? workingTime(customer.country, now) : now;
