import * as z from 'zod';
import type { Decision, Finding, Verdict } from './decision.ts';
import { Flow, Role } from './facts.ts';
import type { Problem, Situation } from './situation.ts';
import { isAtMost, isNotIn } from './comparisons.ts';
import type { NextStep } from './next-steps.ts';
import { label } from './says.ts';
import type { Says } from './says.ts';

/** What a partner adds of its own, as data. It is asked after the rulebook and can only refuse more. */

const CountryCode = z.string().regex(/^[A-Z]{2}$/);
const Named = z.string().trim().min(1).max(200);

export const HouseRules = z
  .strictObject({
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
    rolesNeverAskedFor: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a role in lower_snake_case')).default([]),
    excludedCustomers: z.array(Named.toLowerCase()).default([]),
    excludedMarkets: z.array(Named).default([]),
    /** Which countries form a market. */
    markets: z.record(Named, z.array(CountryCode).min(1)).default({}),
  })
  .refine(({ markets, excludedMarkets }) => excludedMarkets.every((name) => Object.hasOwn(markets, name)), {
    path: ['excludedMarkets'],
    message: 'expected names that stand under markets',
  });
export type HouseRules = z.infer<typeof HouseRules>;

export interface Approval {
  readonly people: 1 | 2;
  readonly roles: readonly Role[];
}

export type HouseRuleId =
  | 'H-MAY-ASK'
  | 'H-LONGEST-DURATION'
  | 'H-AUTO-EXTENSION'
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

/** Two spellings of one address are one person. */
const isSamePerson = (one: string, other: string | undefined): boolean => one.toLowerCase() === other?.toLowerCase();

/** What has to be known before these house rules can be asked: nobody slips through by leaving it out. */
export const houseProblems = (house: HouseRules, { flow, facts, about }: Situation): readonly Problem[] => {
  const { tenantCountry } = facts.customer as { tenantCountry?: string | null };
  const asksWho = house.mayAsk.some(({ flows }) => flows.includes(flow)) || (house.requesterIsNotApprover && about?.approvers);
  const wanted: readonly (readonly [unknown, unknown, Problem['path'], Problem['expected']])[] = [
    [asksWho, about?.requester, 'about.requester', 'who asks, { id, roles }'],
    [house.excludedCustomers.length > 0, about?.customer, 'about.customer', 'the names of the customer'],
    [house.excludedMarkets.length > 0, tenantCountry, 'customer.tenantCountry', 'the country set in the customer’s tenant'],
  ];
  return wanted
    .filter(([isWanted, given]) => Boolean(isWanted) && (given === undefined || given === null))
    .map(([, , path, expected]) => ({ path, expected: `${expected}, because a house rule asks for it`, found: 'nothing' }));
};

type Check = (house: HouseRules, situation: Situation) => HouseFinding | false;

/** Whether somebody with these roles may ask for this at all. */
export const mayAskFor = ({ mayAsk }: HouseRules, flow: Flow, asker: readonly string[]): boolean =>
  mayAsk.every(({ flows, roles }) => !flows.includes(flow) || roles.some((role) => asker.includes(role)));

const mayAsk: Check = (house, { flow, about }) => {
  const roles = about?.requester?.roles;
  return roles !== undefined && !mayAskFor(house, flow, roles) && refusal('H-MAY-ASK', ['NS-ASK-RIGHT-ROLE']);
};

/** Changes that leave less than there was; everything else is asked like a request. */
const lessens = ['terminate', 'removeGlobalAdministrator'];

const asksForGdap = ({ flow, facts }: Situation): boolean =>
  flow === 'gdap_request' || (flow === 'gdap_change' && isNotIn<string>(facts.gdap.change, lessens));

const lastsTooLong: Check = ({ longestGdapDays: longest }, { flow, facts }) => {
  const isAsked = flow === 'gdap_request' || (flow === 'gdap_change' && facts.gdap.change === 'duration');
  // A change may leave the length out; a length that is not known to be short enough is refused.
  const days = (facts.gdap as { durationDays?: number | null }).durationDays ?? null;
  return (
    isAsked &&
    longest !== undefined &&
    !isAtMost(days, longest) &&
    refusal('H-LONGEST-DURATION', ['NS-FIX-REQUEST-FIELDS'], { days, longest })
  );
};

/** What is extended again and again lasts longer than any limit. */
const extendsItself: Check = ({ longestGdapDays: longest }, situation) =>
  longest !== undefined &&
  asksForGdap(situation) &&
  isNotIn(situation.facts.gdap.autoExtend, ['PT0S', 'P0D']) &&
  refusal('H-AUTO-EXTENSION', ['NS-FIX-REQUEST-FIELDS'], { longest });

const asksForTooMuch: Check = ({ rolesNeverAskedFor }, situation) => {
  const never = asksForGdap(situation) ? situation.facts.gdap.roles.filter((role) => rolesNeverAskedFor.includes(role)) : [];
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
  [mayAsk, lastsTooLong, extendsItself, asksForTooMuch, isExcluded, isOutsideOurMarkets]
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
  if (house.requesterIsNotApprover && approvers.some(({ id }) => isSamePerson(id, requester?.id))) {
    found.push(refusal('H-REQUESTER-IS-NOT-APPROVER', ['NS-ASK-RIGHT-ROLE']));
  }
  const outside = approval && approvers.find(({ roles }) => !roles.some((role) => approval.roles.includes(role)));
  if (outside) {
    found.push(refusal('H-APPROVER-ROLE', ['NS-ASK-RIGHT-ROLE'], { role: label('actor.role', outside.roles[0] ?? 'none') }));
  }
  if (new Set(approvers.map(({ id }) => id.toLowerCase())).size < approvers.length) {
    found.push(refusal('H-APPROVED-TWICE', ['NS-ASK-RIGHT-ROLE']));
  }
  return found;
};
