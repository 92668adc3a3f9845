import type { Reply } from '../exchange.ts';
import type { Route } from '../routing.ts';
import { visibleTie } from '../ties.ts';
import type { Partner, World } from '../world.ts';
import { forPeople, ofCustomer } from './call.ts';
import type { Answer, CustomerCall, Endpoint } from './call.ts';
import { attributes, collection } from './collection.ts';
import { refusal, refusals } from './errors.ts';

const sides = {
  IsIndirectCloudSolutionProviderOf: { own: 'provider', other: 'reseller', word: 'is_indirect_cloud_solution_provider_of' },
  IsIndirectResellerOf: { own: 'reseller', other: 'provider', word: 'is_indirect_reseller_of' },
} as const;

const isSide = (text: string): text is keyof typeof sides => text in sides;

const partnersOf = ({ partners }: World, cloud: Partner['cloud'], type: Partner['type']): readonly Partner[] =>
  [...partners.values()].filter((partner) => partner.cloud === cloud && partner.type === type);

const related = ({ tenantId, name, partnerId }: Partner, relationshipType: string) => ({
  ...{ id: tenantId, name, relationshipType },
  mpnId: partnerId,
  ...attributes('PartnerRelationship'),
});

/** In this world every provider works with every reseller of its cloud. */
const around: Answer = ({ world, partner, asked }) => {
  const wanted = asked.query.get('relationship_type') ?? '';
  if (!isSide(wanted)) return refusals.badInput('The type of relationship is missing or not known.');
  const { own, other, word } = sides[wanted];
  const others = partner.type === own ? partnersOf(world, partner.cloud, other) : [];
  return collection(others.map((one) => ({ ...related(one, word), state: 'Active', location: one.country })));
};

const aroundCustomer: Answer<CustomerCall> = ({ world, customer }) => {
  const resellers = partnersOf(world, customer.cloud, 'reseller');
  const tied = resellers.filter(({ tenantId }) => visibleTie(world, customer, tenantId) !== null);
  return collection(tied.map((one) => related(one, sides.IsIndirectCloudSolutionProviderOf.word)));
};

/** The only service here that numbers its codes and sends reading matter. */
const noStatus = ({ asked }: { asked: { base: string } }, code: number, description: string): Reply =>
  refusal(400, code, description, { source: 'PartnerFD', data: [`${asked.base}/resources`] });

const agreementStatus: Answer = (call) => {
  const { world, asked } = call;
  const [mpn, tenant] = [asked.query.get('mpnid'), asked.query.get('tenantId')];
  if (mpn !== null && tenant !== null) return noStatus(call, 2000, 'Either an MPN Id or a tenant id is expected, not both.');
  if (mpn === null && tenant === null) return noStatus(call, 2001, 'An MPN Id or a tenant id is expected.');
  const partner = [...world.partners.values()].find(({ partnerId, tenantId }) => partnerId === mpn || tenantId === tenant);
  if (partner === undefined) {
    const description = `Requested MPN Id ${mpn ?? ''} is either invalid or does not exist in Partner Center.`;
    return mpn === null ? noStatus(call, 2205, 'The account is not known.') : noStatus(call, 2200, description);
  }
  return { status: 200, body: { isAgreementSigned: partner.mpaSigned } };
};

export const partnersAroundRoutes: readonly Route<Endpoint>[] = [
  ['GET', '/v1/relationships', forPeople(around)],
  ['GET', '/v1/customers/:customer/relationships', forPeople(ofCustomer(aroundCustomer))],
  ['GET', '/v1/compliance/csp/agreementstatus', forPeople(agreementStatus)],
];
