import * as z from 'zod';
import type { Account } from '../clouds/account.ts';
import { ask, byId } from '../wire/asking.ts';
import type { Path } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { code, list, record } from '../wire/shapes.ts';
import { filled, guid } from './answers.ts';
import { whereOffered } from './asking.ts';
import { transferFor } from './transfer.ts';
import type { Transfer } from './transfer.ts';

const Eligible = record({ id: guid, isEligible: z.boolean(), reason: filled }).transform(({ id, ...rest }) => ({
  subscriptionId: id,
  ...rest,
}));

const subscriptions = list(record({ subscriptionId: z.string().toLowerCase() }));

const Submitted = record({
  orders: list(record({ id: z.string(), lineItems: subscriptions })),
  transferErrors: list(record({ code, description: filled, lineItems: subscriptions })),
}).transform(({ orders, transferErrors }) => ({
  /** With the ids that they have from now on. */
  moved: orders.flatMap((order) => order.lineItems.map(({ subscriptionId }) => ({ subscriptionId, orderId: order.id }))),
  failed: transferErrors.map((error) => ({
    subscriptionIds: error.lineItems.map(({ subscriptionId }) => subscriptionId),
    code: error.code,
    words: error.description ?? '',
  })),
}));

/** What has become of each subscription: an acceptance is a success even when nothing has moved. */
type Submitted = z.infer<typeof Submitted>;

interface Offer {
  readonly customer: string;
  readonly targetTenant: string;
  readonly items: readonly { readonly subscriptionId: string; readonly resellerId: string | null }[];
}

interface Which {
  readonly customer: string;
  readonly id: string;
}

const pathOf = ({ customer, id }: Which): Path => byId`/v1/customers/${customer}/transfers/${id}`;

/**
 * Transfers of licences from before new commerce: the losing partner offers, the gaining partner accepts. Nothing in here
 * that writes is safe to repeat without looking at the transfer first.
 */
export const createLegacyTransfers = (service: Service, { profile, tenantId: ours }: Account) => {
  const line = whereOffered(service, profile, 'transfers');
  const answer = transferFor(ours);

  return {
    /** What of a customer’s may move to an indirect provider, and why the rest may not. */
    eligible: (customer: string): Promise<Sent<readonly z.infer<typeof Eligible>[]>> =>
      ask(line, {
        method: 'GET',
        path: byId`/v1/customers/${customer}/transferseligibility`,
        query: { transferType: 'directtoindirect' },
        answer: z.array(Eligible),
      }),

    /** As the losing partner. */
    offer: ({ customer, targetTenant, items }: Offer, requestId: string): Promise<Sent<Transfer>> =>
      ask(line, {
        method: 'POST',
        path: byId`/v1/customers/${customer}/transfers`,
        body: {
          sourcePartnerTenantId: ours,
          targetPartnerTenantId: targetTenant,
          lineItems: items.map(({ subscriptionId, resellerId }) => ({
            subscriptionId,
            ...(resellerId !== null && { partnerIdOnRecord: resellerId }),
          })),
        },
        answer,
        requestId,
      }),

    /** As the gaining partner. Has to be looked into: what failed stands in the answer. */
    accept: (which: Which, requestId: string): Promise<Sent<Submitted>> => {
      const path = pathOf(which);
      return ask(line, { method: 'POST', path: path && `${path}/accept`, answer: Submitted, requestId });
    },

    /** As the gaining partner. */
    reject: (which: Which, requestId: string): Promise<Sent<Transfer>> =>
      ask(line, { method: 'PATCH', path: pathOf(which), body: { id: which.id, status: 'reject' }, answer, requestId }),

    /** As the losing partner. */
    withdraw: (which: Which, requestId: string): Promise<Sent<unknown>> =>
      ask(line, { method: 'DELETE', path: pathOf(which), answer: z.unknown(), requestId }),
  };
};
