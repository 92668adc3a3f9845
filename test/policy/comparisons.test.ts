import { describe, expect, test } from '@jest/globals';
import { isAbove, isAtMost, isEmpty, isIn, isNotIn, isOtherThan, isSameSet } from '../../src/policy/comparisons.ts';

describe('null is never a match', () => {
  test.each([
    ['in a list', isIn<string | null>(null, [null])],
    ['missing from a list', isNotIn(null, ['own'])],
    ['other than something', isOtherThan(null, 'own')],
    ['above a number', isAbove(null, -1)],
    ['at most a number', isAtMost(null, 1)],
  ])('not %s', (_, found) => {
    expect(found).toBe(false);
  });
});

describe('what is not null', () => {
  test('is in a list or missing from it', () => {
    expect([isIn('ea', ['ea', 'own']), isIn('open', ['ea', 'own'])]).toEqual([true, false]);
    expect([isNotIn('ea', ['ea', 'own']), isNotIn('open', ['ea', 'own'])]).toEqual([false, true]);
  });

  test('is other than something, or the same', () => {
    expect([isOtherThan('ea', 'own'), isOtherThan('own', 'own')]).toEqual([true, false]);
  });

  test('is above a number, or at most that number', () => {
    expect([29, 30, 31].map((value) => isAbove(value, 30))).toEqual([false, false, true]);
    expect([29, 30, 31].map((value) => isAtMost(value, 30))).toEqual([true, true, false]);
  });
});

test.each([
  [null, true],
  ['', true],
  [' \t\n', true],
  [[], true],
  [' x ', false],
  [[''], false],
])('%j: empty is %s', (value, empty) => {
  expect(isEmpty(value)).toBe(empty);
});

test.each([
  [[], [], true],
  [['a', 'b'], ['b', 'a'], true],
  [['a', 'a', 'b'], ['b', 'a'], true],
  [['a'], ['a', 'b'], false],
  [['a', 'b'], ['a'], false],
  [['a', 'b'], ['a', 'c'], false],
  [[], ['a'], false],
  [['a'], [], false],
])('%j and %j: the same set is %s', (one, other, same) => {
  expect(isSameSet<string>(one, other)).toBe(same);
});
