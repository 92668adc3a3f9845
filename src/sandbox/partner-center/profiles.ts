import type { Route } from '../routing.ts';
import type { Partner } from '../world.ts';
import { forPeople, ofCustomer, open } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { attributes, link } from './collection.ts';
import { companyProfile, organization } from './customer-shapes.ts';
import { refusal, refusals } from './errors.ts';
import { holdsOneOf, roles } from './granular-roles.ts';
import { languageOf, placeOf } from './places.ts';

const company = ofCustomer(({ customer }) => ({ status: 200, body: companyProfile(customer, true) }));

const readers = [roles.globalReader, roles.directoryWriters, roles.globalAdministrator];

const ifReader =
  (wanted: readonly string[], body: (call: CustomerCall) => unknown): Answer<CustomerCall> =>
  (call) =>
    holdsOneOf(call, wanted) ? { status: 200, body: body(call) } : refusals.privilege();

const directory = ofCustomer(ifReader(readers, ({ customer }) => [organization(customer)]));

const domains = ofCustomer(ifReader([...readers, roles.domainNameAdministrator], ({ customer }) => customer.domains));

const mpn: Answer = ({ world, asked }) => {
  const wanted = asked.query.get('mpnId') ?? '';
  const partner = [...world.partners.values()].find(({ partnerId }) => partnerId === wanted);
  if (partner === undefined)
    return refusal(404, 3000, `Partner Organization with partner_id ${wanted} could not be found`, { source: 'PartnerFD' });
  const { name, partnerId } = partner;
  const links = { self: link('/profiles/mpn') };
  const body = { partnerName: name, mpnId: partnerId, profileType: 'MpnProfile', links, ...attributes('MpnProfile') };
  return { status: 200, body };
};

/** Every partner of this world resides at the same address. */
const headOffice = ({ country }: Partner) => ({
  country,
  city: 'Tromsø',
  addressLine1: 'Polarveien 1',
  postalCode: '9010',
  firstName: 'Ola',
  lastName: 'Nordmann',
  phoneNumber: '',
});

const ourselves: Answer = ({ partner }) => {
  const { tenantId, name, domain } = partner;
  const { culture } = placeOf(partner);
  return {
    status: 200,
    body: {
      id: tenantId,
      companyName: name,
      defaultAddress: headOffice(partner),
      tenantId,
      domain,
      email: `post@${domain}`,
      language: languageOf(culture),
      culture,
      profileType: 'OrganizationProfile',
      links: { self: link('/profiles/organization') },
      attributes: { etag: '-77', objectType: 'OrganizationProfile' },
    },
  };
};

export const profileRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/customers/:customer/profiles/company', forPeople(company)],
  ['GET', '/v1/customers/:customer/organization', open(directory)],
  ['GET', '/v1/customers/:customer/customDomains', open(domains)],
  ['GET', '/v1/profiles/mpn', forPeople(mpn)],
  ['GET', '/v1/profiles/organization', forPeople(ourselves)],
];
