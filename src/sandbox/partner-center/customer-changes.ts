import * as z from 'zod';
import type { Reply } from '../exchange.ts';
import { removeDap, removeTie } from '../ties.ts';
import type { Answer, CustomerCall } from './call.ts';
import { refusals } from './errors.ts';
import { readBody } from './request-body.ts';

const Changes = z.union([
  z.object({ relationshipToPartner: z.literal('none') }),
  z.object({ allowDelegatedAccess: z.literal(false) }),
]);

/** Other keys than anywhere else, and most of them empty. */
const changed = (relationship: string, allowsDelegated: boolean | null): Reply => ({
  status: 200,
  body: {
    Id: null,
    CommerceId: null,
    CompanyProfile: null,
    BillingProfile: null,
    RelationshipToPartner: relationship,
    AllowDelegatedAccess: allowsDelegated,
    UserCredentials: null,
    CustomDomains: null,
    AssociatedPartnerId: null,
    Attributes: { ObjectType: 'Customer' },
  },
});

const leave = ({ world, customer, partner }: CustomerCall): Reply => {
  const removed = removeTie(world, customer.tenantId, partner.tenantId);
  return removed.done ? changed('none', null) : refusals.activeSubscriptions();
};

/** Ends the reseller relationship, or the old kind of admin rights alone. */
export const changeCustomer: Answer<CustomerCall> = (call) => {
  const changes = readBody(call.asked, Changes);
  if (changes === null) return refusals.badInput('Only the relationship and delegated access can be taken away.');
  if ('relationshipToPartner' in changes) return leave(call);
  removeDap(call.world, call.customer, call.partner.tenantId);
  return changed('reseller', false);
};
