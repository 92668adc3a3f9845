import { describe, expect, test } from '@jest/globals';
import { Cloud, decide, Flow, InputError, parseSituation, rulebook } from '../../src/policy/index.ts';
import type { NextStep, Rule, RuleId } from '../../src/policy/index.ts';
import { given, situationOf } from './situations.ts';
import type { Example } from './situations.ts';

/** One example someone could dispute. What is not said is the usual case, in the rule's first flow and cloud, on its first day. */
interface RuleExample extends Partial<Example> {
  when: string;
  /** The exact list of next steps of the whole decision. */
  nextSteps?: NextStep[];
}

interface Examples {
  /** The first one has to hold on every day of the rule: its boundaries are tried on it. */
  fires: [RuleExample, ...RuleExample[]];
  silent: [RuleExample, ...RuleExample[]] | [];
}

const dayBeside = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const LAST_DAY_OF_GERMANY = '2018-12-04';

const flowsOf = (rule: Rule): readonly Flow[] =>
  rule.flows === 'all' ? Flow.options : [...rule.flows, ...(rule.also?.flows ?? [])];
const cloudsOf = (rule: Rule): readonly Cloud[] => (rule.clouds === 'all' ? Cloud.options : rule.clouds);

const without = ({ facts, ...others }: ReturnType<typeof given>, path: string): unknown => {
  const [group = '', leaf = group] = path.split('.');
  const less = (whole: object) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== leaf));
  return { ...others, facts: leaf === group ? less(facts) : { ...facts, [group]: less(facts[group] as object) } };
};

const pathsRefused = (input: unknown): readonly string[] => {
  try {
    parseSituation(input);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ path }) => path);
    throw error;
  }
};

export const testRule = (id: RuleId, { fires, silent }: Examples): void => {
  const rule = rulebook.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`No rule ${id}`);
  const flows = flowsOf(rule);
  const clouds = cloudsOf(rule);
  const [[firstFlow], [firstCloud]] = [flows, clouds] as [[Flow], [Cloud]];
  const whole = (example: Partial<Example>): Example => ({ flow: firstFlow, asOf: rule.from, cloud: firstCloud, ...example });
  const decision = (example: Partial<Example>) => decide(situationOf(whole(example)));
  const speaks = (example: Partial<Example>) => decision(example).findings.some((finding) => finding.rule === id);
  const [first] = fires;

  describe(id, () => {
    test.each(fires)('fires when $when', ({ nextSteps, ...example }) => {
      expect(speaks(example)).toBe(true);
      if (nextSteps) expect(decision(example).nextSteps).toEqual(nextSteps);
    });
    if (silent.length > 0) {
      test.each(silent as RuleExample[])('is silent when $when', ({ nextSteps, ...example }) => {
        expect(speaks(example)).toBe(false);
        if (nextSteps) expect(decision(example).nextSteps).toEqual(nextSteps);
      });
    }

    test('holds from its first day to its last', () => {
      expect(speaks({ ...first, asOf: rule.from })).toBe(true);
      expect(speaks({ ...first, asOf: dayBeside(rule.from, -1) })).toBe(false);
      const last = rule.until ?? '2030-12-31';
      expect(speaks({ ...first, asOf: last })).toBe(true);
      if (rule.until) expect(speaks({ ...first, asOf: dayBeside(rule.until, 1) })).toBe(false);
    });

    test('keeps to its clouds and flows', () => {
      const germanyToo = clouds.length === 2 && clouds.includes('global') && clouds.includes('us_gov');
      const others = Cloud.options.filter((cloud) => !clouds.includes(cloud));
      for (const cloud of others) {
        for (const asOf of [rule.from, rule.until ?? '2030-12-31']) {
          expect(`${cloud} ${asOf} ${String(speaks({ ...first, cloud, asOf }))}`).toBe(
            `${cloud} ${asOf} ${String(germanyToo && cloud === 'germany' && asOf <= LAST_DAY_OF_GERMANY)}`,
          );
        }
      }
      for (const flow of Flow.options.filter((one) => !flows.includes(one))) {
        expect(`${flow} ${String(speaks({ ...first, flow }))}`).toBe(`${flow} false`);
      }
    });

    test('cannot be asked with a needed fact missing', () => {
      const { flow } = whole(first);
      for (const path of flow === rule.also?.flows[0] ? rule.also.needs : rule.needs) {
        expect(pathsRefused(without(given(whole(first)), path))).toContain(path);
      }
    });
  });
};
