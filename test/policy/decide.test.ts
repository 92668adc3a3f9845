import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide, isStricter, InputError, nextSteps, parseSituation, rulebook, verdicts } from '../../src/policy/index.ts';
import type { Decision, Rule } from '../../src/policy/index.ts';
import { createRulebook } from '../../src/policy/rulebook.ts';
import { anySituation } from '../support/any-situation.ts';

const ids = ({ findings }: Decision) => findings.map(({ rule }) => rule);

const outcomeOf = (input: unknown): string => {
  try {
    return verdicts.includes(decide(parseSituation(input)).verdict) ? 'decided' : 'no verdict';
  } catch (error) {
    return error instanceof InputError ? 'input error' : String(error);
  }
};

describe('the calculus', () => {
  test('the order of the rules never matters', () => {
    fc.assert(
      fc.property(
        anySituation,
        fc.shuffledSubarray([...rulebook.rules], { minLength: rulebook.rules.length }),
        (situation, shuffled) => {
          const [one, other] = [decide(situation), decide(situation, createRulebook(shuffled, rulebook.fingerprint))];
          expect({ ...other, findings: ids(other).sort() }).toEqual({ ...one, findings: ids(one).sort() });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('one more rule never loosens', () => {
    const more: fc.Arbitrary<Pick<Rule, 'severity' | 'review' | 'stage'>> = fc.record(
      {
        severity: fc.constantFrom('deny', 'warn', 'inform'),
        review: fc.constant(true as const),
        stage: fc.constantFrom('gate', 'consequence'),
      },
      { requiredKeys: ['severity'] },
    );
    fc.assert(
      fc.property(anySituation, more, (situation, { severity, review, stage }) => {
        const extra: Rule = {
          id: 'R-ONE-MORE',
          severity,
          ...(review && severity === 'warn' && { review }),
          ...(stage && { stage }),
          clouds: 'all',
          from: '2010-01-01',
          flows: 'all',
          needs: [],
          sources: ['D-REL 2020-05-12'],
        };
        const before = decide(situation).verdict;
        const after = decide(situation, createRulebook([...rulebook.rules, extra], 'more')).verdict;
        expect(isStricter(before, after)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('one rule less never tightens', () => {
    fc.assert(
      fc.property(anySituation, fc.nat({ max: rulebook.rules.length - 1 }), (situation, place) => {
        const less = createRulebook(rulebook.rules.toSpliced(place, 1), 'less');
        expect(isStricter(decide(situation, less).verdict, decide(situation).verdict)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('the verdict follows from what was found', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { verdict, findings } = decide(situation);
        const severities = findings.map(({ severity, review }) => (review ? 'review' : severity));
        const expected = severities.includes('deny')
          ? 'deny'
          : severities.includes('review')
            ? 'needs_review'
            : severities.includes('warn')
              ? 'allow_with_conditions'
              : 'allow';
        expect(verdict).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every answer has a next step or says that there is none, in the order of the table', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { nextSteps: steps, verdict } = decide(situation);
        const places = steps.map((step) => nextSteps.indexOf(step));
        expect(steps.length).toBeGreaterThan(0);
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
        expect(steps.includes('NS-NONE')).toBe(steps.length === 1 && steps[0] === 'NS-NONE');
        expect(steps.includes('NS-ESCALATE-REVIEW')).toBe(verdict === 'needs_review');
      }),
      { numRuns: 2_000 },
    );
  });

  test('who is refused hears no consequences', () => {
    const consequences = new Set<string>(rulebook.rules.filter(({ stage }) => stage === 'consequence').map(({ id }) => id));
    fc.assert(
      fc.property(anySituation, (situation) => {
        const decision = decide(situation);
        expect(decision.verdict === 'deny' && ids(decision).some((id) => consequences.has(id))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test('asked twice it answers the same, and the question is not touched', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const before = structuredClone(situation);
        expect(decide(situation)).toEqual(decide(situation));
        expect(situation).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing but the input error is ever thrown', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ flow: fc.anything(), asOf: fc.anything(), cloud: fc.anything(), facts: fc.anything() }),
      fc.record({
        flow: fc.constant('channel_check'),
        asOf: fc.constant('2024-01-01'),
        cloud: fc.constant('global'),
        facts: fc.object(),
      }),
    );
    fc.assert(
      fc.property(anything, (input) => {
        expect(['decided', 'input error']).toContain(outcomeOf(input));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a decision says by which rules it was made', () => {
    const [situation] = fc.sample(anySituation, { numRuns: 1, seed: 1 });
    if (situation === undefined) throw new Error('no sample');
    expect(decide(situation).edition).toMatchObject({
      cloud: situation.cloud,
      houseRules: null,
      fingerprint: rulebook.fingerprint,
    });
  });
});
