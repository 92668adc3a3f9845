import { AbilityBuilder, createMongoAbility } from '@casl/ability';
import { Engine } from 'json-rules-engine';
import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { whichHold } from '../../src/policy/decide.ts';
import type { Situation } from '../../src/policy/index.ts';
import { twelveRules } from './twelve-rules.ts';
import type { FlatFacts, Name } from './twelve-rules.ts';

/** The ids of the rules that fire: what every candidate returns, in whatever order. */
type Ids = readonly string[];

/** Our table without the answer around it: the loop inside `decide`, and the ids of what holds. */
export const byOurTable = (situation: Situation): Ids => {
  const { flow, cloud, facts } = situation;
  return whichHold(twelveRules.places[flow][cloud].gates, facts as never, situation).map(({ id }) => id);
};

/** What somebody would write for these twelve rules alone: the floor. */
export const byHand = ({ facts }: Situation): Ids => {
  const { actor, customer, partner, req } = facts;
  const fired: string[] = [];
  if (customer.tenantKind === 'csp_transaction_tenant') fired.push('R-NO-CSP-TO-CSP-RESALE');
  if (customer.relatedTo === 'self' || customer.relatedTo === 'affiliate_of_seller') fired.push('R-NO-SELF-SALE');
  if (customer.relatedTo === 'indirect_reseller_of_seller' && customer.tenantKind === 'csp_transaction_tenant')
    fired.push('R-IR-SAME-PROVIDER-CUSTOMER');
  if (!facts.sameMarket) fired.push('R-REGION-MATCH');
  if (req.model === 'indirect' && facts.providerResellerSameRegion !== true) fired.push('R-IP-IR-SAME-REGION');
  if (!partner.partnerIdActive) fired.push('R-PARTNERID-ACTIVE');
  if (!partner.mpaSigned && partner.type === 'indirect_reseller') fired.push('R-MPA-REQUIRED');
  if (partner.restrictedDirectBill && !(partner.alsoIndirectReseller && req.model === 'indirect'))
    fired.push('R-RESTRICTED-DIRECT-BILL');
  if (actor.role === 'helpdesk_agent' || actor.role === 'billing_admin' || actor.role === 'none') fired.push('R-ROLE-REQ-DENY');
  if (req.includeDap) fired.push('R-DAP-RETIRED');
  if (partner.type === 'indirect_reseller' && req.model === 'direct') fired.push('R-IR-NEEDS-PROVIDER-LINK');
  if (req.expects.includes('take_over_subscriptions')) fired.push('R-MP-NO-TRANSITION');
  return fired;
};

const createAbility = () => {
  const { can, cannot, build } = new AbilityBuilder(createMongoAbility);
  const deny = (id: string, conditions: Partial<FlatFacts>) => cannot('request', 'Relationship', conditions).because(id);
  can('request', 'Relationship');
  deny('R-NO-CSP-TO-CSP-RESALE', { customer_tenantKind: 'csp_transaction_tenant' });
  deny('R-NO-SELF-SALE', { customer_relatedTo: { $in: ['self', 'affiliate_of_seller'] } });
  deny('R-IR-SAME-PROVIDER-CUSTOMER', {
    customer_relatedTo: 'indirect_reseller_of_seller',
    customer_tenantKind: 'csp_transaction_tenant',
  });
  deny('R-REGION-MATCH', { sameMarket: false });
  deny('R-IP-IR-SAME-REGION', { req_model: 'indirect', providerResellerSameRegion: { $ne: true } });
  deny('R-PARTNERID-ACTIVE', { partner_partnerIdActive: false });
  deny('R-MPA-REQUIRED', { partner_mpaSigned: false, partner_type: 'indirect_reseller' });
  // There is no $or among CASL's operators; its way is a second rule, here one that excludes the first.
  deny('R-RESTRICTED-DIRECT-BILL', { partner_restrictedDirectBill: true, partner_alsoIndirectReseller: false });
  deny('R-RESTRICTED-DIRECT-BILL', {
    partner_restrictedDirectBill: true,
    partner_alsoIndirectReseller: true,
    req_model: 'direct',
  });
  deny('R-ROLE-REQ-DENY', { actor_role: { $in: ['helpdesk_agent', 'billing_admin', 'none'] } });
  deny('R-DAP-RETIRED', { req_includeDap: true });
  deny('R-IR-NEEDS-PROVIDER-LINK', { partner_type: 'indirect_reseller', req_model: 'direct' });
  deny('R-MP-NO-TRANSITION', { req_expects: 'take_over_subscriptions' });
  return build();
};

const ability = createAbility();

/** `ability.can` stops at the first rule that matches; all of them are wanted, so its rules are asked one by one. */
export const byCasl = (facts: FlatFacts): Ids => {
  const fired: string[] = [];
  for (const rule of ability.rulesFor('request', 'Relationship')) {
    if (rule.inverted && rule.matchesConditions(facts)) fired.push(String(rule.reason));
  }
  return fired;
};

/** One fact and a resolver of our own: quicker than a fact each, which are hashed, and twice as quick as JSONPath. */
const SITUATION = 'situation';
const test = (path: Name, operator: string, value: unknown) => ({ fact: SITUATION, path, operator, value });
const deny = (id: string, ...all: (ReturnType<typeof test> | TopLevelCondition)[]): RuleProperties => ({
  conditions: { all },
  event: { type: id },
});

const engine = new Engine(
  [
    deny('R-NO-CSP-TO-CSP-RESALE', test('customer_tenantKind', 'equal', 'csp_transaction_tenant')),
    deny('R-NO-SELF-SALE', test('customer_relatedTo', 'in', ['self', 'affiliate_of_seller'])),
    deny(
      'R-IR-SAME-PROVIDER-CUSTOMER',
      test('customer_relatedTo', 'equal', 'indirect_reseller_of_seller'),
      test('customer_tenantKind', 'equal', 'csp_transaction_tenant'),
    ),
    deny('R-REGION-MATCH', test('sameMarket', 'equal', false)),
    deny('R-IP-IR-SAME-REGION', test('req_model', 'equal', 'indirect'), test('providerResellerSameRegion', 'notEqual', true)),
    deny('R-PARTNERID-ACTIVE', test('partner_partnerIdActive', 'equal', false)),
    deny('R-MPA-REQUIRED', test('partner_mpaSigned', 'equal', false), test('partner_type', 'equal', 'indirect_reseller')),
    deny('R-RESTRICTED-DIRECT-BILL', test('partner_restrictedDirectBill', 'equal', true), {
      any: [test('partner_alsoIndirectReseller', 'equal', false), test('req_model', 'equal', 'direct')],
    }),
    deny('R-ROLE-REQ-DENY', test('actor_role', 'in', ['helpdesk_agent', 'billing_admin', 'none'])),
    deny('R-DAP-RETIRED', test('req_includeDap', 'equal', true)),
    deny('R-IR-NEEDS-PROVIDER-LINK', test('partner_type', 'equal', 'indirect_reseller'), test('req_model', 'equal', 'direct')),
    deny('R-MP-NO-TRANSITION', test('req_expects', 'contains', 'take_over_subscriptions')),
  ],
  { pathResolver: (facts, name) => (facts as FlatFacts)[name as Name] },
);

export const byJsonRulesEngine = async (facts: FlatFacts): Promise<Ids> => {
  const { events } = await engine.run({ [SITUATION]: facts });
  return events.map(({ type }) => type);
};
