import * as z from 'zod';
import { Trouble } from '../cases/asking/events.ts';
import { transitionsOf } from '../cases/case.ts';
import { mayHappen } from '../cases/transitions.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { notNow } from './rights.ts';

/** Something could not be done, and will not be tried again by itself. The case waits for a person, if it waited for this. */
export const recordTrouble = moving({
  shape: byMachine('record-trouble', { ...ofCase, trouble: Trouble, isAwaited: z.boolean() }),
  accept: ({ command: { actor, trouble, isAwaited }, now }, current) => {
    const table = transitionsOf(current.kind);
    if (isAwaited && mayHappen(table, 'case-stuck', current.status)) return [{ type: 'case-stuck', at: now, actor, trouble }];
    return mayHappen(table, 'effect-given-up', current.status)
      ? [{ type: 'effect-given-up', at: now, actor, trouble }]
      : notNow(current);
  },
});
