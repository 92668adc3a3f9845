import * as z from 'zod';
import { addDefaultRelationship } from '../default-relationship.ts';
import type { Customer, Tie } from '../world.ts';
import type { Answer, Call } from './call.ts';
import { attributes } from './collection.ts';
import { billingProfile, commerceId, companyProfile, customerLink } from './customer-shapes.ts';
import { isTaken } from './domains.ts';
import { refusals } from './errors.ts';
import { readBody } from './request-body.ts';

const Text = z.string().min(1).max(200);

const NewCustomer = z.object({
  companyProfile: z.object({ domain: Text, companyName: Text }),
  billingProfile: z.object({
    culture: Text,
    language: Text,
    companyName: Text,
    email: Text,
    defaultAddress: z.object({
      firstName: Text,
      lastName: Text,
      addressLine1: Text,
      city: Text,
      state: z.string().optional(),
      postalCode: Text,
      country: z.string().length(2),
      phoneNumber: z.string().optional(),
    }),
  }),
  enableGDAPByDefault: z.boolean().default(true),
});

type NewCustomer = z.infer<typeof NewCustomer>;

const customerFrom = (
  { world, partner }: Call,
  { companyProfile: company, billingProfile: billing }: NewCustomer,
  tie: Tie,
): Customer => {
  const { firstName, lastName, addressLine1, city, state, postalCode, country, phoneNumber } = billing.defaultAddress;
  return {
    tenantId: world.uuid(),
    cloud: partner.cloud,
    name: company.companyName,
    domains: [company.domain.toLowerCase()],
    country,
    culture: billing.culture,
    address: { line1: addressLine1, city, postalCode, phone: phoneNumber ?? '', state },
    admin: { firstName, lastName, email: billing.email },
    kind: 'end-customer',
    agreement: 'none',
    agreedOn: null,
    validation: 'Allowed',
    qualifications: [],
    ties: new Map([[partner.tenantId, tie]]),
    subscriptions: [],
    azure: [],
    partnerLinks: new Map(),
    consents: new Set(),
    billingEtag: -1,
  };
};

/** The answer that alone ever shows the first password. */
const created = (customer: Customer, email: string, password: string) => ({
  id: customer.tenantId,
  commerceId: commerceId(customer),
  companyProfile: companyProfile(customer, false),
  billingProfile: billingProfile(customer, email),
  relationshipToPartner: 'reseller',
  allowDelegatedAccess: false,
  userCredentials: { userName: 'admin', password },
  customDomains: customer.domains,
  links: customerLink(customer),
  ...attributes('Customer'),
});

/** A new tenant, tied to whoever made it, with the granular admin that comes along unless it is switched off. */
export const createCustomer: Answer = (call) => {
  const { world, partner, asked } = call;
  const wish = readBody(asked, NewCustomer);
  if (wish === null) return refusals.badInput('The customer is not complete.');
  if (isTaken(world, wish.companyProfile.domain)) return refusals.badInput('The domain is already taken.');
  const now = world.now();
  const customer = customerFrom(call, wish, { since: now, visibleAt: now, dap: false });
  world.customers.set(customer.tenantId, customer);
  if (wish.enableGDAPByDefault) addDefaultRelationship(world, partner, customer);
  return { status: 201, body: created(customer, wish.billingProfile.email, world.uuid()) };
};
