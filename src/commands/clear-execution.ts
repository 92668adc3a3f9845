import { Effect } from '../cases/effect.ts';
import { asksBefore } from './asks.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { outcomeBefore, questionBefore } from './execution.ts';

/** Right before a service is called: do the rules still say what they said when it was agreed to? */
export const clearExecution = moving({
  shape: byMachine('clear-execution', { ...ofCase, effect: Effect }),
  propose: ({ command: { effect } }, current) => questionBefore(asksBefore(effect, current), current),
  accept: ({ command: { actor, effect }, now }, current, judged) => {
    const outcome = outcomeBefore(current, judged, { at: now, actor, effect: effect.kind });
    return 'says' in outcome ? outcome : outcome.events;
  },
});
