import * as z from 'zod';
import { code, maybe, moment, numeric, record } from '../wire/shapes.ts';
import { filled, guid, said } from './answers.ts';

/** Old transfers and old documents say some of it otherwise. */
const status = said({
  Pending: 'pending',
  Active: 'pending',
  InProgress: 'in-progress',
  Complete: 'complete',
  Completed: 'complete',
  PartiallyComplete: 'partly-complete',
  PartiallyCompleted: 'partly-complete',
  Cancel: 'cancelled',
  Cancelled: 'cancelled',
  Canceled: 'cancelled',
  Reject: 'refused',
  Rejected: 'refused',
  Expired: 'expired',
  Failed: 'failed',
});

/** Nobody has seen one. What makes no sense of why it failed does not hide that it has. */
const anyError = z
  .union([code, record({ code }).transform((error) => error.code)])
  .nullish()
  .catch('unrecognised')
  .transform((error) => error ?? null);

const Item = record({
  id: maybe(code),
  // Compared and handed back; it never goes into a path, so one that looks odd spoils nothing.
  subscriptionId: z.string().toLowerCase(),
  status: maybe(status),
  transferError: anyError,
  orderId: filled,
}).transform(({ transferError, ...rest }) => ({ ...rest, error: transferError }));

/** A transfer as either of its partners reads it; `ours` is the tenant that asks. */
export const transferFor = (ours: string) => {
  const isOurs = (tenantId: string): boolean => tenantId === ours.toLowerCase();
  return record({
    id: guid,
    status,
    transferType: maybe(numeric),
    customerTenantId: guid,
    customerName: filled,
    sourcePartnerTenantId: guid,
    sourcePartnerName: filled,
    targetPartnerTenantId: guid,
    targetPartnerName: filled,
    createdTime: maybe(moment),
    lastModifiedTime: maybe(moment),
    expirationTime: maybe(moment),
    completedTime: maybe(moment),
    lineItems: maybe(z.array(Item)),
  }).transform((their) => ({
    id: their.id,
    /** The same address serves two unrelated things, of which only the new one has a type. */
    kind: their.transferType === null ? ('legacy' as const) : ('new-commerce' as const),
    status: their.status,
    customer: { tenantId: their.customerTenantId, name: their.customerName },
    source: { tenantId: their.sourcePartnerTenantId, name: their.sourcePartnerName },
    target: { tenantId: their.targetPartnerTenantId, name: their.targetPartnerName },
    /** Their own word for it contradicts itself: the tenants tell. */
    ourSide: sideOf(isOurs(their.sourcePartnerTenantId), isOurs(their.targetPartnerTenantId)),
    createdAt: their.createdTime,
    changedAt: their.lastModifiedTime,
    expiresAt: their.expirationTime,
    completedAt: their.completedTime,
    /** Null: not shown to us. The partner that gains sees them at the end only. */
    items: their.lineItems,
  }));
};

const sideOf = (isSource: boolean, isTarget: boolean): 'source' | 'target' | 'neither' => {
  if (isSource === isTarget) return 'neither';
  return isSource ? 'source' : 'target';
};

/** Billing of a customer’s subscriptions on its way from one partner to another. */
export type Transfer = z.infer<ReturnType<typeof transferFor>>;
