import { Words } from '../cases/asking/events.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { decidedAlready, mayDecide } from './rights.ts';

/** Neither yes nor no: a question first. */
const shape = byPerson('send-back-case', { ...ofCase, words: Words });

export const sendBackCase = moving({
  shape,
  accept: ({ command: { actor, words }, now }, current) => {
    if (current.status !== 'awaiting-approval') return decidedAlready(current);
    return mayDecide(actor, current) ?? [{ type: 'case-sent-back', at: now, actor, words }];
  },
});
