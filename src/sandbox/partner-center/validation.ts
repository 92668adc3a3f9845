import * as z from 'zod';
import type { Reply } from '../exchange.ts';
import type { Route } from '../routing.ts';
import { forAdminAgents, forPeople, ofCustomer, open } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { refusals } from './errors.ts';
import { readBody } from './request-body.ts';
import { wireTime } from './wire-time.ts';

/** Shaped like no other error. */
const noStatus: Reply = {
  status: 404,
  body: {
    code: 600074,
    message: 'No account status exists for the customer.',
    description: 'No account status exists for the customer.',
    errorName: 'AccountStatusNotFound',
    isRetryable: false,
    errorMessageExtended: 'InternalErrorCode=600074',
  },
};

const status: Answer<CustomerCall> = ({ asked, customer, tie }) => {
  if (asked.query.get('type') !== 'account') return refusals.badInput('The type of validation is missing.');
  if (customer.validation === null) return noStatus;
  return { status: 200, body: { type: 'account', status: customer.validation, lastUpdateDateTime: wireTime(tie.since) } };
};

const qualifications: Answer<CustomerCall> = ({ customer }) => ({ status: 200, body: customer.qualifications });

const Wish = z.object({
  qualification: z.enum(['Education', 'GovernmentCommunityCloud', 'StateOwnedEntity', 'Nonprofit', 'None']),
});

const request: Answer<CustomerCall> = ({ world, customer, asked }) => {
  const wish = readBody(asked, Wish);
  if (wish === null) return refusals.badInput('There is no such qualification.');
  const qualification = { ...wish, vettingStatus: 'InReview', vettingCreatedDate: world.now() };
  customer.qualifications = [...customer.qualifications.filter((one) => one.qualification !== wish.qualification), qualification];
  return { status: 201, body: qualification };
};

export const validationRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/customers/:customer/validationStatus', forPeople(ofCustomer(status))],
  ['GET', '/v1/customers/:customer/qualifications', open(ofCustomer(qualifications))],
  ['POST', '/v1/customers/:customer/qualifications', forAdminAgents(ofCustomer(request))],
];
