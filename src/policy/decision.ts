import type { ContradictionId } from './contradictions.ts';
import type { DayText } from './days.ts';
import type { EditionId } from './editions.ts';
import type { Cloud } from './facts.ts';
import type { Approval, HouseRuleId } from './house-rules.ts';
import type { NextStep } from './next-steps.ts';
import type { RuleId, Severity } from './rule.ts';
import type { Says } from './says.ts';
import type { Citations } from './sources.ts';

/** From the mildest to the strictest. */
export const verdicts = ['allow', 'allow_with_conditions', 'needs_review', 'deny'] as const;
export type Verdict = (typeof verdicts)[number];

export const isStricter = (one: Verdict, other: Verdict): boolean => verdicts.indexOf(one) > verdicts.indexOf(other);

/** One rule that spoke, what it says, and on whose word. */
export interface Finding {
  readonly rule: RuleId | HouseRuleId;
  readonly severity: Severity;
  /** A named person decides. */
  readonly review: boolean;
  readonly says: Says;
  readonly sources: Citations;
  readonly contradiction?: ContradictionId;
}

/** By which rules it was decided, so that it can be decided again years later. */
export interface Edition {
  readonly date: DayText;
  readonly cloud: Cloud;
  /** None before the first day of which a document was read: there the rules are silent, which is no permission. */
  readonly id: EditionId | null;
  readonly fingerprint: string;
  readonly houseRules: string | null;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly nextSteps: readonly NextStep[];
  /** Whom the house rules ask on top; none when they ask nobody, or when it is refused anyway. */
  readonly approval: Approval | null;
  readonly edition: Edition;
}

/** The strictest thing that was said decides. */
export const verdictOf = (findings: readonly Pick<Finding, 'severity' | 'review'>[]): Verdict => {
  if (findings.some(({ severity }) => severity === 'deny')) return 'deny';
  if (findings.some(({ review }) => review)) return 'needs_review';
  return findings.some(({ severity }) => severity === 'warn') ? 'allow_with_conditions' : 'allow';
};
