import * as z from 'zod';
import { ask, byId, withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { legible, list, maybe, record } from '../wire/shapes.ts';
import { address, filled, guid, said } from './answers.ts';
import { askAll } from './collection.ts';

const relationship = said({
  none: 'none',
  reseller: 'reseller',
  advisor: 'advisor',
  syndication: 'syndication',
  microsoft_support: 'microsoft-support',
});

const Listed = record({
  id: guid,
  companyProfile: record({ domain: filled, companyName: filled }),
  relationshipToPartner: relationship,
}).transform(({ id, companyProfile, relationshipToPartner }) => ({
  tenantId: id,
  name: companyProfile.companyName,
  domain: companyProfile.domain,
  relationship: relationshipToPartner,
}));

/** A customer as lists have it. What else there is to know is asked for one by one. */
type ListedCustomer = z.infer<typeof Listed>;

const Whole = record({
  id: guid,
  companyProfile: record({ domain: filled, companyName: filled, address: maybe(address), email: filled }),
  billingProfile: maybe(record({ defaultAddress: maybe(record({ country: filled })) })),
  relationshipToPartner: relationship,
  allowDelegatedAccess: maybe(z.boolean()),
  customDomains: maybe(z.array(z.string())),
  associatedPartnerId: filled,
}).transform((their) => ({
  tenantId: their.id,
  name: their.companyProfile.companyName,
  domain: their.companyProfile.domain,
  relationship: their.relationshipToPartner,
  /** The old, whole delegated admin (DAP). Granular admin never shows here. Null: they do not say. */
  fullAdmin: their.allowDelegatedAccess,
  billingCountry: their.billingProfile?.defaultAddress?.country ?? null,
  /** These three are told to whoever has full admin, and to nobody else: null does not mean that there is none. */
  address: their.companyProfile.address,
  email: their.companyProfile.email,
  customDomains: their.customDomains,
  /** The indirect reseller, where we are its provider. */
  resellerId: their.associatedPartnerId,
}));

/** All that is told of one customer. */
export type Customer = z.infer<typeof Whole>;

const Changed = record({ relationshipToPartner: maybe(relationship), allowDelegatedAccess: maybe(z.boolean()) }).transform(
  ({ relationshipToPartner, allowDelegatedAccess }) => ({ relationship: relationshipToPartner, fullAdmin: allowDelegatedAccess }),
);

type Change = z.infer<typeof Changed>;

const LONGEST_PAGE = 500;

interface Search {
  readonly field: 'CompanyName' | 'Domain';
  readonly startsWith: string;
}

/** Who has us as a partner. */
export const createCustomers = (service: Service) => {
  const change = (tenantId: string, body: object, requestId: string): Promise<Sent<Change>> =>
    ask(service, {
      method: 'PATCH',
      path: byId`/v1/customers/${tenantId}`,
      body: { ...body, attributes: { objectType: 'Customer' } },
      answer: Changed,
      requestId,
    });

  const search = ({ field, startsWith }: Search): Promise<Sent<readonly ListedCustomer[]>> => {
    const filter = JSON.stringify({ Field: field, Value: startsWith, Operator: 'starts_with' });
    return askAll(service, { path: '/v1/customers', query: { size: '0', filter } }, Listed);
  };

  return {
    get: (tenantId: string): Promise<Sent<Customer>> =>
      ask(service, { method: 'GET', path: byId`/v1/customers/${tenantId}`, answer: Whole }),

    all: (pageSize = LONGEST_PAGE): Promise<Sent<readonly ListedCustomer[]>> =>
      askAll(service, { path: '/v1/customers', query: { size: String(pageSize) } }, Listed),

    /** All there are, each by itself: null where one cannot be read. */
    seen: (): Promise<Sent<readonly (ListedCustomer | null)[]>> =>
      askAll(service, { path: '/v1/customers', query: { size: String(LONGEST_PAGE) } }, legible(Listed)),

    /** Some customer, if there is one: it shows whether we may see them at all. */
    any: (): Promise<Sent<ListedCustomer | null>> =>
      ask(service, {
        method: 'GET',
        path: '/v1/customers',
        query: { size: '1' },
        answer: record({ items: list(Listed) }).transform(({ items }) => items[0] ?? null),
      }),

    search,

    /** The customer whose main domain this is, not one whose domain begins alike; null where there is none. */
    byDomain: async (domain: string): Promise<Sent<ListedCustomer | null>> => {
      const found = await search({ field: 'Domain', startsWith: domain });
      return withBody(found, (some) => some.find((one) => one.domain?.toLowerCase() === domain.toLowerCase()) ?? null);
    },

    /**
     * Ends the reseller relationship. Granular admin is something else, and stays. Never asked again blindly: the second
     * answer may be that there is no relationship. `get` tells.
     */
    remove: (tenantId: string, requestId: string): Promise<Sent<Change>> =>
      change(tenantId, { relationshipToPartner: 'none' }, requestId),

    /** Ends full delegated admin (DAP) and nothing else; `get` tells whether it has. */
    removeFullAdmin: (tenantId: string, requestId: string): Promise<Sent<Change>> =>
      change(tenantId, { AllowDelegatedAccess: false }, requestId),
  };
};
