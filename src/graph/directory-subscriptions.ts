import * as z from 'zod';
import type { Account } from '../clouds/account.ts';
import { byId, notAnId, withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { maybe, moment, numeric, record, word } from '../wire/shapes.ts';

const statuses = ['Enabled', 'Deleted', 'Suspended', 'Warning', 'LockedOut'] as const;

const SubscriptionAnswer = record({
  id: z.string(),
  commerceSubscriptionId: maybe(z.string()),
  skuId: maybe(z.string()),
  skuPartNumber: maybe(z.string()),
  status: word(statuses),
  isTrial: maybe(z.boolean()),
  totalLicenses: maybe(numeric),
  createdDateTime: maybe(moment),
  nextLifecycleDateTime: maybe(moment),
  ownerTenantId: maybe(z.guid().transform((id) => id.toLowerCase())),
});

/** Whose tenant made a subscription. Nobody: no partner did, and no more than that is known. */
export type Owner = { readonly who: 'us' | 'nobody' } | { readonly who: 'another-partner'; readonly tenantId: string };

/** The customer's own tenant is no partner. */
const ownerOf = (made: string | null, us: string, customer: string): Owner => {
  if (made === null || made === customer.toLowerCase()) return { who: 'nobody' };
  return made === us.toLowerCase() ? { who: 'us' } : { who: 'another-partner', tenantId: made };
};

const subscriptionOf = (said: z.output<typeof SubscriptionAnswer>, owner: Owner) => ({
  id: said.id,
  /** By this id Partner Center knows it, where it was sold by us. */
  commerceId: said.commerceSubscriptionId,
  sku: said.skuId,
  skuName: said.skuPartNumber,
  status: said.status,
  isTrial: said.isTrial === true,
  licences: said.totalLicenses,
  createdAt: said.createdDateTime,
  endsAt: said.nextLifecycleDateTime,
  owner,
});
export type DirectorySubscription = ReturnType<typeof subscriptionOf>;

/** All licences a customer has, whoever sold them; seen only by whoever may read the customer's directory. */
export const createDirectorySubscriptions = (
  service: Service,
  { profile, tenantId: us }: Pick<Account, 'profile' | 'tenantId'>,
) => ({
  list: async (customer: string): Promise<Sent<readonly DirectorySubscription[]>> => {
    if (byId`${customer}` === null) return notAnId();
    const sent = await everyPage(service, {
      base: profile.graph,
      path: '/v1.0/directory/subscriptions',
      tenant: customer,
      item: SubscriptionAnswer,
    });
    return withBody(sent, (all) => all.map((one) => subscriptionOf(one, ownerOf(one.ownerTenantId, us, customer))));
  },
});
