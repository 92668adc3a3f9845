import { later } from '../cases/time.ts';
import { moveBought } from './transfer-completion.ts';
import type { Customer, Subscription, Transfer, TransferLine, World } from './world.ts';

/** Licences of the old kind: the partner who gives them away begins, and the one who takes them agrees. */
interface LegacyWish {
  readonly customer: Customer;
  readonly source: string;
  readonly target: string;
  readonly lines: readonly { readonly subscriptionId: string; readonly partnerIdOnRecord?: string }[];
  readonly by: string;
}

/** Offers of the new kind have three words, and another road. */
export const isEligible = ({ kind, offerId, status }: Subscription): boolean =>
  kind === 'licence' && !offerId.includes(':') && status === 'active';

const held = ({ subscriptions }: Customer, { subscriptionId }: Pick<TransferLine, 'subscriptionId'>, source: string) =>
  subscriptions.find((one) => one.id === subscriptionId && one.seller === source && isEligible(one));

const underWay = (world: World, { customer, lines }: LegacyWish): Transfer | undefined =>
  [...world.transfers.values()].find(
    (transfer) =>
      transfer.status === 'Active' &&
      transfer.customer === customer.tenantId &&
      transfer.lines.some((line) => lines.some(({ subscriptionId }) => subscriptionId === line.subscriptionId)),
  );

export type LegacyRefusal = 'unknown-target' | 'not-eligible' | { readonly inProgress: string };

const whyNot = (world: World, wish: LegacyWish): LegacyRefusal | null => {
  const { customer, source, target, lines } = wish;
  if (source === target || !world.partners.has(target)) return 'unknown-target';
  if (lines.length === 0 || lines.some((line) => held(customer, line, source) === undefined)) return 'not-eligible';
  const other = underWay(world, wish);
  return other === undefined ? null : { inProgress: other.id };
};

/** Offers licences of the old kind to another partner. */
export const offerLegacyTransfer = (
  world: World,
  wish: LegacyWish,
): { readonly transfer: Transfer } | { readonly transfer: null; readonly why: LegacyRefusal } => {
  const why = whyNot(world, wish);
  if (why !== null) return { transfer: null, why };
  const { customer, source, target, lines, by } = wish;
  const createdAt = world.now();
  const transfer: Transfer = {
    id: world.uuid(),
    status: 'Active',
    transferType: null,
    customer: customer.tenantId,
    source,
    sourceName: world.partners.get(source)?.name ?? '',
    target,
    customerEmailId: '',
    targetEmailId: '',
    productTypes: [],
    lines: lines.map((line, place) => ({
      ...line,
      id: String(place),
      productType: 0,
      status: 'Active',
      orderId: null,
      transferError: null,
    })),
    createdAt,
    modifiedAt: createdAt,
    expiresAt: later(createdAt, { days: 30 }),
    completedAt: null,
    modifiedBy: by,
  };
  world.transfers.set(transfer.id, transfer);
  return { transfer };
};

/** What was offered and what came of it; one that did not move has nothing that was taken. */
export interface Taken {
  readonly line: TransferLine;
  readonly taken: Subscription | null;
}

/** Takes what was offered. What is not there any more stays behind, and the others move all the same. */
export const takeLegacyTransfer = (world: World, customer: Customer, transfer: Transfer, by: string): readonly Taken[] => {
  const result = transfer.lines.map((line) => {
    const offered = held(customer, line, transfer.source);
    const to = { target: transfer.target, partnerOnRecord: line.partnerIdOnRecord };
    return { line, taken: offered === undefined ? null : moveBought(world, customer, offered, to) };
  });
  transfer.status = result.every(({ taken }) => taken === null) ? 'Failed' : 'Complete';
  transfer.modifiedAt = world.now();
  transfer.completedAt = world.now();
  transfer.modifiedBy = by;
  return result;
};
