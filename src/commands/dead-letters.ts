import * as z from 'zod';
import { Words } from '../cases/asking/events.ts';
import type { Case, CaseEvent } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import { isAnswered, questionsIn } from '../cases/decided.ts';
import type { Answered } from '../cases/decided.ts';
import type { Person } from '../cases/people.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { extendedEnd } from './confirm-item.ts';
import { isInvolved, isOperator, mayDecide } from './rights.ts';

const effect = z.string().max(200);

/** What the rules have left open since the approval is answered by somebody who could have approved it. */
const answeredNow = (current: Case, actor: Person, words: string): Answered | null | Refused => {
  if (isAnswered(current.decisions, current.answered)) return current.answered;
  const not = mayDecide(actor, current);
  if (not) return not;
  return words === ''
    ? refused('review-needed', {}, current.decisions)
    : { questions: questionsIn(current.decisions), reviewer: actor, words };
};

/** Another try at what was given up. A case that is stuck because of it goes on. */
export const retryDeadLetter = moving({
  shape: byPerson('retry-dead-letter', { ...ofCase, effect, words: z.string().trim().max(2000).default('') }),
  deadLetter: ({ effect }) => effect,
  accept: ({ command: { actor, effect, words }, now }, current, _judged, letter) => {
    if (!isInvolved(actor, current) && !isOperator(actor)) return refused('not-yours');
    if (letter === null) return refused('no-such-letter');
    const made = { at: now, actor, words };
    const retried = { ...made, type: 'dead-letter-retried', effect } as const;
    if (current.status !== 'stuck' || current.trouble.effect !== letter.effect.kind) return { events: [retried], revives: effect };
    const answered = answeredNow(current, actor, words);
    if (answered !== null && 'says' in answered) return answered;
    return { events: [retried, { ...made, type: 'case-resumed', answered }], revives: effect };
  },
});

type Made = Pick<CaseEvent, 'at'> & { readonly actor: Person; readonly words: string };

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
