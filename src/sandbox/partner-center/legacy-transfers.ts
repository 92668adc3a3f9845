import * as z from 'zod';
import type { Reply } from '../exchange.ts';
import { isEligible, offerLegacyTransfer, takeLegacyTransfer } from '../legacy-transfers.ts';
import type { LegacyRefusal, Taken } from '../legacy-transfers.ts';
import type { Transfer } from '../world.ts';
import type { Answer, CustomerCall } from './call.ts';
import { attributes } from './collection.ts';
import { refusals } from './errors.ts';
import { readBody } from './request-body.ts';
import { ownSubscriptions } from './subscriptions.ts';
import { transferInProgress, transferNotPossible } from './transfer-refusals.ts';
import { legacyLineShape, transferShape } from './transfer-shape.ts';

const Offer = z.object({
  sourcePartnerTenantId: z.string(),
  targetPartnerTenantId: z.string(),
  lineItems: z.array(z.object({ subscriptionId: z.string(), partnerIdOnRecord: z.string().optional() })),
});

const notOffered = (why: LegacyRefusal): Reply => {
  if (typeof why === 'object') return transferInProgress(why.inProgress);
  return transferNotPossible(
    why === 'unknown-target' ? 'The target partner is not known.' : 'A subscription is not eligible for transfer.',
  );
};

/** Offers licences of the old kind; null where the body asks for something else. */
export const offerLegacy = ({ world, customer, partner, claims, asked }: CustomerCall): Reply | null => {
  const offer = readBody(asked, Offer);
  if (offer === null) return null;
  if (offer.sourcePartnerTenantId !== partner.tenantId) return refusals.role();
  const { sourcePartnerTenantId: source, targetPartnerTenantId: target, lineItems: lines } = offer;
  const offered = offerLegacyTransfer(world, { customer, source, target, lines, by: claims.subject });
  if (offered.transfer === null) return notOffered(offered.why);
  return { status: 201, body: transferShape(world, customer, offered.transfer, source) };
};

const isOpen = ({ transferType, status }: Transfer): boolean => transferType === null && status === 'Active';

/** Why this partner cannot do that with it; null where nothing is against it. */
const stopped = (transfer: Transfer, side: 'source' | 'target', partner: string): Reply | null => {
  if (transfer[side] !== partner) return refusals.role();
  return isOpen(transfer) ? null : transferNotPossible('The transfer is not of the old kind, or has already ended.');
};

const orderOf = ({ customer }: CustomerCall, { taken }: Taken) =>
  taken && {
    id: taken.orderId,
    referenceCustomerId: customer.tenantId,
    billingCycle: taken.billingCycle,
    lineItems: [{ lineItemNumber: 0, offerId: taken.offerId, subscriptionId: taken.id, quantity: taken.quantity }],
    status: 'completed',
    ...attributes('Order'),
  };

const errorOf = ({ customer }: CustomerCall, { line }: Taken) => ({
  transferGroupId: line.id,
  lineItems: [legacyLineShape(customer, line)],
  code: 900103,
  description: "Transfer order isn't successful",
});

/** Answers 200 whatever has moved: what has not stands in the body. */
export const acceptLegacy = (call: CustomerCall, transfer: Transfer): Reply => {
  const { world, customer, partner, claims } = call;
  const stop = stopped(transfer, 'target', partner.tenantId);
  if (stop !== null) return stop;
  const result = takeLegacyTransfer(world, customer, transfer, claims.subject);
  const orders = result.map((one) => orderOf(call, one)).filter((order) => order !== null);
  const transferErrors = result.filter(({ taken }) => taken === null).map((one) => errorOf(call, one));
  return { status: 200, body: { orders, transferErrors, ...attributes('TransferSubmitResult') } };
};

export const rejectLegacy = ({ world, customer, partner, claims }: CustomerCall, transfer: Transfer, status: string): Reply => {
  const stop = stopped(transfer, 'target', partner.tenantId);
  if (stop !== null) return stop;
  if (status.toLowerCase() !== 'reject') return refusals.badInput('An offer can only be rejected, or accepted.');
  transfer.status = 'Reject';
  transfer.modifiedAt = world.now();
  transfer.modifiedBy = claims.subject;
  return { status: 200, body: transferShape(world, customer, transfer, partner.tenantId) };
};

export const withdrawLegacy = ({ world, partner }: CustomerCall, transfer: Transfer): Reply => {
  const stop = stopped(transfer, 'source', partner.tenantId);
  if (stop !== null) return stop;
  world.transfers.delete(transfer.id);
  return { status: 204 };
};

export const eligibility: Answer<CustomerCall> = (call) => {
  if (call.asked.query.get('transferType') === null) return refusals.badInput('The type of transfer is missing.');
  const licences = ownSubscriptions(call).filter(({ kind }) => kind === 'licence');
  const body = licences.map((licence) => ({
    id: licence.id,
    isEligible: isEligible(licence),
    reason: isEligible(licence) ? null : 'The subscription is not eligible for transfer.',
  }));
  return { status: 200, body };
};
