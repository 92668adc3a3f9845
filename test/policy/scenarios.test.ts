import { describe, expect, test } from '@jest/globals';
import { decide, parseSituation } from '../../src/policy/index.ts';
import { merge } from '../../src/cli/policy/situations.ts';
import { scenarioDefaults, scenarios } from '../support/situations.ts';

describe('the worked scenarios', () => {
  test.each(scenarios)('$id: $title', ({ flow, asOf, cloud, facts, expected }) => {
    const { verdict, findings, nextSteps } = decide(parseSituation({ flow, asOf, cloud, facts: merge(scenarioDefaults, facts) }));
    const rules = findings.filter(({ severity }) => severity !== 'inform').map(({ rule }) => rule);
    const informs = findings.filter(({ severity }) => severity === 'inform').map(({ rule }) => rule);
    expect({ verdict, rules: rules.sort(), nextSteps }).toEqual({
      verdict: expected.verdict,
      rules: expected.rules.toSorted(),
      nextSteps: expected.nextSteps,
    });
    expect(informs).toEqual(expect.arrayContaining(expected.informs));
  });

  test('are all there', () => {
    expect(scenarios).toHaveLength(131);
  });
});
