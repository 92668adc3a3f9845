import { isAskedFor, isMovable, itemOf } from '../transfer-lines.ts';
import type { Item } from '../transfer-lines.ts';
import type { Customer, Transfer } from '../world.ts';

export interface Offered {
  readonly id: string;
  readonly name: string;
  readonly item: Item;
  readonly isMovable: boolean;
}

const idsOf = ({ azure, subscriptions }: Customer): readonly string[] => [
  ...azure.flatMap(({ id, reservations }) => [id, ...reservations.map((reservation) => reservation.id)]),
  ...subscriptions.map(({ id }) => id),
];

const nameOf = (item: Item): string => {
  if (item.kind !== 'bought') return item.azure.name;
  const { offerName, friendlyName } = item.bought;
  return friendlyName ?? offerName;
};

const isHeldBy = (item: Item, partner: string): boolean => (item.kind === 'bought' ? item.bought : item.azure).seller === partner;

/** What the current partner holds of what it is asked for, also what cannot move because it is out of use. */
export const offeredIn = (customer: Customer, transfer: Transfer): readonly Offered[] =>
  idsOf(customer).flatMap((id) => {
    const item = itemOf(customer, id);
    if (item === null || !isHeldBy(item, transfer.source) || !isAskedFor(item, transfer)) return [];
    const isGone = item.kind === 'bought' && item.bought.status === 'deleted';
    return isGone ? [] : [{ id, name: nameOf(item), item, isMovable: isMovable(item, transfer.source) }];
  });
