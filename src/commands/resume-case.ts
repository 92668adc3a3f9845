import * as z from 'zod';
import { TRANSFER_FAILED } from '../cases/azure-switch/effects.ts';
import { refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { isInvolved, notNow } from './rights.ts';

/** Microsoft has put right what had failed there. What we could not do ourselves is tried again from its dead letter. */
const shape = byPerson('resume-case', { ...ofCase, words: z.string().trim().max(2000).default('') });

export const resumeCase = moving({
  shape,
  accept: ({ command: { actor, words }, now }, current) => {
    if (current.status !== 'stuck' || current.trouble.code !== TRANSFER_FAILED) return notNow(current);
    if (!isInvolved(actor, current)) return refused('not-yours');
    return [{ type: 'case-resumed', at: now, actor, words, answered: null }];
  },
});
