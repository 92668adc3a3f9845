import { describe, expect, test } from '@jest/globals';
import { day, dayText, isStricter, verdicts } from '../../src/policy/index.ts';
import { label, shownDay } from '../../src/policy/says.ts';

test('verdicts from the mildest to the strictest', () => {
  expect(verdicts.map((one) => verdicts.filter((other) => isStricter(one, other)))).toEqual([
    [],
    ['allow'],
    ['allow', 'allow_with_conditions'],
    ['allow', 'allow_with_conditions', 'needs_review'],
  ]);
});

test.each(['2024-02-29', '0999-01-01', '9999-12-31'] as const)('%s stays the day it is', (text) => {
  expect(dayText(day(text))).toBe(text);
});

describe('what goes into a sentence', () => {
  test('a day, or none', () => {
    expect(shownDay(day('2024-02-29'))).toEqual({ day: '2024-02-29' });
    expect(shownDay(null)).toBeNull();
  });

  test('the name of a value, or none', () => {
    expect(label('actor.role', 'admin_agent')).toEqual({ label: 'value.actor.role.admin_agent' });
    expect(label('actor.role', null)).toBeNull();
  });
});
