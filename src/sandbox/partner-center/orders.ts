import type { Reply } from '../exchange.ts';
import type { Route } from '../routing.ts';
import { whyNoSale } from '../transfer-checks.ts';
import { forAdminAgents, ofCustomer } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { refusals } from './errors.ts';

type WhyNoSale = NonNullable<ReturnType<typeof whyNoSale>>;

/** What stands against every sale, in Partner Center’s words. */
export const noSale: Record<WhyNoSale, () => Reply> = {
  'agreement-missing': refusals.agreementMissing,
  'under-review': refusals.underReview,
  'not-approved': refusals.notApproved,
};

/** Buying is no part of this world; why a customer cannot be sold to, is. */
const order: Answer<CustomerCall> = ({ customer }) => {
  const why = whyNoSale(customer);
  return why === null ? refusals.notTaken('Orders') : noSale[why]();
};

export const orderRoutes: readonly Route<Endpoint>[] = [
  ['POST', '/v1/customers/:customer/orders', forAdminAgents(ofCustomer(order))],
];
