import { dayText } from './days.ts';
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

const editionsByDay = new Map(editions.map((edition) => [dayText(edition.from), edition]));

const idsOf = (rules: readonly Rule[] = []): readonly RuleId[] => rules.map(({ id }) => id);

/** Every day on which a rule or an edition began or a rule ended, oldest first. */
export const changesOfTheRules = (rules: readonly Rule[] = rulebook.rules): readonly Change[] => {
  const begins = Map.groupBy(rules, ({ from }) => from);
  const ended = rules.flatMap((rule) => (rule.until === undefined ? [] : [{ ...rule, until: rule.until }]));
  const ends = Map.groupBy(ended, ({ until }) => dayAfter(until));
  const dates = new Set([...begins.keys(), ...ends.keys(), ...editionsByDay.keys()]);
  return [...dates].sort().map((date) => ({
    date,
    edition: editionsByDay.get(date) ?? null,
    begins: idsOf(begins.get(date)),
    ends: idsOf(ends.get(date)),
  }));
};
