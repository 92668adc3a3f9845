import { instant } from '../../../src/cases/time.ts';
import { profiles } from '../../../src/clouds/profiles.ts';
import { createAgreements } from '../../../src/partner-center/agreements.ts';
import { createConsents } from '../../../src/partner-center/consents.ts';
import { createCustomers } from '../../../src/partner-center/customers.ts';
import { createPartnersAround } from '../../../src/partner-center/partners-around.ts';
import { createQualifications } from '../../../src/partner-center/qualifications.ts';
import { createRelationshipRequests } from '../../../src/partner-center/relationship-requests.ts';
import { createValidationStatus } from '../../../src/partner-center/validation-status.ts';
import type { Service } from '../../../src/wire/service.ts';
import { bakeri, rederi, skole } from '../../support/partner-center.ts';
import { fails, gives, refused } from './replayed.ts';

const agreements = (service: Service) => createAgreements(service, profiles.global);

const templateId = '117a77b0-9360-443b-8795-c6dedc750cf9';
const contact = { firstName: 'Kari', lastName: 'Solberg', email: 'kari@solsikkebakeri.example', phoneNumber: '+4755000001' };
const attestation = { templateId, agreedAt: instant(Date.UTC(2026, 1, 10)), contact };

const application = 'ab9f0000-0001-4f01-8f01-0000000000f1';
const grants = [{ of: '00000003-0000-0000-c000-000000000000', scopes: ['Directory.Read.All', 'Organization.Read.All'] }];

const reseller = {
  tenantId: '7a11c0de-4444-4a10-8a10-0000000000a4',
  name: 'Tindetopp Konsult AS',
  is: 'reseller',
  partnerId: '6100004',
};

/** Whether a customer, or a partner, may do business with us, and how we stand with the service. */
export const standing = [
  gives('pc-validationstatus-allowed', (service) => createValidationStatus(service).of(bakeri), {
    status: 'allowed',
    changedAt: '2026-02-11T10:00:00.000Z',
  }),
  gives('pc-validationstatus-underreview', (service) => createValidationStatus(service).of(rederi), { status: 'under-review' }),
  gives('pc-validationstatus-404', (service) => createValidationStatus(service).of(skole), null),
  gives('pc-qualifications-list', (service) => createQualifications(service).of(skole), [
    { kind: 'education', vetting: 'in-review', reason: null, askedAt: '2026-02-20T10:37:38.885Z' },
  ]),
  gives('pc-qualifications-denied', (service) => createQualifications(service).of(skole), [
    { kind: 'education', vetting: 'denied', reason: 'Ikke en skole' },
  ]),
  gives('pc-agreements-metadata', (service) => agreements(service).templates(), [
    { id: templateId, url: 'https://aka.ms/customeragreement', rank: 1 },
  ]),
  gives('pc-agreements-customer-list', (service) => agreements(service).attested(bakeri), [
    { type: 'MicrosoftCustomerAgreement', templateId, agreedAt: '2026-02-10T00:00:00.000Z', contact },
  ]),
  gives('pc-agreements-create', (service) => agreements(service).attest(bakeri, attestation, 'a case'), 'now'),
  gives('pc-agreements-create-duplicate', (service) => agreements(service).attest(bakeri, attestation, 'a case'), 'before'),
  gives('pc-agreements-direct-sign', (service) => agreements(service).isSigned(bakeri), true),
  gives('pc-relationships-resellers', (service) => createPartnersAround(service).resellers(), [
    { ...reseller, isActive: true, country: 'NO' },
  ]),
  gives('pc-customer-relationships', (service) => createPartnersAround(service).of(bakeri), [
    { ...reseller, isActive: null, country: null },
  ]),
  gives('pc-csp-agreementstatus', (service) => createPartnersAround(service).hasSigned({ partnerId: '6100004' }), true),
  fails(
    'pc-csp-agreementstatus-unknown',
    (service) => createPartnersAround(service).hasSigned({ partnerId: '9999999' }),
    refused('2200'),
  ),
  gives(
    'pc-applicationconsent-create',
    (service) =>
      createConsents(service).grant(bakeri, { applicationId: application, name: 'Nordlys Partner Bot', grants }, 'a case'),
    'now',
  ),
  gives(
    'pc-applicationconsent-exists',
    (service) => createConsents(service).grant(bakeri, { applicationId: application, name: null, grants: [] }, 'a case'),
    'before',
  ),
  // One that is refused for its token is asked once more, with a fresh one.
  fails(['pc-error-401-access-denied', 'pc-error-401-access-denied'], (service) => createCustomers(service).all(1), {
    kind: 'sign-in',
    code: '400',
  }),
  fails(['pc-error-401-wrong-audience', 'pc-error-401-wrong-audience'], (service) => createCustomers(service).all(1), {
    kind: 'sign-in',
    code: '900420',
  }),
  fails(
    'pc-error-403-app-only-not-supported',
    (service) => createRelationshipRequests(service, profiles.global).link(),
    refused('900329', 403),
  ),
  fails('pc-error-404-not-found', (service) => createCustomers(service).get(skole), { kind: 'not-found', code: '1000' }),
  fails('pc-error-429-throttled', (service) => createCustomers(service).all(40), { kind: 'throttled', afterMs: 57_000 }),
];
