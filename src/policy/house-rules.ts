import * as z from 'zod';
import type { Decision, Finding, Verdict } from './decision.ts';
import { facts, Flow } from './facts.ts';
import type { Situation } from './situation.ts';
import type { NextStep } from './next-steps.ts';
import { label } from './says.ts';
import type { Says } from './says.ts';

/** What a partner adds of its own, as data. It is asked after the rulebook and can only refuse more. */

const Role = facts.actor.role;
const CountryCode = z.string().regex(/^[A-Z]{2}$/);
const Named = z.string().trim().min(1).max(200);

export const HouseRules = z.strictObject({
  /** Which state of the house rules this is; kept with every decision. */
  edition: Named,
  /** Who must agree before something is carried out. Where several entries match, all of them have to be met. */
  approvals: z
    .array(
      z.strictObject({
        verdicts: z.array(z.enum(['allow', 'allow_with_conditions', 'needs_review'])).min(1),
        flows: z.array(Flow).min(1).optional(),
        /** Any of these roles. An empty list means that nobody can approve. */
        roles: z.array(Role),
        people: z.union([z.literal(1), z.literal(2)]).default(1),
      }),
    )
    .default([]),
  requesterIsNotApprover: z.boolean().default(true),
  /** Who may ask at all; flows that no entry names are open to everybody. */
  mayAsk: z.array(z.strictObject({ flows: z.array(Flow).min(1), roles: z.array(Role) })).default([]),
  longestGdapDays: z.int().min(1).max(730).optional(),
  rolesNeverAskedFor: z.array(Named).default([]),
  excludedCustomers: z.array(Named.toLowerCase()).default([]),
  excludedMarkets: z.array(Named).default([]),
  /** Which countries form a market. */
  markets: z.record(Named, z.array(CountryCode).min(1)).default({}),
});
export type HouseRules = z.infer<typeof HouseRules>;

export interface Approval {
  readonly people: 1 | 2;
  readonly roles: readonly z.infer<typeof Role>[];
}

export type HouseRuleId =
  | 'H-MAY-ASK'
  | 'H-LONGEST-DURATION'
  | 'H-ROLE-NEVER'
  | 'H-CUSTOMER-EXCLUDED'
  | 'H-MARKET-EXCLUDED'
  | 'H-REQUESTER-IS-NOT-APPROVER'
  | 'H-APPROVER-ROLE'
  | 'H-APPROVED-TWICE';

export interface HouseFinding extends Finding {
  readonly next: readonly NextStep[];
}

const refusal = (rule: HouseRuleId, next: readonly NextStep[], values: Says['values'] = {}): HouseFinding => ({
  rule,
  severity: 'deny',
  review: false,
  says: { key: `rule.${rule}`, values },
  sources: ['H-HOUSE current'],
  next,
});

/** Whether two countries form one market, as the partner's table has it; null where the table does not say. */
export const isSameMarket = (markets: HouseRules['markets'], one: string, other: string): boolean | null => {
  const marketsOf = (country: string) => Object.keys(markets).filter((name) => markets[name]?.includes(country.toUpperCase()));
  const ofOne = marketsOf(one);
  const ofOther = marketsOf(other);
  return ofOne.length === 0 || ofOther.length === 0 ? null : ofOne.some((name) => ofOther.includes(name));
};

type Check = (house: HouseRules, situation: Situation) => HouseFinding | false;

const mayAsk: Check = ({ mayAsk }, { flow, about }) => {
  const roles = about?.requester?.roles;
  const closed = mayAsk.filter(({ flows }) => flows.includes(flow));
  return (
    roles !== undefined &&
    closed.some((entry) => !entry.roles.some((role) => roles.includes(role))) &&
    refusal('H-MAY-ASK', ['NS-ASK-RIGHT-ROLE'])
  );
};

const lastsTooLong: Check = ({ longestGdapDays: longest }, { flow, facts }) =>
  flow === 'gdap_request' &&
  longest !== undefined &&
  facts.gdap.durationDays > longest &&
  refusal('H-LONGEST-DURATION', ['NS-FIX-REQUEST-FIELDS'], { days: facts.gdap.durationDays, longest });

const asksForTooMuch: Check = ({ rolesNeverAskedFor }, { flow, facts }) => {
  const never = flow === 'gdap_request' ? facts.gdap.roles.filter((role) => rolesNeverAskedFor.includes(role)) : [];
  return never.length > 0 && refusal('H-ROLE-NEVER', ['NS-FIX-REQUEST-FIELDS'], { roles: never.join(', ') });
};

const isExcluded: Check = ({ excludedCustomers }, { about }) =>
  (about?.customer ?? []).some((name) => excludedCustomers.includes(name.toLowerCase())) && refusal('H-CUSTOMER-EXCLUDED', []);

const isOutsideOurMarkets: Check = ({ excludedMarkets, markets }, { facts }) => {
  // Descriptive: a situation may leave the country out.
  const country = (facts.customer as { tenantCountry?: string | null }).tenantCountry?.toUpperCase();
  const market = excludedMarkets.find((name) => country !== undefined && markets[name]?.includes(country));
  return market !== undefined && refusal('H-MARKET-EXCLUDED', [], { market });
};

/** What the house refuses before anybody is asked to agree. */
export const houseRefusals = (house: HouseRules, situation: Situation): readonly HouseFinding[] =>
  [mayAsk, lastsTooLong, asksForTooMuch, isExcluded, isOutsideOurMarkets]
    .map((check) => check(house, situation))
    .filter((finding) => finding !== false);

/** Whose agreement the house wants for this verdict: everything that matches, together. */
export const approvalFor = (house: HouseRules, flow: Flow, verdict: Verdict): Approval | null => {
  const wanted = house.approvals.filter(
    ({ verdicts, flows }) => (verdicts as readonly Verdict[]).includes(verdict) && (flows?.includes(flow) ?? true),
  );
  const [first, ...others] = wanted;
  if (first === undefined) return null;
  return {
    people: wanted.some(({ people }) => people === 2) ? 2 : 1,
    roles: first.roles.filter((role) => others.every(({ roles }) => roles.includes(role))),
  };
};

/** What the house says against those who agreed. */
export const approverRefusals = (
  house: HouseRules,
  situation: Situation,
  approval: Decision['approval'],
): readonly HouseFinding[] => {
  const { requester, approvers = [] } = situation.about ?? {};
  const found: HouseFinding[] = [];
  if (house.requesterIsNotApprover && approvers.some(({ id }) => id === requester?.id)) {
    found.push(refusal('H-REQUESTER-IS-NOT-APPROVER', ['NS-ASK-RIGHT-ROLE']));
  }
  const outside = approval && approvers.find(({ roles }) => !roles.some((role) => approval.roles.includes(role)));
  if (outside) {
    found.push(refusal('H-APPROVER-ROLE', ['NS-ASK-RIGHT-ROLE'], { role: label('actor.role', outside.roles[0] ?? 'none') }));
  }
  if (new Set(approvers.map(({ id }) => id)).size < approvers.length) {
    found.push(refusal('H-APPROVED-TWICE', ['NS-ASK-RIGHT-ROLE']));
  }
  return found;
};
