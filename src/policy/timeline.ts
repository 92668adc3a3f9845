import { day, dayText } from './days.ts';
import type { DayText } from './days.ts';
import { editions } from './editions.ts';
import type { Rule, RuleId } from './rule.ts';
import { rulebook } from './rulebook.ts';

export interface Change {
  readonly date: DayText;
  readonly edition: (typeof editions)[number] | null;
  readonly begins: readonly RuleId[];
  /** Rules whose last day was the day before. */
  readonly ends: readonly RuleId[];
}

const dayAfter = (text: DayText): DayText => {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10) as DayText;
};

/** Every day on which a rule or an edition began or a rule ended, oldest first. */
export const changesOfTheRules = (rules: readonly Rule[] = rulebook.rules): readonly Change[] => {
  const ends = rules.flatMap(({ id, until }) => (until === undefined ? [] : [{ id, date: dayAfter(until) }]));
  const dates = new Set<DayText>([
    ...rules.map(({ from }) => from),
    ...ends.map(({ date }) => date),
    ...editions.map(({ from }) => dayText(from)),
  ]);
  return [...dates].sort().map((date) => ({
    date,
    edition: editions.find(({ from }) => from === day(date)) ?? null,
    begins: rules.filter(({ from }) => from === date).map(({ id }) => id),
    ends: ends.filter((one) => one.date === date).map(({ id }) => id),
  }));
};
