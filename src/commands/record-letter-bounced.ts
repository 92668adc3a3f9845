import * as z from 'zod';
import { letters } from '../cases/effect.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';
import { notNow } from './rights.ts';

/** A mail server on the way has told us that a letter will not arrive, in its own words. It may tell us more than once. */
export const recordLetterBounced = moving({
  shape: byMachine('record-letter-bounced', {
    ...ofCase,
    letter: z.enum(letters),
    messageId: z.string().max(998),
    words: z.string().max(2000),
  }),
  accept: ({ command: { actor, letter, messageId, words }, now }, current) =>
    current.letterBounced?.messageId === messageId
      ? notNow(current)
      : recorded(current, { type: 'letter-bounced', at: now, actor, letter, messageId, words }),
});
