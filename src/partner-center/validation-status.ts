import type * as z from 'zod';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, record } from '../wire/shapes.ts';
import { said } from './answers.ts';
import { answered } from './asking.ts';

const NO_STATUS = '600074';

const Validation = record({
  status: said({
    Unknown: 'unknown',
    UnderReview: 'under-review',
    Allowed: 'allowed',
    NotAllowed: 'not-allowed',
    'Not Ready': 'not-ready',
  }),
  lastUpdateDateTime: maybe(moment),
}).transform(({ status, lastUpdateDateTime }) => ({ status, changedAt: lastUpdateDateTime }));

/** Whether Microsoft lets us do business with a customer. Nothing but `allowed` is a yes. */
type ValidationStatus = z.infer<typeof Validation>;

/** It reads only, and needs a person of ours. */
export const createValidationStatus = (service: Service) => ({
  /** Null: nobody has ever looked at this customer, which is no failure. */
  of: async (tenantId: string): Promise<Sent<ValidationStatus | null>> => {
    const sent = await ask(service, {
      method: 'GET',
      path: byId`/v1/customers/${tenantId}/validationStatus`,
      query: { type: 'account' },
      answer: Validation,
    });
    const isNone = !sent.ok && sent.failure.kind === 'not-found' && sent.failure.code === NO_STATUS;
    return isNone ? answered(404, null) : sent;
  },
});
