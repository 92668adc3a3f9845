import * as z from 'zod';
import { TRANSFER_FAILED } from '../cases/azure-switch/effects.ts';
import type { Case } from '../cases/case.ts';
import { isEffectKind, isOffered } from '../cases/effect.ts';
import { refused } from './answer.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { goingOn } from './dead-letters.ts';
import { isInvolved, notNow } from './rights.ts';

/**
 * Microsoft has put right what had failed there, or what somebody was about to do by hand is answered for anew. What we could not
 * do ourselves is tried again from its dead letter.
 */
const shape = byPerson('resume-case', { ...ofCase, words: z.string().trim().max(2000).default('') });

/** No machine had taken it on, so that nothing of it is among the dead letters. */
export const hasNoLetter = ({ trouble: { code, effect }, cloud }: Extract<Case, { status: 'stuck' }>): boolean =>
  code === TRANSFER_FAILED || !isEffectKind(effect) || !isOffered(effect, cloud);

export const resumeCase = moving({
  shape,
  accept: ({ command: { actor, words }, now }, current) => {
    if (current.status !== 'stuck' || !hasNoLetter(current)) return notNow(current);
    if (!isInvolved(actor, current)) return refused('not-yours');
    const made = { at: now, actor, words };
    return current.trouble.code === TRANSFER_FAILED
      ? [{ ...made, type: 'case-resumed', answered: null }]
      : goingOn(current, made, { events: [] });
  },
});
