import { later } from '../cases/time.ts';
import { done, notDone } from './act.ts';
import type { Done } from './act.ts';
import { secondsFor, secondsUntil } from './timing.ts';
import { whyNotTransfer } from './transfer-checks.ts';
import type { TransferWish, WishRefusal } from './transfer-checks.ts';
import { activePlan, completeTransfer } from './transfer-completion.ts';
import { isAskedFor, isMovable, itemOf, productTypeNumber } from './transfer-lines.ts';
import type { Item } from './transfer-lines.ts';
import type { Customer, Transfer, TransferLine, World } from './world.ts';

/** So long may the current partner think about it. */
const DAYS_TO_ACCEPT = 30;

/** Answers were seen to show a day more than the pages give. */
const DAYS_SHOWN = 31;

type What = 'create' | 'update' | 'complete' | 'fail' | 'expire';

/** Both partners hear of it. */
const announceTransfer = (world: World, { id, status, customer, source, target }: Transfer, what: What): void => {
  for (const partner of [target, source])
    world.announce({
      partner,
      customer,
      resourceType: 'transfer',
      operation: `${what}_transfer`,
      resourceId: id,
      newValue: { Id: id, Status: status },
      event: `${what}-transfer`,
      resourceName: 'Transfer',
    });
};

const move = (world: World, transfer: Transfer, status: Transfer['status'], by: string): void => {
  transfer.status = status;
  transfer.modifiedAt = world.now();
  transfer.modifiedBy = by;
};

const expire = (world: World, transfer: Transfer): void => {
  if (transfer.status !== 'Pending') return;
  move(world, transfer, 'Expired', transfer.modifiedBy);
  announceTransfer(world, transfer, 'expire');
};

const finish = (world: World, transfer: Transfer): void => {
  const customer = world.customers.get(transfer.customer);
  if (customer === undefined) throw new Error(`The customer ${transfer.customer} is not there.`);
  completeTransfer(world, customer, transfer);
  announceTransfer(world, transfer, transfer.status === 'Failed' ? 'fail' : 'complete');
};

/** Puts on the agenda what becomes of a transfer by itself. */
export const carryOnTransfer = (world: World, transfer: Transfer): void => {
  if (transfer.status === 'Pending') {
    const until = later(transfer.createdAt, { days: DAYS_TO_ACCEPT });
    world.inSeconds(secondsUntil(world, until), () => {
      expire(world, transfer);
    });
  }
  if (transfer.status === 'InProgress') {
    world.inSeconds(secondsFor(world, 'transfer'), () => {
      finish(world, transfer);
    });
  }
};

/** The new partner asks the current one to let go. */
export const createTransfer = (
  world: World,
  wish: TransferWish,
): { readonly transfer: Transfer } | { readonly transfer: null; readonly why: WishRefusal } => {
  const why = whyNotTransfer(world, wish);
  if (why !== null) return { transfer: null, why };
  const { by, ...asked } = wish;
  const createdAt = world.now();
  const transfer: Transfer = {
    ...asked,
    id: world.uuid(),
    status: 'Pending',
    lines: [],
    createdAt,
    modifiedAt: createdAt,
    expiresAt: later(createdAt, { days: DAYS_SHOWN }),
    completedAt: null,
    modifiedBy: by,
  };
  world.transfers.set(transfer.id, transfer);
  carryOnTransfer(world, transfer);
  announceTransfer(world, transfer, 'create');
  return { transfer };
};

type Stuck = 'unknown-transfer' | 'being-processed' | 'already-over';

const pending = (world: World, id: string): Transfer | Stuck => {
  const transfer = world.transfers.get(id);
  if (transfer === undefined) return 'unknown-transfer';
  if (transfer.status === 'Pending') return transfer;
  return transfer.status === 'InProgress' ? 'being-processed' : 'already-over';
};

const end = (world: World, id: string, status: 'Cancel' | 'Reject', by?: string): Done<Stuck> => {
  const transfer = pending(world, id);
  if (typeof transfer === 'string') return notDone(transfer);
  move(world, transfer, status, by ?? transfer.source);
  announceTransfer(world, transfer, 'update');
  return done;
};

/** The new partner takes its request back. */
export const cancelTransfer = (world: World, id: string, by: string): Done<Stuck> => end(world, id, 'Cancel', by);

/** The current partner says no. */
export const declineTransfer = (world: World, id: string, by?: string): Done<Stuck> => end(world, id, 'Reject', by);

export type AcceptRefusal = Stuck | 'nothing-chosen' | 'unknown-item' | 'not-asked-for' | 'inactive-item' | 'no-plan';

const whyNotItem = (item: Item | null, customer: Customer, transfer: Transfer): AcceptRefusal | null => {
  if (item === null) return 'unknown-item';
  if (!isAskedFor(item, transfer)) return 'not-asked-for';
  if (!isMovable(item, transfer.source)) return 'inactive-item';
  return item.kind === 'bought' || activePlan(customer, transfer.target) !== undefined ? null : 'no-plan';
};

const linesOf = (customer: Customer, transfer: Transfer, ids: readonly string[]): TransferLine[] | AcceptRefusal => {
  if (ids.length === 0) return 'nothing-chosen';
  const lines: TransferLine[] = [];
  for (const [place, subscriptionId] of [...new Set(ids)].entries()) {
    const item = itemOf(customer, subscriptionId);
    const why = whyNotItem(item, customer, transfer);
    if (item === null || why !== null) return why ?? 'unknown-item';
    const productType = productTypeNumber(item);
    lines.push({ id: String(place), subscriptionId, productType, status: 'InProgress', orderId: null, transferError: null });
  }
  return lines;
};

/** The current partner lets these go; they move a little later. One that cannot move, and nothing is accepted. */
export const acceptTransfer = (world: World, id: string, subscriptionIds: readonly string[], by?: string): Done<AcceptRefusal> => {
  const transfer = pending(world, id);
  if (typeof transfer === 'string') return notDone(transfer);
  const customer = world.customers.get(transfer.customer);
  if (customer === undefined) return notDone('unknown-item');
  const lines = linesOf(customer, transfer, subscriptionIds);
  if (typeof lines === 'string') return notDone(lines);
  transfer.lines = lines;
  move(world, transfer, 'InProgress', by ?? transfer.source);
  announceTransfer(world, transfer, 'update');
  carryOnTransfer(world, transfer);
  return done;
};
