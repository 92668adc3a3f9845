import * as z from 'zod';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { maybe, record } from '../wire/shapes.ts';
import { address, filled, guid } from './answers.ts';

const Company = record({
  tenantId: guid,
  domain: filled,
  companyName: filled,
  address: maybe(address),
  email: filled,
}).transform(({ companyName, ...rest }) => ({ ...rest, name: companyName }));

/** One that says nothing of itself has no organization to show. */
const Organization = z
  .tuple([
    record({
      displayName: filled,
      countryLetterCode: filled,
      state: filled,
      city: filled,
      postalCode: filled,
      street: filled,
      technicalNotificationMails: maybe(z.array(z.string())),
    }).transform(({ displayName, countryLetterCode, state, technicalNotificationMails, ...rest }) => ({
      ...rest,
      name: displayName,
      country: countryLetterCode,
      region: state,
      technicalContacts: technicalNotificationMails ?? [],
    })),
  ])
  .transform(([only]) => only);

const Ours = record({
  tenantId: guid,
  companyName: filled,
  domain: filled,
  email: filled,
  defaultAddress: maybe(address),
}).transform(({ companyName, defaultAddress, ...rest }) => ({
  ...rest,
  name: companyName,
  country: defaultAddress?.country ?? null,
}));

const Partner = record({ partnerName: filled, mpnId: z.string() }).transform(({ partnerName, mpnId }) => ({
  name: partnerName,
  partnerId: mpnId,
}));

type Read<T extends z.ZodType> = Promise<Sent<z.infer<T>>>;

/** Who somebody is: a customer, we, another partner. It all reads only. */
export const createProfiles = (service: Service) => ({
  company: (tenantId: string): Read<typeof Company> =>
    ask(service, { method: 'GET', path: byId`/v1/customers/${tenantId}/profiles/company`, answer: Company }),

  /** Told to whoever may read the customer's directory by granular admin. */
  organization: (tenantId: string): Read<typeof Organization> =>
    ask(service, { method: 'GET', path: byId`/v1/customers/${tenantId}/organization`, answer: Organization }),

  /** Told to whoever may read the customer's directory by granular admin. */
  customDomains: (tenantId: string): Promise<Sent<readonly string[]>> =>
    ask(service, { method: 'GET', path: byId`/v1/customers/${tenantId}/customDomains`, answer: z.array(z.string()) }),

  /** Whom the token is for: has to be who we think we are. */
  ours: (): Read<typeof Ours> => ask(service, { method: 'GET', path: '/v1/profiles/organization', answer: Ours }),

  /** Whose PartnerID this is. */
  partner: (partnerId: string): Read<typeof Partner> =>
    ask(service, { method: 'GET', path: '/v1/profiles/mpn', query: { mpnId: partnerId }, answer: Partner }),
});
