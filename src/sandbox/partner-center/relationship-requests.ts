import type { Route } from '../routing.ts';
import { forPeople } from './call.ts';
import type { Answer, Endpoint } from './call.ts';
import { attributes } from './collection.ts';

/** The same link for every customer; it cannot grant the old kind of admin rights any more. */
const invite: Answer = ({ profile, partner }) => {
  const query = `invType=ResellerRelationship&partnerId=${partner.tenantId}&msppId=0&DAP=false`;
  const url = `${profile.adminCenter}/Adminportal/Home?${query}#/BillingAccounts/partner-invitation`;
  return { status: 200, body: { url, ...attributes('RelationshipRequest') } };
};

export const relationshipRequestRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/customers/relationshiprequests', forPeople(invite, { feature: 'reseller-link' })],
];
