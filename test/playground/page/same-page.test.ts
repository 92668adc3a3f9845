import { describe, expect, test } from '@jest/globals';
import { isSamePage } from '../../../src/playground/page/chat/same-page.ts';

const card = (...texts: readonly string[]) => ({
  type: 'AdaptiveCard',
  body: [{ type: 'ColumnSet', columns: [{ items: texts.map((text) => ({ type: 'TextBlock', text })) }] }],
});

describe('a card that has changed', () => {
  test.each([
    [
      'a question more on the same page',
      card('Switch Azure', 'Page 4 of 7', 'Tindfoss', 'Reserved?'),
      card('Switch Azure', 'Page 4 of 8', 'Tindfoss', 'Reserved?', 'Paid how?'),
      true,
    ],
    [
      'the next page',
      card('Switch Azure: what', 'Page 4 of 7', 'Tindfoss', 'a'),
      card('Switch Azure: check', 'Page 5 of 7', 'Tindfoss', 'b'),
      false,
    ],
    [
      'one thing less to do',
      card('Switch', 'AZ-1', 'Tindfoss', 'Handing over', '6 things are left'),
      card('Switch', 'AZ-1', 'Tindfoss', 'Handing over', '5 things are left'),
      true,
    ],
    [
      'another state',
      card('Switch', 'AZ-1', 'Tindfoss', 'Waits for approval'),
      card('Switch', 'AZ-1', 'Tindfoss', 'Handing over'),
      false,
    ],
  ])('%s', (_what, before, now, isSame) => {
    expect(isSamePage(before, now)).toBe(isSame);
  });
});
