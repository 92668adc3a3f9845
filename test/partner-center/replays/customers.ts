import { profiles } from '../../../src/clouds/profiles.ts';
import { createCustomers } from '../../../src/partner-center/customers.ts';
import { createDomains } from '../../../src/partner-center/domains.ts';
import { createProfiles } from '../../../src/partner-center/profiles.ts';
import { createRelationshipRequests } from '../../../src/partner-center/relationship-requests.ts';
import { bakeri, nordlys, rederi, skole } from '../../support/partner-center.ts';
import { bare, fails, gives, refused } from './replayed.ts';

const address = { country: 'NO', city: 'Bergen', street: 'Solgata 7', postalCode: '5003', phone: '+4755000001', region: null };

const created = {
  enableGDAPByDefault: true,
  companyProfile: { domain: 'lyngmoskole.onmicrosoft.com', companyName: 'Lyngmo Skole', organizationRegistrationNumber: '' },
  billingProfile: {
    culture: 'nb-NO',
    language: 'nb',
    companyName: 'Lyngmo Skole',
    email: 'liv@lyngmoskole.example',
    defaultAddress: {
      firstName: 'Liv',
      lastName: 'Lyng',
      addressLine1: 'Skolevegen 2',
      city: 'Oslo',
      postalCode: '0150',
      country: 'NO',
      phoneNumber: '+4722000000',
    },
  },
};

export const customers = [
  gives('pc-relationshiprequest-get', (service) => createRelationshipRequests(service, profiles.global).link(), {
    url: `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${nordlys}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`,
    includesFullAdmin: false,
  }),
  gives(['pc-customers-list-page1', 'pc-customers-list-page2'], (service) => createCustomers(service).all(2), [
    { tenantId: bakeri, name: 'Solsikke Bakeri AS', domain: 'solsikkebakeri.example', relationship: 'reseller' },
    { tenantId: rederi, name: 'Havbris Rederi AS', domain: 'havbris.example', relationship: 'reseller' },
    { tenantId: skole, name: 'Lyngmo Skole', domain: 'lyngmoskole.example', relationship: 'reseller' },
  ]),
  gives('pc-customers-filter-domain', (service) => createCustomers(service).search({ field: 'Domain', startsWith: 'solsikke' }), [
    { tenantId: bakeri, domain: 'solsikkebakeri.example' },
  ]),
  gives('pc-customers-filter-empty', (service) => createCustomers(service).search({ field: 'CompanyName', startsWith: 'zzz' }), []),
  gives('pc-customer-get', (service) => createCustomers(service).get(bakeri), {
    tenantId: bakeri,
    name: 'Solsikke Bakeri AS',
    domain: 'solsikkebakeri.example',
    relationship: 'reseller',
    fullAdmin: false,
    billingCountry: 'NO',
    address: null,
    email: null,
    customDomains: null,
    resellerId: null,
  }),
  gives('pc-customer-get-legacy-dap', (service) => createCustomers(service).get(rederi), {
    fullAdmin: true,
    address,
    email: 'post@havbris.example',
    customDomains: ['havbris.example', 'havbris.onmicrosoft.example'],
  }),
  gives('pc-customer-organization', (service) => createProfiles(service).organization(bakeri), {
    name: 'Solsikke Bakeri AS',
    country: 'NO',
    region: 'Vestland',
    city: 'Bergen',
    postalCode: '5003',
    street: 'Solgata 7',
    technicalContacts: ['drift@solsikkebakeri.example'],
  }),
  gives('pc-customer-customdomains', (service) => createProfiles(service).customDomains(bakeri), [
    'solsikkebakeri.example',
    'solsikkebakeri.onmicrosoft.example',
  ]),
  gives('pc-customer-company-profile', (service) => createProfiles(service).company(bakeri), {
    tenantId: bakeri,
    name: 'Solsikke Bakeri AS',
    email: 'post@solsikkebakeri.example',
    address,
  }),
  gives('pc-customer-remove-relationship', (service) => createCustomers(service).remove(rederi, 'a case'), {
    relationship: 'none',
    fullAdmin: null,
  }),
  fails(
    'pc-customer-remove-relationship-blocked',
    (service) => createCustomers(service).remove(bakeri, 'a case'),
    refused('800040'),
  ),
  gives('pc-customer-remove-dap', (service) => createCustomers(service).removeFullAdmin(rederi, 'a case'), {
    relationship: 'reseller',
    fullAdmin: false,
  }),
  // Customers are invited, never made: nothing in Handshake makes one.
  gives('pc-customer-create', bare({ method: 'POST', path: '/v1/customers', body: created }), { id: skole }),
  gives('pc-domain-taken', (service) => createDomains(service).isTaken('solsikkebakeri.onmicrosoft.com'), true),
  gives('pc-domain-available', (service) => createDomains(service).isTaken('ikketatt12345.onmicrosoft.com'), false),
  gives('pc-organization-profile', (service) => createProfiles(service).ours(), {
    tenantId: nordlys,
    name: 'Nordlys Cloud AS',
    domain: 'nordlys.example',
    email: 'post@nordlys.example',
    country: 'NO',
  }),
  gives('pc-mpnprofile-get', (service) => createProfiles(service).partner('6100002'), {
    name: 'Granitt IT AS',
    partnerId: '6100002',
  }),
  fails('pc-mpnprofile-404', (service) => createProfiles(service).partner('9999999'), { kind: 'not-found', code: '3000' }),
];
