import { instant } from '../cases/time.ts';
import { secondsFor } from './timing.ts';
import { isMovable, itemOf } from './transfer-lines.ts';
import type { AzureSubscription, Customer, Subscription, Transfer, TransferLine, World } from './world.ts';

const orderIdFrom = (world: World): string => world.uuid().replaceAll('-', '').slice(0, 12);

/** Licences do not move: they end at one partner and begin at the other, with new ids. */
export const moveBought = (
  world: World,
  customer: Customer,
  bought: Subscription,
  to: Pick<Transfer, 'target' | 'partnerOnRecord'>,
) => {
  const taken: Subscription = {
    ...bought,
    id: world.uuid(),
    orderId: orderIdFrom(world),
    seller: to.target,
    partnerOnRecord: to.partnerOnRecord,
    createdAt: world.now(),
    visibleAt: instant(Date.parse(world.now()) + secondsFor(world, 'subscriptionVisible') * 1000),
    etag: 1,
  };
  customer.subscriptions.push(taken);
  bought.status = 'deleted';
  bought.etag += 1;
  return taken;
};

/** The Azure subscription keeps its id and whoever has access to it; only who bills it is another one. */
const moveAzure = (customer: Customer, azure: AzureSubscription, { target, partnerOnRecord }: Transfer, planId: string): void => {
  const old = customer.subscriptions.find(({ id, kind }) => id === azure.planId && kind === 'azure-legacy');
  if (old !== undefined) old.status = 'deleted';
  azure.seller = target;
  azure.planId = planId;
  azure.partnerOnRecord = partnerOnRecord;
};

const carry = (world: World, customer: Customer, transfer: Transfer, line: TransferLine): boolean => {
  const item = itemOf(customer, line.subscriptionId);
  if (item === null) return false;
  if (item.kind === 'reservation') return item.azure.seller === transfer.target || isMovable(item, transfer.source);
  if (!isMovable(item, transfer.source)) return false;
  if (item.kind === 'bought') {
    line.orderId = moveBought(world, customer, item.bought, transfer).orderId;
    return true;
  }
  const plan = activePlan(customer, transfer.target);
  if (plan === undefined) return false;
  moveAzure(customer, item.azure, transfer, plan.id);
  return true;
};

/** The plan of this partner below which Azure can be billed. */
export const activePlan = ({ subscriptions }: Customer, partner: string): Subscription | undefined =>
  subscriptions.find(({ kind, seller, status }) => kind === 'azure-plan' && seller === partner && status === 'active');

const outcomeOf = (lines: readonly TransferLine[]): 'Complete' | 'PartiallyComplete' | 'Failed' => {
  const carried = lines.filter(({ status }) => status === 'Complete').length;
  if (carried === lines.length) return 'Complete';
  return carried === 0 ? 'Failed' : 'PartiallyComplete';
};

/** What was accepted moves, line by line; what has gone away or out of use in the meantime does not. */
export const completeTransfer = (world: World, customer: Customer, transfer: Transfer): void => {
  for (const line of transfer.lines) {
    const carried = carry(world, customer, transfer, line);
    line.status = carried ? 'Complete' : 'Failed';
    line.transferError = carried ? null : '900103';
  }
  transfer.status = outcomeOf(transfer.lines);
  transfer.modifiedAt = world.now();
  transfer.completedAt = transfer.status === 'Failed' ? null : world.now();
};
