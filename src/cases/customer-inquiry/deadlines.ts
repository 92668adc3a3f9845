import { whileAwaitingCustomer, whileStuck } from '../asking/deadlines.ts';
import type { Deadline } from '../deadline.ts';
import type { CustomerInquiry } from './case.ts';

/** All that somebody has to think of while the case stands as it does. */
export const deadlinesOf = (current: CustomerInquiry): Deadline[] => {
  switch (current.status) {
    case 'awaiting-customer':
      return whileAwaitingCustomer(current);
    case 'stuck':
      return whileStuck(current);
    default:
      return [];
  }
};
