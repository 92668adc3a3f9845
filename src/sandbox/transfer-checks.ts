import { cloudLacks, visibleTie } from './ties.ts';
import type { Customer, Partner, Transfer, World } from './world.ts';

/** What the new partner asks for. */
export interface TransferWish {
  readonly customer: string;
  readonly target: string;
  readonly source: string;
  readonly sourceName: string;
  readonly customerEmailId: string;
  readonly targetEmailId: string;
  /** Empty: everything that can move. */
  readonly productTypes: readonly string[];
  readonly partnerOnRecord?: string;
  readonly transferType: number;
  /** The person or the application that asks. */
  readonly by: string;
}

export type WishRefusal =
  | 'national-cloud'
  | 'unknown-customer'
  | 'no-tie'
  | 'not-enabled'
  | 'programme-not-active'
  | 'mpa-not-signed'
  | 'reseller-missing'
  | 'reseller-mpa-not-signed'
  | 'source-details-missing'
  | 'source-is-target'
  | 'unknown-source'
  | 'agreement-missing'
  | 'under-review'
  | 'not-approved'
  | 'legacy-azure'
  | 'no-azure-plan'
  | 'plan-not-active'
  | 'in-progress';

type Check = (world: World, wish: TransferWish, customer: Customer, target: Partner) => WishRefusal | null;

const ofPartner: Check = (world, wish, customer, target) => {
  if (visibleTie(world, customer, target.tenantId) === null) return 'no-tie';
  if (target.type === 'reseller') return 'not-enabled';
  if (!target.programmeActive) return 'programme-not-active';
  return target.mpaSigned ? null : 'mpa-not-signed';
};

const ofReseller: Check = (world, { partnerOnRecord }, _customer, target) => {
  if (target.type !== 'provider') return null;
  const reseller = [...world.partners.values()].find(({ type, partnerId }) => type === 'reseller' && partnerId === partnerOnRecord);
  if (reseller === undefined) return 'reseller-missing';
  return reseller.mpaSigned ? null : 'reseller-mpa-not-signed';
};

const ofSource: Check = (world, { source, sourceName, target }) => {
  if (source === '' || sourceName === '') return 'source-details-missing';
  if (source === target) return 'source-is-target';
  return world.partners.has(source) ? null : 'unknown-source';
};

/** What every sale to this customer needs, and so does a transfer. */
export const whyNoSale = ({ agreement, validation }: Customer): 'agreement-missing' | 'under-review' | 'not-approved' | null => {
  if (agreement === 'none') return 'agreement-missing';
  if (validation === 'NotAllowed') return 'not-approved';
  return validation === 'UnderReview' || validation === 'Unknown' ? 'under-review' : null;
};

const isAboutAzure = (productTypes: readonly string[]): boolean =>
  productTypes.length === 0 || productTypes.some((type) => type.startsWith('Azure'));

const ofPlan: Check = (_world, { productTypes, target }, { subscriptions }) => {
  if (!isAboutAzure(productTypes)) return null;
  const own = subscriptions.filter(({ seller, status }) => seller === target && status !== 'deleted');
  // Azure of the old kind at the partner who asks: it would have to become a plan first.
  if (own.some(({ kind }) => kind === 'azure-legacy')) return 'legacy-azure';
  const plans = own.filter(({ kind }) => kind === 'azure-plan');
  if (plans.length === 0) return 'no-azure-plan';
  return plans.some(({ status }) => status === 'active') ? null : 'plan-not-active';
};

const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((one) => others.includes(one));

/** The transfer that is already under way for the same things between the same two. */
export const transferUnderWay = (world: World, wish: TransferWish): Transfer | undefined =>
  [...world.transfers.values()].find(
    ({ status, customer, source, target, productTypes }) =>
      (status === 'Pending' || status === 'InProgress') &&
      customer === wish.customer &&
      source === wish.source &&
      target === wish.target &&
      overlap(productTypes, wish.productTypes),
  );

/** The first thing that stands against this transfer, in the order in which Partner Center looks. */
export const whyNotTransfer = (world: World, wish: TransferWish): WishRefusal | null => {
  const target = world.partners.get(wish.target);
  if (target === undefined || cloudLacks(target.cloud, 'transfers')) return 'national-cloud';
  const customer = world.customers.get(wish.customer);
  if (customer === undefined) return 'unknown-customer';
  for (const check of [ofPartner, ofReseller, ofSource, (): WishRefusal | null => whyNoSale(customer), ofPlan]) {
    const refused = check(world, wish, customer, target);
    if (refused !== null) return refused;
  }
  return transferUnderWay(world, wish) === undefined ? null : 'in-progress';
};
