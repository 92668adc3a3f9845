import * as z from 'zod';
import type { Reply } from '../exchange.ts';
import type { Route } from '../routing.ts';
import type { TransferWish } from '../transfer-checks.ts';
import { acceptTransfer, cancelTransfer, createTransfer, declineTransfer } from '../transfers.ts';
import type { Transfer } from '../world.ts';
import { forAdminAgents, ofCustomer, open } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { collection, link } from './collection.ts';
import { refusals } from './errors.ts';
import { acceptLegacy, eligibility, offerLegacy, rejectLegacy, withdrawLegacy } from './legacy-transfers.ts';
import { readBody } from './request-body.ts';
import { notChanged, notCreated, transferNotFound } from './transfer-refusals.ts';
import { transferShape } from './transfer-shape.ts';

const productTypes = [
  'AzureSubscription',
  'AzureReservation',
  'AzureSavingsPlan',
  'OnlineServicesNCE',
  'Software',
  'SaaS',
] as const;

const Wish = z.object({
  sourcePartnerTenantId: z.string().default(''),
  sourcePartnerName: z.string().default(''),
  customerEmailId: z.string().min(1),
  targetPartnerTenantId: z.string().optional(),
  targetPartnerEmailId: z.string().optional(),
  targetProductTypes: z.array(z.enum(productTypes)).default([]),
  partnerOnRecord: z.string().optional(),
  transferType: z.union([z.literal(3), z.literal(5)]),
});

const wishOf = ({ customer, partner, claims }: CustomerCall, asked: z.infer<typeof Wish>): TransferWish => ({
  customer: customer.tenantId,
  target: partner.tenantId,
  source: asked.sourcePartnerTenantId.toLowerCase(),
  sourceName: asked.sourcePartnerName,
  customerEmailId: asked.customerEmailId,
  targetEmailId: asked.targetPartnerEmailId ?? partner.tenantId,
  productTypes: asked.targetProductTypes,
  partnerOnRecord: asked.partnerOnRecord,
  transferType: asked.transferType,
  by: claims.subject,
});

const shown = ({ world, customer, partner }: CustomerCall, transfer: Transfer, status = 200): Reply => ({
  status,
  body: transferShape(world, customer, transfer, partner.tenantId),
});

/** The new kind names its type; the old kind, at the same address, does not. */
const create: Answer<CustomerCall> = (call) => {
  const asked = readBody(call.asked, Wish);
  if (asked === null) return offerLegacy(call) ?? refusals.badInput('The transfer is not complete.');
  const { world, partner } = call;
  const wish = wishOf(call, asked);
  // Whoever names itself as the source is told so, whatever it names as the target.
  const isForOther = ![undefined, partner.tenantId].includes(asked.targetPartnerTenantId?.toLowerCase());
  if (isForOther && wish.source !== partner.tenantId) return refusals.badInput('The target has to be the partner who asks.');
  const created = createTransfer(world, wish);
  return created.transfer === null ? notCreated(world, wish, created.why) : shown(call, created.transfer, 201);
};

/** Only its two partners know of a transfer. */
const ownTransfers = ({ world, partner, customer }: CustomerCall): readonly Transfer[] =>
  [...world.transfers.values()].filter(
    (transfer) => transfer.customer === customer.tenantId && [transfer.source, transfer.target].includes(partner.tenantId),
  );

const list: Answer<CustomerCall> = (call) => {
  const { world, customer, partner } = call;
  const items = ownTransfers(call).map((transfer) => transferShape(world, customer, transfer, partner.tenantId));
  return collection(items, { self: link(`/customers/${customer.tenantId}/transfers`) });
};

const ofTransfer = (answer: (call: CustomerCall, transfer: Transfer) => Reply): Answer => {
  return ofCustomer((call) => {
    const found = ownTransfers(call).find(({ id }) => id === call.parameters.transfer?.toLowerCase());
    return found === undefined ? transferNotFound() : answer(call, found);
  });
};

const Change = z.object({
  id: z.string().optional(),
  status: z.string(),
  lineItems: z.array(z.object({ subscriptionId: z.string(), productType: z.enum(productTypes) })).default([]),
});

type Change = z.infer<typeof Change>;

interface Act {
  readonly by: 'source' | 'target';
  readonly act: (call: CustomerCall, id: string, change: Change) => ReturnType<typeof acceptTransfer>;
}

/** By the word that asks for it. */
const acts: Readonly<Record<string, Act>> = {
  Cancel: { by: 'target', act: ({ world, claims }, id) => cancelTransfer(world, id, claims.subject) },
  Reject: { by: 'source', act: ({ world, claims }, id) => declineTransfer(world, id, claims.subject) },
  Accept: {
    by: 'source',
    act: ({ world, claims }, id, { lineItems }) => {
      const chosen = lineItems.map(({ subscriptionId }) => subscriptionId.toLowerCase());
      return acceptTransfer(world, id, chosen, claims.subject);
    },
  },
};

const changeTransfer = (call: CustomerCall, transfer: Transfer): Reply => {
  const change = readBody(call.asked, Change);
  if (change === null || (change.id ?? transfer.id) !== transfer.id) return refusals.badInput('The change is not complete.');
  if (transfer.transferType === null) return rejectLegacy(call, transfer, change.status);
  const wanted = acts[change.status];
  if (wanted === undefined) return refusals.badInput(`A transfer cannot become ${change.status}.`);
  if (transfer[wanted.by] !== call.partner.tenantId) return refusals.role();
  const changed = wanted.act(call, transfer.id, change);
  return changed.done ? shown(call, transfer) : notChanged(transfer.id, changed.why);
};

const path = '/v1/customers/:customer/transfers';

export const transferRoutes: readonly Route<Endpoint>[] = [
  ['GET', path, open(ofCustomer(list))],
  ['POST', path, forAdminAgents(ofCustomer(create))],
  ['GET', `${path}/:transfer`, open(ofTransfer((call, transfer) => shown(call, transfer)))],
  ['PATCH', `${path}/:transfer`, forAdminAgents(ofTransfer(changeTransfer))],
  ['DELETE', `${path}/:transfer`, forAdminAgents(ofTransfer(withdrawLegacy))],
  ['POST', `${path}/:transfer/accept`, forAdminAgents(ofTransfer(acceptLegacy))],
  ['GET', '/v1/customers/:customer/transferseligibility', open(ofCustomer(eligibility))],
];
