import * as z from 'zod';
import { instant } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import type { Asked } from '../exchange.ts';
import type { Route } from '../routing.ts';
import type { Customer } from '../world.ts';
import { forAdminAgents, forPeople, ofCustomer } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { collection, link } from './collection.ts';
import { refusals } from './errors.ts';
import { readBody } from './request-body.ts';

const TYPE = 'MicrosoftCustomerAgreement';
const TEMPLATE = '117a77b0-9360-443b-8795-c6dedc750cf9';

const agreementLink = ({ base }: Asked): string => `${base}/customeragreement`;

/** Whoever does not say which kind is told of the one before, and there is none of those. */
const isAskedFor = ({ query }: Asked): boolean => query.get('agreementType')?.toLowerCase() === TYPE.toLowerCase();

const metadata: Answer = ({ asked }) => {
  const current = { templateId: TEMPLATE, agreementType: TYPE, agreementLink: agreementLink(asked), versionRank: 1 };
  return collection(isAskedFor(asked) ? [current] : [], { self: link('/agreements') });
};

const contactOf = ({ agreedBy, admin, address }: Customer) => agreedBy ?? { ...admin, phoneNumber: address.phone };

/** Dates of agreements are written without a zone. */
const withoutZone = (at: Instant): string => at.slice(0, 19);

const list: Answer<CustomerCall> = ({ customer, asked }) => {
  const { agreement, agreedOn } = customer;
  const isListed = agreement === 'attested' && agreedOn !== null && isAskedFor(asked);
  const items = isListed
    ? [
        {
          primaryContact: contactOf(customer),
          templateId: TEMPLATE,
          dateAgreed: withoutZone(agreedOn),
          type: TYPE,
          agreementLink: agreementLink(asked),
        },
      ]
    : [];
  // The only list without its attributes.
  return { status: 200, body: { totalCount: items.length, items } };
};

const Name = z.string().min(1).max(200);

const Attestation = z.object({
  primaryContact: z.object({ firstName: Name, lastName: Name, email: Name, phoneNumber: z.string().optional() }),
  templateId: z.literal(TEMPLATE),
  type: z.literal(TYPE),
  dateAgreed: z.string().refine((date) => !Number.isNaN(Date.parse(date))),
});

const attest: Answer<CustomerCall> = ({ world, customer, asked, claims }) => {
  const attestation = readBody(asked, Attestation);
  if (attestation === null) return refusals.badInput('The agreement is not complete, or not the current one.');
  const agreedOn = instant(Date.parse(attestation.dateAgreed));
  if (agreedOn > world.now()) return refusals.badInput('The agreement lies in the future.');
  if (customer.agreement === 'attested') return refusals.agreementRecorded();
  customer.agreement = 'attested';
  customer.agreedOn = agreedOn;
  customer.agreedBy = attestation.primaryContact;
  return { status: 201, body: { ...attestation, userId: claims.subject } };
};

const directSign: Answer<CustomerCall> = ({ customer }) => ({
  status: 200,
  body: { isSigned: customer.agreement === 'signed-directly' },
});

const feature = { feature: 'agreements' } as const;

export const agreementRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/agreements', forPeople(metadata, feature)],
  ['GET', '/v1/customers/:customer/agreements', forPeople(ofCustomer(list), feature)],
  ['POST', '/v1/customers/:customer/agreements', forAdminAgents(ofCustomer(attest), { appOnly: 'refused', ...feature })],
  ['GET', '/v1/customers/:customer/directSignedMicrosoftCustomerAgreementStatus', forPeople(ofCustomer(directSign), feature)],
];
