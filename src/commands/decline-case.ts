import { Words } from '../cases/asking/events.ts';
import { byPerson, moving, ofCase } from './command.ts';
import { decidedAlready, mayDecide } from './rights.ts';

/** A refusal is worth nothing without its reason: whoever asked has to read it. */
const shape = byPerson('decline-case', { ...ofCase, words: Words });

export const declineCase = moving({
  shape,
  accept: ({ command: { actor, words }, now }, current) => {
    if (current.status !== 'awaiting-approval' && current.status !== 'sent-back') return decidedAlready(current);
    return mayDecide(actor, current) ?? [{ type: 'case-declined', at: now, actor, words }];
  },
});
