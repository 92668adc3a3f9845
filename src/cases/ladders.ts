import { later } from './time.ts';
import type { Instant } from './time.ts';

/** After how many days somebody is asked again: ever less often, so that it is read. */
export const ladders = {
  approvers: [1, 2, 4, 8, 16],
  requester: [2, 5, 10, 20],
  customer: [3, 7, 14, 21, 28, 35, 42],
  otherPartner: [7, 14, 21, 28],
  itemOwners: [0, 3, 7, 14, 28],
  stuck: [1, 3, 7, 14, 28],
} as const;

/** Somebody else is told when nobody has decided by then. */
export const ESCALATE_AFTER_DAYS = 3;
/** A request that nobody decides, or that nobody answers for, is not kept open for ever. */
export const REQUEST_LAPSES_AFTER_DAYS = 30;
/** As Microsoft clears granular requests; reseller links have no end of their own. */
export const INVITATION_LAPSES_AFTER_DAYS = 90;
/** How long a customer may answer what only it knows: long enough for a letter, a reminder and a holiday. */
export const QUESTIONS_LAPSE_AFTER_DAYS = 60;
/** How many days before it lapses everybody who waits is told that it will. */
export const LAPSE_WARNING_DAYS = [15, 2] as const;
export const TRANSFER_EXPIRES_AFTER_DAYS = 30;
/** Three signatures and a ticket take their time. */
export const PAPER_EXPIRES_AFTER_DAYS = 90;
export const MOVE_IS_SLOW_AFTER_MINUTES = 15;
export const ASK_MICROSOFT_AFTER_DAYS = 3;
/** How many days before its end a relationship is announced to end. */
export const ANNOUNCE_DAYS = [30, 7, 1] as const;

/** What waits for somebody without an end of its own is brought up again and again, at the distance of the last two steps. */
const endless: ReadonlySet<readonly number[]> = new Set([ladders.itemOwners, ladders.stuck]);

const daysOf = (ladder: readonly number[], step: number): number | undefined => {
  const [beforeLast = 0, last = 0] = ladder.slice(-2);
  const beyond = step - ladder.length + 1;
  return beyond <= 0 ? ladder[step] : endless.has(ladder) ? last + beyond * (last - beforeLast) : undefined;
};

/** How many steps of a ladder have come by an instant: what was missed is made up for once, not one by one. */
export const stepsBy = (ladder: readonly number[], since: Instant, at: Instant): number =>
  stepsWhere((taken) => nextStep(ladder, since, taken), at);

/** The same by any calendar of steps. */
export const stepsWhere = (stepAfter: (taken: number) => Instant | null, at: Instant): number => {
  let taken = 0;
  for (let next = stepAfter(0); next !== null && next <= at; next = stepAfter(taken)) taken++;
  return taken;
};

export const nextStep = (ladder: readonly number[], since: Instant, taken: number): Instant | null => {
  const days = daysOf(ladder, taken);
  return days === undefined ? null : later(since, { days });
};
