import { describe, expect, test } from '@jest/globals';
import { changesOfTheRules, dayText, editions, rulebook } from '../../src/policy/index.ts';
import type { DayText, Rule } from '../../src/policy/index.ts';

const lasting = (id: Rule['id'], from: DayText, until?: DayText): Rule => ({
  id,
  severity: 'inform',
  clouds: 'all',
  from,
  ...(until && { until }),
  flows: 'all',
  needs: [],
  sources: ['D-REL 2020-05-12'],
});

const changes = changesOfTheRules([
  lasting('R-LATER', '2017-07-01', '2023-12-31'),
  lasting('R-EARLY', '2015-03-01', '2019-02-28'),
  lasting('R-LEAP', '2015-03-01', '2024-02-28'),
  lasting('R-FOREVER', '2024-01-01'),
]);
const on = (date: string) => changes.find((change) => change.date === date);

describe('when the rules changed', () => {
  test('a rule begins on its first day and ends on the day after its last', () => {
    expect(on('2015-03-01')).toEqual({ date: '2015-03-01', edition: null, begins: ['R-EARLY', 'R-LEAP'], ends: [] });
    expect(on('2019-03-01')).toEqual({ date: '2019-03-01', edition: null, begins: [], ends: ['R-EARLY'] });
    expect(on('2024-01-01')).toEqual({ date: '2024-01-01', edition: null, begins: ['R-FOREVER'], ends: ['R-LATER'] });
    expect(on('2024-02-29')).toEqual({ date: '2024-02-29', edition: null, begins: [], ends: ['R-LEAP'] });
  });

  test('an edition comes with the day on which it began', () => {
    expect(on('2017-07-01')).toEqual({ date: '2017-07-01', edition: editions[1], begins: ['R-LATER'], ends: [] });
    expect(on('2020-09-30')).toMatchObject({ edition: { id: 'P8' }, begins: [], ends: [] });
  });

  test('every such day once, oldest first, and no other', () => {
    const days = ['2015-03-01', '2019-03-01', '2024-01-01', '2024-02-29', ...editions.map(({ from }) => dayText(from))];
    expect(changes.map(({ date }) => date)).toEqual([...new Set(days)].sort());
  });

  test('the rulebook is meant, unless other rules are given', () => {
    expect(changesOfTheRules()).toEqual(changesOfTheRules(rulebook.rules));
    expect(changesOfTheRules().flatMap(({ begins }) => begins)).toHaveLength(rulebook.rules.length);
  });
});
