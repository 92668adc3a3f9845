import { expect, test } from '@jest/globals';
import { pauseUntil } from '../../src/conversation/pausing.ts';
import { on } from '../support/cases.ts';

test.each([
  ['', '2026-03-16'],
  ['14', '2026-03-16'],
  [' 30 ', '2026-04-01'],
  ['1', '2026-03-03'],
  ['20 days', '2026-03-22'],
  ['20 Tage', '2026-03-22'],
  ['20天', '2026-03-22'],
  ['2026-04-30', '2026-04-30'],
])('“%s” pauses until %s', (words, day) => {
  expect(pauseUntil(words, on('03-02 09:00'))).toBe(day);
});

test.each(['0', '-3', '14.5', '2 weeks', 'a while', '999', '1e3', 'tomorrow', '14 days and more'])(
  '“%s” is asked about, and nothing is guessed',
  (words) => {
    expect(pauseUntil(words, on('03-02 09:00'))).toBeNull();
  },
);
