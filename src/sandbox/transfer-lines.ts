import type { AzureSubscription, Customer, Subscription, Transfer } from './world.ts';

/** Something that can move from one partner to another. */
export type Item =
  | { readonly kind: 'azure'; readonly productType: string; readonly azure: AzureSubscription }
  | { readonly kind: 'reservation'; readonly productType: string; readonly azure: AzureSubscription }
  | { readonly kind: 'bought'; readonly productType: string; readonly bought: Subscription };

const productTypeOf: Partial<Record<Subscription['kind'], string>> = {
  licence: 'OnlineServicesNCE',
  software: 'Software',
  saas: 'SaaS',
};

const azureItem = ({ azure }: Customer, id: string): Item | null => {
  const found = azure.find((subscription) => subscription.id === id);
  if (found !== undefined) return { kind: 'azure', productType: 'AzureSubscription', azure: found };
  const above = azure.find(({ reservations }) => reservations.some((reservation) => reservation.id === id));
  return above === undefined ? null : { kind: 'reservation', productType: 'AzureReservation', azure: above };
};

/** What of this customer has that id; null for what is not there, and for what never moves, such as a plan. */
export const itemOf = (customer: Customer, id: string): Item | null => {
  const bought = customer.subscriptions.find((subscription) => subscription.id === id);
  if (bought === undefined) return azureItem(customer, id);
  const productType = productTypeOf[bought.kind];
  // Licences of the old kind have an offer of one word, and a road of their own.
  if (productType === undefined || !bought.offerId.includes(':')) return null;
  return { kind: 'bought', productType, bought };
};

/** Whether the partner who gives away still holds it, and it is in use. */
export const isMovable = (item: Item, source: string): boolean => {
  const { seller, status } = item.kind === 'bought' ? item.bought : item.azure;
  return seller === source && status === 'active';
};

export const isAskedFor = (item: Item, { productTypes }: Transfer): boolean =>
  productTypes.length === 0 || productTypes.includes(item.productType);

/** Requests name product types, answers number them. */
export const productTypeNumber = (item: Item): number => (item.kind === 'bought' ? 5 : 0);
