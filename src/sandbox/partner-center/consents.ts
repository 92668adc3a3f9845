import * as z from 'zod';
import type { Route } from '../routing.ts';
import { forAdminAgents, ofCustomer } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { refusals } from './errors.ts';
import { holdsOneOf, roles } from './granular-roles.ts';
import { readBody } from './request-body.ts';

const Consent = z.object({
  applicationId: z.guid(),
  displayName: z.string().optional(),
  applicationGrants: z.array(z.object({ enterpriseApplicationId: z.guid(), scope: z.string() })),
});

const consenters = [roles.applicationAdministrator, roles.cloudApplicationAdministrator, roles.globalAdministrator];

const consent: Answer<CustomerCall> = (call) => {
  const wish = readBody(call.asked, Consent);
  if (wish === null) return refusals.badInput('The consent is not complete.');
  if (!holdsOneOf(call, consenters)) return refusals.privilege();
  if (call.customer.consents.has(wish.applicationId)) return refusals.consentExists();
  call.customer.consents.add(wish.applicationId);
  return { status: 201, body: wish };
};

const withdraw: Answer<CustomerCall> = (call) => {
  if (!holdsOneOf(call, consenters)) return refusals.privilege();
  return call.customer.consents.delete(call.parameters.application ?? '') ? { status: 204 } : refusals.notFound();
};

const path = '/v1/customers/:customer/applicationconsents';
const people = { appOnly: 'refused' } as const;

export const consentRoutes: readonly Route<Endpoint>[] = [
  ['POST', path, forAdminAgents(ofCustomer(consent), people)],
  ['DELETE', `${path}/:application`, forAdminAgents(ofCustomer(withdraw), people)],
];
