import { isStricter } from '../policy/index.ts';
import type { DayText } from '../policy/index.ts';
import type { Case } from './case.ts';
import type { Decided } from './decided.ts';
import { outlookOf } from './outlook.ts';
import type { Ahead, Outlook } from './outlook.ts';
import { whomOf } from './whom.ts';

const forbiddenFrom = (outlook: Outlook | null): DayText | null =>
  outlook?.turns.find(({ before, verdict }) => verdict === 'deny' && isStricter(verdict, before))?.day ?? null;

/** The earliest day on which something, permitted until then, stops being permitted. */
export const firstForbidden = (outlooks: readonly (Outlook | null)[]): DayText | null =>
  outlooks.map(forbiddenFrom).reduce((first, one) => (first === null || (one !== null && one < first) ? one : first), null);

/** The same of several decisions. */
export const deadlineOf = (decisions: readonly Decided[], ahead: Ahead): DayText | null =>
  firstForbidden(decisions.map((decided) => outlookOf(decided, ahead)));

/** Where what was asked for has still to be done: a turn of the rules may forbid it. */
const lieAhead: ReadonlySet<Case['status']> = new Set([
  'awaiting-approval',
  'awaiting-our-decision',
  'sent-back',
  'preparing',
  'awaiting-customer',
  'awaiting-other-partner',
]);

/** Until when a case has to be through: from that day on the rules forbid what is still to be done. */
export const deadlineIn = (current: Case, { now, house }: Pick<Ahead, 'now' | 'house'>): DayText | null => {
  const status = current.status === 'stuck' ? current.before.status : current.status;
  return lieAhead.has(status) ? deadlineOf(current.decisions, { now, house, about: whomOf(current) }) : null;
};
