import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Sorted } from '../../src/store/sorted.ts';

const text = (n: number): string => String(n).padStart(6, '0');

describe('sorted texts', () => {
  test('are what a set of them is, sorted, whatever was put in and taken out', () => {
    const step = fc.record({ n: fc.nat(5000), isIn: fc.boolean() });
    const check = (steps: readonly { n: number; isIn: boolean }[], from: number) => {
      const [sorted, model] = [new Sorted(), new Set<string>()];
      // Enough of them that there are several lists.
      const even = Array.from({ length: 2500 }, (_, n) => ({ n: n * 2, isIn: true }));
      for (const { n, isIn } of [...even, ...steps]) {
        model[isIn ? 'add' : 'delete'](text(n));
        sorted[isIn ? 'add' : 'delete'](text(n));
      }
      const expected = [...model].filter((one) => one > text(from)).sort();
      expect([...sorted.after(text(from))].join()).toBe(expected.join());
    };
    fc.assert(fc.property(fc.array(step, { maxLength: 3000, size: 'max' }), fc.nat(5000), check), { numRuns: 30 });
  });

  test('can all be taken out and put in again, from either end', () => {
    const sorted = new Sorted();
    for (let n = 3000; n > 0; n--) sorted.add(text(n));
    for (let n = 1; n <= 3000; n++) sorted.delete(text(n));
    expect([...sorted.after('')]).toEqual([]);
    sorted.add('a');
    sorted.add('a');
    expect([...sorted.after('')]).toEqual(['a']);
  });
});
