import * as z from 'zod';
import type { CloudProfile } from '../clouds/profiles.ts';
import { byId, notAnId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { everyPage } from '../wire/listed.ts';
import type { Service } from '../wire/service.ts';
import { list, maybe, record, word } from '../wire/shapes.ts';

const states = ['Enabled', 'Disabled', 'Deleted', 'PastDue', 'Warned'] as const;

const SubscriptionAnswer = record({
  subscriptionId: z.guid(),
  displayName: maybe(z.string()),
  state: word(states),
  subscriptionPolicies: maybe(record({ quotaId: maybe(z.string()) })),
  managedByTenants: list(record({ tenantId: z.guid() })),
}).transform(({ subscriptionId, displayName, state, subscriptionPolicies, managedByTenants }) => ({
  id: subscriptionId.toLowerCase(),
  name: displayName,
  state,
  quotaId: subscriptionPolicies?.quotaId ?? null,
  /** Who administers it by delegation; that is not who bills it. */
  managedBy: managedByTenants.map(({ tenantId }) => tenantId.toLowerCase()),
}));
export type AzureSubscription = z.output<typeof SubscriptionAnswer>;

/** A customer's subscriptions, as far as whoever asks has some role in them. None seen does not mean that there are none. */
export const createAzureSubscriptions = (service: Service, profile: CloudProfile) => ({
  list: async (customer: string): Promise<Sent<readonly AzureSubscription[]>> =>
    byId`${customer}` === null
      ? notAnId()
      : everyPage(service, {
          base: profile.azure,
          path: '/subscriptions',
          query: { 'api-version': '2022-12-01' },
          tenant: customer,
          item: SubscriptionAnswer,
        }),
});
