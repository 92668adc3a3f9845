import * as z from 'zod';
import { letters } from '../cases/effect.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';

/** The mail server has taken it. */
export const recordLetterSent = moving({
  shape: byMachine('record-letter-sent', { ...ofCase, letter: z.enum(letters), messageId: z.string().max(998) }),
  accept: ({ command: { actor, letter, messageId }, now }, current) =>
    recorded(current, { type: 'letter-sent', at: now, actor, letter, messageId }),
});
