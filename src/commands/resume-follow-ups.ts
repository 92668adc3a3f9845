import type { Case } from '../cases/case.ts';
import type { Person } from '../cases/people.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { waitingFor } from './pause-follow-ups.ts';

export const whyNotToResumeFollowUps = (actor: Person, current: Case): Refused | null => {
  const waiting = waitingFor(actor, current);
  if ('says' in waiting) return waiting;
  return waiting.pausedUntil === null ? refused('not-paused') : null;
};

/** Before its time is over a pause ends because somebody says so. */
export const resumeFollowUps = moving({
  shape: byPerson('resume-follow-ups', { ...ofCase }),
  accept: ({ command: { actor }, now }, current) =>
    whyNotToResumeFollowUps(actor, current) ?? [{ type: 'follow-ups-resumed', at: now, actor }],
});
