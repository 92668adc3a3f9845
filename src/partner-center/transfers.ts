import type { Instant } from '../cases/time.ts';
import type { Account } from '../clouds/account.ts';
import { ask, byId, refusedUnasked, withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { whereOffered } from './asking.ts';
import { askAll } from './collection.ts';
import { transferFor } from './transfer.ts';
import type { Transfer } from './transfer.ts';

const products = {
  'azure-subscription': 'AzureSubscription',
  'azure-reservation': 'AzureReservation',
  'azure-savings-plan': 'AzureSavingsPlan',
  licence: 'OnlineServicesNCE',
  software: 'Software',
  saas: 'SaaS',
} as const;

export type Product = keyof typeof products;

/** Everything of new commerce; 3, the older word for Azure alone, is read but not written any more. */
const NEW_COMMERCE = 5;

export interface WantedTransfer {
  readonly customer: { readonly tenantId: string; readonly name: string; readonly email: string };
  readonly source: { readonly tenantId: string; readonly name: string };
  /** Null: whatever can be transferred. */
  readonly products: readonly Product[] | null;
  /** The PartnerID of the reseller, where we are its provider. */
  readonly resellerId: string | null;
}

interface Chosen {
  readonly subscriptionId: string;
  readonly product: Product;
}

const isUnderWay = ({ status }: Transfer): boolean => status === 'pending' || status === 'in-progress';

/** Null, or why this is no matter of that side. The old kind has the same address and other rules. */
const notFor = (side: 'source' | 'target', { kind, ourSide }: Transfer) => {
  if (kind === 'legacy') return refusedUnasked('legacy-transfer', 'This is a transfer of the old kind.');
  return ourSide === side ? null : refusedUnasked('not-our-side', `Only the ${side} partner of a transfer may do this.`);
};

const partiesOf = ({ source, target, customer }: Transfer): object => ({
  sourcePartnerTenantId: source.tenantId,
  targetPartnerTenantId: target.tenantId,
  customerName: customer.name,
});

/**
 * Transfers of new commerce and of Azure plans: the gaining partner asks, the losing partner accepts. Nothing in here that
 * writes is safe to repeat without looking first: after an unknown outcome of `create` that is `findPending`, after any
 * other `get`.
 */
export const createTransfers = (service: Service, { profile, tenantId: ours, acceptWord }: Account) => {
  const line = whereOffered(service, profile, 'transfers');
  const answer = transferFor(ours);

  const patch = (transfer: Transfer, body: object, requestId: string): Promise<Sent<Transfer>> =>
    ask(line, {
      method: 'PATCH',
      path: byId`/v1/customers/${transfer.customer.tenantId}/transfers/${transfer.id}`,
      body: { id: transfer.id, ...partiesOf(transfer), ...body },
      answer,
      requestId,
    });

  const list = (customer: string): Promise<Sent<readonly Transfer[]>> =>
    askAll(line, { path: byId`/v1/customers/${customer}/transfers` }, answer);

  return {
    list,

    get: (customer: string, id: string): Promise<Sent<Transfer>> =>
      ask(line, { method: 'GET', path: byId`/v1/customers/${customer}/transfers/${id}`, answer }),

    /** What `create` would have made, not before an instant: a request of ours to that partner that is not over. */
    findPending: async (wanted: {
      readonly customer: string;
      readonly sourceTenant: string;
      readonly since?: Instant;
    }): Promise<Sent<Transfer | null>> => {
      const isIt = (one: Transfer): boolean =>
        one.kind === 'new-commerce' &&
        one.ourSide === 'target' &&
        one.source.tenantId === wanted.sourceTenant.toLowerCase() &&
        (wanted.since === undefined || one.createdAt === null || one.createdAt >= wanted.since) &&
        isUnderWay(one);
      return withBody(await list(wanted.customer), (all) => all.find(isIt) ?? null);
    },

    /** As the gaining partner. */
    create: ({ customer, source, ...wanted }: WantedTransfer, requestId: string): Promise<Sent<Transfer>> =>
      ask(line, {
        method: 'POST',
        path: byId`/v1/customers/${customer.tenantId}/transfers`,
        body: {
          sourcePartnerTenantId: source.tenantId,
          sourcePartnerName: source.name,
          customerEmailId: customer.email,
          customerName: customer.name,
          targetPartnerTenantId: ours,
          // Not an address, whatever it is called.
          targetPartnerEmailId: ours,
          ...(wanted.products && { targetProductTypes: wanted.products.map((one) => products[one]) }),
          ...(wanted.resellerId !== null && { partnerOnRecord: wanted.resellerId }),
          transferType: NEW_COMMERCE,
        },
        answer,
        requestId,
      }),

    /** As the gaining partner, while nobody has accepted. */
    cancel: async (transfer: Transfer, requestId: string): Promise<Sent<Transfer>> =>
      notFor('target', transfer) ?? (await patch(transfer, { status: 'Cancel' }, requestId)),

    /** As the losing partner. What is not chosen stays; nothing chosen might be taken for everything, so it is not sent. */
    accept: async (transfer: Transfer, chosen: readonly Chosen[], requestId: string): Promise<Sent<Transfer>> => {
      const not = notFor('source', transfer);
      if (not) return not;
      if (chosen.length === 0) return refusedUnasked('nothing-chosen', 'Nothing was chosen to be handed over.');
      const lineItems = chosen.map(({ subscriptionId, product }) => {
        const item = transfer.items?.find((one) => one.subscriptionId === subscriptionId.toLowerCase());
        return { ...(item?.id != null && { id: item.id }), subscriptionId, productType: products[product] };
      });
      return patch(transfer, { status: acceptWord, lineItems }, requestId);
    },
  };
};
