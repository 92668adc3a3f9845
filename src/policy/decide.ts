import { dayText } from './days.ts';
import { verdictOf } from './decision.ts';
import type { Decision, Edition, Finding } from './decision.ts';
import { editionOn } from './editions.ts';
import { approvalFor, approverRefusals, houseProblems, houseRefusals } from './house-rules.ts';
import type { HouseFinding, HouseRules } from './house-rules.ts';
import { inOrder } from './next-steps.ts';
import type { Adds, At, NextStep } from './next-steps.ts';
import type { Rule } from './rule.ts';
import { rulebook as theRulebook } from './rulebook.ts';
import type { Place, Rulebook } from './rulebook.ts';
import { InputError } from './situation.ts';
import type { Situation } from './situation.ts';

interface Fired {
  readonly finding: Finding;
  readonly next: readonly Adds<never>[];
}

const fired = (rule: Rule, facts: never, at: At): Fired => ({
  finding: {
    rule: rule.id,
    severity: rule.severity,
    review: rule.review ?? false,
    says: { key: `rule.${rule.id}`, values: rule.values?.(facts, at) ?? {} },
    sources: rule.sources,
    ...(rule.contradiction && { contradiction: rule.contradiction }),
  },
  next: rule.next ?? [],
});

/** Which rules of a place hold: the loop that everything rests on. */
export const whichHold = (asked: Place['gates'], facts: never, at: At): readonly Rule[] => {
  const held: Rule[] = [];
  for (const { rule, from, until, fires } of asked) {
    if (from <= at.asOf && at.asOf <= until && fires(facts, at)) held.push(rule);
  }
  return held;
};

const ask = (asked: Place['gates'], facts: never, at: At): readonly Fired[] =>
  whichHold(asked, facts, at).map((rule) => fired(rule, facts, at));

const isRefusal = ({ finding }: Fired): boolean => finding.severity === 'deny';

const stepsOf = (adds: readonly Adds<never>[], facts: never, at: At): readonly NextStep[] =>
  adds.flatMap((step) => (typeof step === 'string' ? step : step.when(facts, at) ? step.add : []));

/** Only those who decided the verdict say what comes next. */
const nextStepsFor = (
  verdict: Decision['verdict'],
  all: readonly Fired[],
  path: readonly Adds<never>[],
): readonly Adds<never>[] => {
  const of = (speaks: (finding: Finding) => boolean) => all.filter(({ finding }) => speaks(finding)).flatMap(({ next }) => next);
  switch (verdict) {
    case 'deny':
      return of(({ severity }) => severity === 'deny');
    case 'needs_review':
      return ['NS-ESCALATE-REVIEW', ...of(({ review }) => review)];
    default:
      return [...of(({ severity }) => severity === 'warn'), ...path];
  }
};

const ofTheHouse = ({ next, ...finding }: HouseFinding): Fired => ({ finding, next });

/** House rules that cannot be asked, because nobody said what they need, are an input error like any other. */
const askable = (house: HouseRules | null, situation: Situation): HouseRules | null => {
  const problems = house ? houseProblems(house, situation) : [];
  if (problems.length > 0) throw new InputError(problems);
  return house;
};

const edition = ({ asOf, cloud }: At, { fingerprint }: Rulebook, house: HouseRules | null): Edition => ({
  date: dayText(asOf),
  cloud,
  id: editionOn(asOf, cloud),
  fingerprint,
  houseRules: house?.edition ?? null,
});

/**
 * May this be done? Every rule of the place is asked and all that hold are reported; consequences are told only to those
 * whom nothing refuses. A pure function of the situation, the rulebook and the house rules.
 */
export const decide = (situation: Situation, rulebook: Rulebook = theRulebook, houseRules: HouseRules | null = null): Decision => {
  const house = askable(houseRules, situation);
  const at: At = situation;
  // The parser made sure that everything the rules of this flow declare is there.
  const facts = situation.facts as never;
  const place = rulebook.places[at.flow][at.cloud];

  const gates = [...ask(place.gates, facts, at), ...(house ? houseRefusals(house, situation).map(ofTheHouse) : [])];
  const asked = gates.some(isRefusal) ? gates : [...gates, ...ask(place.consequences, facts, at)];
  const before = verdictOf(asked.map(({ finding }) => finding));
  const wanted = house && before !== 'deny' ? approvalFor(house, at.flow, before) : null;
  const all = [...asked, ...(house ? approverRefusals(house, situation, wanted).map(ofTheHouse) : [])];

  const findings = all.map(({ finding }) => finding);
  const verdict = verdictOf(findings);
  return {
    verdict,
    findings,
    nextSteps: inOrder(stepsOf(nextStepsFor(verdict, all, place.path), facts, at)),
    approval: verdict === 'deny' ? null : wanted,
    edition: edition(at, rulebook, house),
  };
};
