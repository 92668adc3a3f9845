import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import { endOfPause } from '../cases/pause.ts';
import type { Person } from '../cases/people.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { DayText } from '../policy/index.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { isInvolved, notNow } from './rights.ts';

type Waiting = Extract<Case, { status: 'awaiting-customer' }>;

const mayLookAfter = (actor: Person, current: Case): boolean => isInvolved(actor, current) || actor.roles.includes('admin_agent');

/** The case, if a customer is waited for in it and this person looks after it. */
export const waitingFor = (actor: Person, current: Case): Waiting | Refused => {
  if (!mayLookAfter(actor, current)) return refused('not-yours');
  return current.status === 'awaiting-customer' ? current : notNow(current);
};

export const whyNotToPause = (actor: Person, current: Case): Refused | null => {
  const waiting = waitingFor(actor, current);
  return 'says' in waiting ? waiting : null;
};

/** A pause has an end, and ends before the waiting does. */
const whyNotUntil = (end: Instant, now: Instant, current: Case): Refused | null => {
  if (end <= now) return refused('pause-is-over');
  if (current.status !== 'awaiting-customer' || end < current.lapsesAt) return null;
  return refused('pause-too-long', { day: { day: dayOf(current.lapsesAt) as DayText } });
};

/** The customer is not written to again until a day: somebody is talking to them, or they have asked for time. */
export const pauseFollowUps = moving({
  shape: byPerson('pause-follow-ups', { ...ofCase, until: z.iso.date() }),
  accept: ({ command: { actor, until: day }, now }, current) =>
    whyNotToPause(actor, current) ??
    whyNotUntil(endOfPause(day), now, current) ?? [{ type: 'follow-ups-paused', at: now, actor, until: endOfPause(day) }],
});
