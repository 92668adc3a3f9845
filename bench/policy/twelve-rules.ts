import { facts as catalogue } from '../../src/policy/facts.ts';
import { parseSituation, rulebook as whole } from '../../src/policy/index.ts';
import type { RuleId, Situation } from '../../src/policy/index.ts';
import { createRulebook } from '../../src/policy/rulebook.ts';
import { merge } from '../../src/cli/policy/situations.ts';
import { scenarioDefaults } from '../../test/support/situations.ts';

/** Twelve rules of one flow that every rival can express: none compares two facts with each other or with the day. */
export const ids: readonly RuleId[] = [
  'R-NO-CSP-TO-CSP-RESALE',
  'R-NO-SELF-SALE',
  'R-IR-SAME-PROVIDER-CUSTOMER',
  'R-REGION-MATCH',
  'R-IP-IR-SAME-REGION',
  'R-PARTNERID-ACTIVE',
  'R-MPA-REQUIRED',
  'R-RESTRICTED-DIRECT-BILL',
  'R-ROLE-REQ-DENY',
  'R-DAP-RETIRED',
  'R-IR-NEEDS-PROVIDER-LINK',
  'R-MP-NO-TRANSITION',
];

/** A day and a cloud where all twelve are in force, so that the rivals, who know neither, need not look. */
const where = { flow: 'relationship_request', asOf: '2024-07-01', cloud: 'global' } as const;

export const twelveRules = createRulebook(
  whole.rules.filter(({ id }) => ids.includes(id)),
  'the twelve rules of the benchmark',
);

/** What each fact may be, by flat names: a dot would be a path to the rivals, and following it costs them time. */
const domains = {
  actor_role: catalogue.actor.role.options,
  customer_relatedTo: catalogue.customer.relatedTo.options,
  customer_tenantKind: catalogue.customer.tenantKind.options,
  partner_alsoIndirectReseller: [true, false],
  partner_mpaSigned: [true, false],
  partner_partnerIdActive: [true, false],
  partner_restrictedDirectBill: [true, false],
  partner_type: catalogue.partner.type.options,
  providerResellerSameRegion: [true, false, null],
  req_expects: [[], ['change_terms'], ['take_over_subscriptions'], ['change_partner_of_record', 'take_over_subscriptions']],
  req_includeDap: [true, false],
  req_model: catalogue.req.model.options,
  sameMarket: [true, false],
} as const satisfies Record<string, readonly unknown[]>;

export type Name = keyof typeof domains;

/** The facts that the twelve rules read, as the rivals get them: flat, and made before the clock starts. */
export type FlatFacts = Readonly<Record<Name, unknown>>;

/** How often a fact is drawn instead of being as usual: as in life most inputs fire no rule or one, and a few fire many. */
const UNUSUAL = 0.2;
const SEED = 20240701;

/** mulberry32: the same inputs in every run. */
const createRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
};

const pathOf = (name: string): readonly string[] => name.split('_');

const layer = (name: string, value: unknown): Record<string, unknown> => {
  const [group = '', leaf] = pathOf(name);
  return { [group]: leaf === undefined ? value : { [leaf]: value } };
};

const generate = (count: number): readonly Situation[] => {
  const random = createRandom(SEED);
  const drawn = (): Record<string, unknown>[] =>
    Object.entries<readonly unknown[]>(domains).flatMap(([name, values]) =>
      random() < UNUSUAL ? [layer(name, values[Math.floor(random() * values.length)])] : [],
    );
  return Array.from({ length: count }, () => parseSituation({ ...where, facts: drawn().reduce(merge, scenarioDefaults) }));
};

const flatten = ({ facts }: Situation): FlatFacts => {
  const read = (name: string) => pathOf(name).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], facts);
  return Object.fromEntries(Object.keys(domains).map((name) => [name, read(name)])) as FlatFacts;
};

export const situations = generate(1024);
export const flatFacts = situations.map(flatten);
