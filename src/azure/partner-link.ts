import * as z from 'zod';
import { notOffered } from '../clouds/offered.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask, byId, notAnId, pathOf, unless } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Call, Service } from '../wire/service.ts';
import { maybe, moment, record } from '../wire/shapes.ts';

const LinkAnswer = record({
  properties: record({
    partnerId: z.union([z.string(), z.number().transform(String)]),
    objectId: maybe(z.string()),
    state: maybe(z.string()),
    createdTime: maybe(moment),
    updatedTime: maybe(moment),
  }),
}).transform(({ properties: said }) => ({
  partnerId: said.partnerId,
  /** Whose link it is: a person or an application of ours, each in this one tenant. */
  holder: said.objectId,
  isActive: said.state?.toLowerCase() === 'active',
  linkedAt: said.createdTime,
  changedAt: said.updatedTime,
}));
export type PartnerLink = z.output<typeof LinkAnswer>;

/** The PartnerID of a location. */
export const byPartnerId = pathOf(/^\d{1,10}$/);

/** Whoever of ours works in a customer's Azure says there for which partner; it says so once for each tenant. */
export const createPartnerLinks = (service: Service, profile: CloudProfile) => {
  const azure = unless(notOffered(profile, 'azure-partner-link'), service);

  const call = async <T>(
    [customer, partnerId]: readonly [string, string],
    method: Call<T>['method'],
    answer: z.ZodType<T>,
  ): Promise<Sent<T>> =>
    byId`${customer}` === null
      ? notAnId()
      : ask(azure, {
          method,
          path: byPartnerId`/providers/Microsoft.ManagementPartner/partners/${partnerId}`,
          query: { 'api-version': '2018-02-01' },
          tenant: customer,
          answer,
        });

  return {
    /** `not-found`: there is no link. */
    get: (customer: string, partnerId: string): Promise<Sent<PartnerLink>> => call([customer, partnerId], 'GET', LinkAnswer),
    /** `conflict`: there is a link already, to this partner or another; it can be changed. */
    link: (customer: string, partnerId: string): Promise<Sent<PartnerLink>> => call([customer, partnerId], 'PUT', LinkAnswer),
    change: (customer: string, partnerId: string): Promise<Sent<PartnerLink>> => call([customer, partnerId], 'PATCH', LinkAnswer),
    remove: (customer: string, partnerId: string): Promise<Sent<unknown>> => call([customer, partnerId], 'DELETE', z.unknown()),
  };
};
