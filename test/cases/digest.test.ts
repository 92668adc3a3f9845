import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical } from '../../src/cases/digest.ts';

/** As histories were written from the beginning: what they say must never be said in another way. */
const asEver = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );

describe('the one text for a value', () => {
  test('is what it has always been, whatever the value', () => {
    const anything = fc.anything({ withDate: true, withNullPrototype: true, withSparseArray: true, withMap: true, withSet: true });
    fc.assert(
      fc.property(anything, (value) => {
        expect(canonical(value)).toBe(asEver(value));
      }),
    );
  });

  test.each<[string, unknown, string]>([
    ['properties in any order', { b: 1, a: { d: 2, c: [3, { f: 4, e: 5 }] } }, '{"a":{"c":[3,{"e":5,"f":4}],"d":2},"b":1}'],
    ['numbers as names', { b: 1, 10: 2, 9: 3 }, '{"9":3,"10":2,"b":1}'],
    ['what is not there', { a: undefined, b: [undefined] }, '{"b":[null]}'],
    ['a day', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['a name that objects know', JSON.parse('{"__proto__":{"b":1,"a":2},"a":1}'), '{"__proto__":{"a":2,"b":1},"a":1}'],
  ])('%s', (_, value, text) => {
    expect([canonical(value), asEver(value)]).toEqual([text, text]);
  });
});
