import { CustomerTold } from '../cases/asking/states.ts';
import { transitionsOf } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import { mayHappen } from '../cases/transitions.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';

/** What was asked is answered already: what comes now puts an answer right. */
const typeFor = ({ kind, status }: Pick<Case, 'kind' | 'status'>) =>
  kind === 'customer-inquiry' && status === 'done' ? ('answers-corrected' as const) : ('customer-answered' as const);

/** Whether a case still has a use for what its customer answers. */
export const hearsAnswers = (current: Case): boolean => {
  const { kind } = current;
  const status = current.status === 'stuck' ? current.before.status : current.status;
  return mayHappen(transitionsOf(kind), typeFor({ kind, status }), status);
};

/** The customer has answered on the page that it was invited to. Once the case has moved on, that comes too late. */
export const recordCustomerAnswers = moving({
  shape: byMachine('record-customer-answers', { ...ofCase, told: CustomerTold }),
  accept: ({ command: { actor, told }, now }, current) => recorded(current, { type: typeFor(current), at: now, actor, told }),
});
