import * as z from 'zod';
import { ask, byId } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { code, maybe, record } from '../wire/shapes.ts';
import { filled, guid, said } from './answers.ts';
import { answered } from './asking.ts';
import { askAll } from './collection.ts';

const NOT_SIGNED = ['2203', '2206'];

const Partner = record({
  id: guid,
  name: filled,
  relationshipType: said({ is_indirect_cloud_solution_provider_of: 'reseller', is_indirect_reseller_of: 'provider' }),
  state: filled,
  mpnId: maybe(code),
  location: filled,
}).transform(({ id, name, relationshipType, state, mpnId, location }) => ({
  tenantId: id,
  name,
  /** What they are to the other side. */
  is: relationshipType,
  /** Both are null where it is asked of a customer. */
  isActive: state === null ? null : state.toLowerCase() === 'active',
  country: location,
  partnerId: mpnId,
}));

/** A partner with whom we serve customers indirectly. */
type PartnerAround = z.infer<typeof Partner>;

/** Who is asked about: one of both, never both. */
type Whose = { readonly partnerId: string } | { readonly tenantId: string };

/**
 * Partners that have to do with us. Nobody is told of all the partners that a customer has: only the customer sees them. It
 * all reads only, and needs a person of ours.
 */
export const createPartnersAround = (service: Service) => {
  const ofOurs = (type: string): Promise<Sent<readonly PartnerAround[]>> =>
    askAll(service, { path: '/v1/relationships', query: { relationship_type: type } }, Partner);

  return {
    /** Whom we provide for. */
    resellers: () => ofOurs('IsIndirectCloudSolutionProviderOf'),

    /** Who provides for us. */
    providers: () => ofOurs('IsIndirectResellerOf'),

    /** The resellers through whom a customer is ours. */
    of: (tenantId: string): Promise<Sent<readonly PartnerAround[]>> =>
      askAll(service, { path: byId`/v1/customers/${tenantId}/relationships` }, Partner),

    /** Whether a partner has signed the Microsoft Partner Agreement. */
    hasSigned: async (whose: Whose): Promise<Sent<boolean>> => {
      const sent = await ask(service, {
        method: 'GET',
        path: '/v1/compliance/csp/agreementstatus',
        query: 'partnerId' in whose ? { mpnid: whose.partnerId } : { tenantId: whose.tenantId },
        answer: record({ isAgreementSigned: z.boolean() }).transform(({ isAgreementSigned }) => isAgreementSigned),
      });
      const saysNo = !sent.ok && sent.failure.kind === 'refused' && NOT_SIGNED.includes(sent.failure.code);
      return saysNo ? answered(400, false) : sent;
    },
  };
};
