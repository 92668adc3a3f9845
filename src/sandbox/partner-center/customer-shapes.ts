import type { Customer, Tie } from '../world.ts';
import { attributes, link } from './collection.ts';
import { languageOf } from './places.ts';

export const customerLink = ({ tenantId }: Customer, below = '') => ({ self: link(`/customers/${tenantId}${below}`) });

/** Ids that only this service has, each customer's always the same. */
const derivedId = (beginning: string, { tenantId }: Customer): string => `${beginning}${tenantId.slice(beginning.length)}`;

const mailbox = (name: string, { domains: [main] }: Customer): string => `${name}@${main ?? 'nowhere.example'}`;

const companyNames = ({ tenantId, name, domains }: Customer) => ({ tenantId, domain: domains[0] ?? '', companyName: name });

const profileLinks = (customer: Customer) => ({
  links: customerLink(customer, '/profiles/company'),
  ...attributes('CustomerCompanyProfile'),
});

/** What only an administrator sees of the company. */
const companyDetails = (customer: Customer) => {
  const { country, address } = customer;
  const { city, line1, postalCode, phone } = address;
  return {
    address: { country, city, addressLine1: line1, postalCode, phoneNumber: phone },
    email: mailbox('post', customer),
  };
};

export const companyProfile = (customer: Customer, isDetailed: boolean) => ({
  ...companyNames(customer),
  ...(isDetailed && companyDetails(customer)),
  ...profileLinks(customer),
});

export const billingProfile = (customer: Customer, email = mailbox('faktura', customer)) => {
  const { admin, culture, name, country, address, billingEtag } = customer;
  const person = { firstName: admin.firstName, lastName: admin.lastName };
  return {
    id: derivedId('b1111a90', customer),
    ...person,
    email,
    culture,
    language: languageOf(culture),
    companyName: name,
    defaultAddress: {
      country,
      city: address.city,
      addressLine1: address.line1,
      postalCode: address.postalCode,
      ...person,
      phoneNumber: address.phone,
    },
    attributes: { etag: String(billingEtag), objectType: 'CustomerBillingProfile' },
  };
};

export const commerceId = (customer: Customer): string => derivedId('c033e4ce', customer);

/** As customers stand in lists. */
export const shortCustomer = (customer: Customer) => ({
  id: customer.tenantId,
  companyProfile: companyProfile(customer, false),
  relationshipToPartner: 'reseller',
  links: customerLink(customer),
  ...attributes('Customer'),
});

/** One customer. Address, mail and domains show only to those who hold the old kind of admin rights. */
export const fullCustomer = (customer: Customer, { dap }: Tie) => ({
  id: customer.tenantId,
  commerceId: commerceId(customer),
  companyProfile: companyProfile(customer, dap),
  billingProfile: { ...billingProfile(customer), links: customerLink(customer, '/profiles/billing') },
  relationshipToPartner: 'reseller',
  allowDelegatedAccess: dap,
  ...(dap && { customDomains: customer.domains }),
  associatedPartnerId: null,
  links: customerLink(customer),
  ...attributes('Customer'),
});

/** The company as its own directory describes it. */
export const organization = (customer: Customer) => {
  const { address, country, name } = customer;
  return {
    street: address.line1,
    countryLetterCode: country,
    postalCode: address.postalCode,
    city: address.city,
    state: address.state ?? null,
    displayName: name,
    technicalNotificationMails: [mailbox('drift', customer)],
  };
};
