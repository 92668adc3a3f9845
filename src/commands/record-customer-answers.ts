import { CustomerTold } from '../cases/asking/states.ts';
import { byMachine, moving, ofCase } from './command.ts';
import { recorded } from './record.ts';

/** The customer has answered on the page that it was invited to. Once the case has moved on, that comes too late. */
export const recordCustomerAnswers = moving({
  shape: byMachine('record-customer-answers', { ...ofCase, told: CustomerTold }),
  accept: ({ command: { actor, told }, now }, current) => recorded(current, { type: 'customer-answered', at: now, actor, told }),
});
