import * as z from 'zod';
import { Words } from '../cases/asking/events.ts';
import { refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { isInvolved, isOperator } from './rights.ts';

const effect = z.string().max(200);

/** Another try at what was given up. A case that is stuck because of it goes on. */
export const retryDeadLetter = moving({
  shape: byPerson('retry-dead-letter', { ...ofCase, effect, words: z.string().trim().max(2000).default('') }),
  accept: ({ command: { actor, effect, words }, now }, current) => {
    if (!isInvolved(actor, current) && !isOperator(actor)) return refused('not-yours');
    const made = { at: now, actor, words };
    const retried = { ...made, type: 'dead-letter-retried', effect } as const;
    return {
      events: current.status === 'stuck' ? [retried, { ...made, type: 'case-resumed' }] : [retried],
      revives: effect,
    };
  },
});

/** It is not to be tried any more, and somebody says why. */
export const closeDeadLetter = moving({
  shape: byPerson('close-dead-letter', { ...ofCase, effect, words: Words }),
  accept: ({ command: { actor, effect, words }, now }, current) => {
    if (!isInvolved(actor, current) && !isOperator(actor)) return refused('not-yours');
    return { events: [{ type: 'dead-letter-closed', at: now, actor, effect, words }], closes: effect };
  },
});
