import type { Customer, Transfer, TransferLine, World } from '../world.ts';
import { attributes, link } from './collection.ts';
import { friendlyNameOf } from './subscription-shape.ts';
import { wireTime, wireTimeInTicks } from './wire-time.ts';

/** Told to the new partner only when all is over. */
const afterwards: readonly Transfer['status'][] = ['Complete', 'PartiallyComplete', 'Failed'];

const lineShape = ({ id, subscriptionId, productType, status, transferError, orderId }: TransferLine) => ({
  ...{ id, subscriptionId },
  billingCycle: 'unknown',
  quantity: 0,
  ...{ productType, status },
  ...(transferError !== null && { transferError }),
  ...(orderId !== null && { orderId }),
});

const linesFor = ({ lines, source, status }: Transfer, viewer: string) => {
  const isShown = lines.length > 0 && (viewer === source || afterwards.includes(status));
  return isShown ? { lineItems: lines.map(lineShape) } : {};
};

/** Two for whoever created it, it is said; but the example of a cancelled one shows them a one. */
const directionFor = ({ source, status }: Transfer, viewer: string): number => (viewer === source || status === 'Cancel' ? 1 : 2);

const partners = (world: World, { source, sourceName, target }: Transfer) => ({
  partnertenantid: target,
  sourcePartnerName: sourceName,
  sourcePartnerTenantId: source,
  targetPartnerName: world.partners.get(target)?.name ?? '',
  targetPartnerTenantId: target,
});

const tail = ({ id, customer }: Transfer) => ({
  links: { self: link(`/customers/${customer}/transfers/${id}`) },
  ...attributes('TransferEntity'),
});

const newShape = (world: World, customer: Customer, transfer: Transfer, viewer: string) => ({
  id: transfer.id,
  status: transfer.status,
  transferType: transfer.transferType,
  customerEmailId: transfer.customerEmailId,
  createdTime: wireTimeInTicks(transfer.createdAt),
  lastModifiedTime: wireTime(transfer.modifiedAt),
  expirationTime: wireTime(transfer.expiresAt),
  customerName: customer.name,
  customerTenantId: customer.tenantId,
  ...partners(world, transfer),
  targetPartnerEmailId: transfer.targetEmailId,
  transferDirection: directionFor(transfer, viewer),
  ignoreEligibilityCheck: false,
  lastModifiedUser: transfer.modifiedBy,
  ...(transfer.completedAt !== null && { completedTime: wireTime(transfer.completedAt) }),
  ...linesFor(transfer, viewer),
  ...tail(transfer),
});

/** A line of the old kind numbers itself, and tells what is bought. */
export const legacyLineShape = ({ subscriptions }: Customer, { id, subscriptionId, partnerIdOnRecord }: TransferLine) => {
  const bought = subscriptions.find((one) => one.id === subscriptionId);
  return {
    id: Number(id),
    subscriptionId,
    ...(bought && {
      offerId: bought.offerId,
      billingCycle: bought.billingCycle,
      friendlyName: friendlyNameOf(bought),
      quantity: bought.quantity,
    }),
    ...(partnerIdOnRecord !== undefined && { partnerIdOnRecord }),
    addonItems: [],
  };
};

const legacyShape = (world: World, customer: Customer, transfer: Transfer) => ({
  id: transfer.id,
  status: transfer.status,
  createdTime: wireTimeInTicks(transfer.createdAt),
  lastModifiedTime: wireTime(transfer.modifiedAt),
  customerTenantId: customer.tenantId,
  ...partners(world, transfer),
  lastModifiedUser: transfer.modifiedBy,
  lineItems: transfer.lines.map((line) => legacyLineShape(customer, line)),
  ...tail(transfer),
});

/** A transfer as this partner sees it. */
export const transferShape = (world: World, customer: Customer, transfer: Transfer, viewer: string): object =>
  transfer.transferType === null ? legacyShape(world, customer, transfer) : newShape(world, customer, transfer, viewer);
