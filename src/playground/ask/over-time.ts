import { changesOfTheRules, day, decide, firstDays, turningPoints } from '../../policy/index.ts';
import type { Day, Decision, Situation } from '../../policy/index.ts';

/** A stretch of time in which the answer stays the same. */
export interface Stretch {
  readonly from: Day;
  readonly decision: Decision;
  readonly because: readonly string[];
}

const changeDays: readonly Day[] = [...new Set([...changesOfTheRules().map(({ date }) => day(date)), ...turningPoints])].sort(
  (one, other) => one - other,
);

const because = ({ findings }: Decision): string[] =>
  findings.filter(({ severity }) => severity !== 'inform').map(({ rule }) => rule);

const isSame = (one: Stretch, decision: Decision): boolean =>
  one.decision.verdict === decision.verdict && one.because.join() === because(decision).join();

/** The same situation on every day on which the rules changed, as stretches with one answer each. */
export const overTime = (situation: Situation, last: Day): readonly Stretch[] => {
  const first = firstDays[situation.cloud];
  const stretches: Stretch[] = [];
  for (const asOf of [first, ...changeDays.filter((one) => one > first && one <= last)]) {
    const decision = decide({ ...situation, asOf });
    const former = stretches.at(-1);
    if (former === undefined || !isSame(former, decision)) stretches.push({ from: asOf, decision, because: because(decision) });
  }
  return stretches;
};
