import * as z from 'zod';
import { Words } from '../cases/asking/events.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import { isAnswered, questionsIn } from '../cases/decided.ts';
import type { Answered } from '../cases/decided.ts';
import { isAmong } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import type { Accepted } from './command.ts';
import { extendedEnd } from './confirm-item.ts';
import { isInvolved, isOperator, mayDecide, reviewersOf } from './rights.ts';

const effect = z.string().max(200);

type Made = Pick<CaseEvent, 'at'> & { readonly actor: Person; readonly words: string };

type Stuck = Extract<Case, { status: 'stuck' }>;

/** What the rules have left open since the approval is answered by somebody who could have approved it, and once by each. */
const answerOf = (current: Stuck, actor: Person, words: string): Answered | Refused => {
  const not = mayDecide(actor, current);
  if (not) return not;
  if (isAmong(reviewersOf(current), actor)) return refused('approved-already');
  return words === ''
    ? refused('review-needed', {}, current.decisions)
    : { questions: questionsIn(current.decisions), reviewer: actor, words };
};

/** It needs as many different people as the approval did: until the last of them has answered it stays as it is. */
export const goingOn = (current: Stuck, { at, actor, words }: Made, retried: Accepted): Accepted | Refused => {
  const resumed = (answered: Answered | null): Accepted => ({
    ...retried,
    events: [...retried.events, { type: 'case-resumed', at, actor, words, answered }],
  });
  if (isAnswered(current.decisions, current.answered)) return resumed(current.answered);
  const answer = answerOf(current, actor, words);
  if ('says' in answer) return answer;
  const isLast = current.answers.length + 1 >= current.approval.people;
  return isLast ? resumed(answer) : { events: [{ type: 'review-answered', at, actor, answered: answer }] };
};

/** Another try at what was given up. A case that is stuck because of it goes on. */
export const retryDeadLetter = moving({
  shape: byPerson('retry-dead-letter', { ...ofCase, effect, words: z.string().trim().max(2000).default('') }),
  deadLetter: ({ effect }) => effect,
  accept: ({ command: { actor, effect, words }, now }, current, _judged, letter) => {
    if (!isInvolved(actor, current) && !isOperator(actor)) return refused('not-yours');
    if (letter === null) return refused('no-such-letter');
    const made = { at: now, actor, words };
    const retried: Accepted = { events: [{ ...made, type: 'dead-letter-retried', effect }], revives: effect };
    const isItsTrouble = current.status === 'stuck' && current.trouble.effect === letter.effect.kind;
    return isItsTrouble ? goingOn(current, made, retried) : retried;
  },
});

/** What a case that was stuck because of it hears once a person has done it by hand; null where a link would have to be known. */
const doneByHand = (kind: Effect['kind'], current: Case, { at, actor }: Made): CaseEvent[] | null => {
  const made = { at, actor };
  switch (kind) {
    case 'assign-groups':
      return [{ ...made, type: 'groups-assigned', endsAt: null }];
    case 'extend-relationship':
      return [{ ...made, type: 'relationship-extended', endsAt: extendedEnd(current) }];
    case 'end-relationship':
    case 'remove-reseller-relationship':
      return [{ ...made, type: 'relationship-ended', by: 'us', part: 'all' }];
    case 'get-reseller-link':
    case 'create-relationship':
    case 'create-transfer':
      return null;
    default:
      return [];
  }
};

/** It is not to be tried any more, and somebody says why: because it was done by hand, or is not wanted any longer. */
export const closeDeadLetter = moving({
  shape: byPerson('close-dead-letter', { ...ofCase, effect, words: Words, isDone: z.boolean().default(false) }),
  deadLetter: ({ effect }) => effect,
  accept: ({ command: { actor, effect, words, isDone }, now }, current, _judged, letter) => {
    if (!isInvolved(actor, current) && !isOperator(actor)) return refused('not-yours');
    if (letter === null) return refused('no-such-letter');
    const made = { at: now, actor, words };
    const closed = { ...made, type: 'dead-letter-closed', effect } as const;
    const isItsTrouble = current.status === 'stuck' && current.trouble.effect === letter.effect.kind;
    if (!isDone || !isItsTrouble) return { events: [closed], closes: effect };
    const done = doneByHand(letter.effect.kind, current, made);
    if (done === null) return refused('link-needed');
    return { events: [closed, { ...made, type: 'case-resumed', answered: current.answered }, ...done], closes: effect };
  },
});
