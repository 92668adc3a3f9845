import * as z from 'zod';
import { Words } from '../cases/asking/events.ts';
import type { Case } from '../cases/case.ts';
import { isAnswered, questionsIn } from '../cases/decided.ts';
import type { Answered } from '../cases/decided.ts';
import type { Person } from '../cases/people.ts';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
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
  letter: ({ effect }) => effect,
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

/** It is not to be tried any more, and somebody says why. */
export const closeDeadLetter = moving({
  shape: byPerson('close-dead-letter', { ...ofCase, effect, words: Words }),
  letter: ({ effect }) => effect,
  accept: ({ command: { actor, effect, words }, now }, current, _judged, letter) => {
    if (!isInvolved(actor, current) && !isOperator(actor)) return refused('not-yours');
    if (letter === null) return refused('no-such-letter');
    return { events: [{ type: 'dead-letter-closed', at: now, actor, effect, words }], closes: effect };
  },
});
