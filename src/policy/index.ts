/** The policy core, as others use it: what is asked, what is answered, and on whose word. */

// Asking and deciding
export { decide } from './decide.ts';
export { InputError } from './situation.ts';
export type { Problem, Situation } from './situation.ts';
import { rulebook } from './rulebook.ts';
import { createParser } from './situation.ts';
/** Lets a situation in, complete for its flow, or throws an `InputError` that names every path. */
export const parseSituation = createParser(rulebook.needs);

// The answer
export { isStricter, verdicts } from './decision.ts';
export type { Decision, Edition, Finding, Verdict } from './decision.ts';
export { nextSteps } from './next-steps.ts';
export type { NextStep } from './next-steps.ts';
export type { Says, Value } from './says.ts';

// The rules and what they rest on
export { chapters, isInForce, rulebook } from './rulebook.ts';
export type { Chapter, Rulebook } from './rulebook.ts';
export type { Evidence, Rule, RuleId, Severity, Stage } from './rule.ts';
export { contradictions, sideBySide } from './contradictions.ts';
export type { ContradictionId } from './contradictions.ts';
export { passportOf, restsOnTranslationsAlone, sources } from './sources.ts';
export type { Citation, Citations, Source, SourceKey } from './sources.ts';
export { basePath } from './base-path.ts';
export { canonicalText } from './canonical.ts';
export { editions, firstDays, turningPoints } from './editions.ts';
export { changesOfTheRules } from './timeline.ts';
export type { Change } from './timeline.ts';
export type { EditionId } from './editions.ts';

// What has to be known
export { Day, day, dayText } from './days.ts';
export type { DayText } from './days.ts';
export { Cloud, factTypes, Flow, Role } from './facts.ts';
export type { FactPath, Facts } from './facts.ts';
export { expectedOf, factShapes } from './fact-shapes.ts';
export type { FactShape } from './fact-shapes.ts';
export { mayBeNull } from './situation.ts';

// What a partner adds of its own
export { approvalFor, HouseRules, isSameMarket, mayAskFor } from './house-rules.ts';
export type { Approval, HouseRuleId } from './house-rules.ts';
