import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCodes } from '../../src/customer-pages/codes.ts';
import { readCode, spelt } from '../../src/customer-pages/spelling.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ';
const big = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
const chanceOf = (word: string) => {
  let salts = 0;
  return { salt: () => `${word}-${++salts}` };
};

test('a code has five groups of five letters that nobody takes for others, and more than a hundred bits', () => {
  expect(Math.log2(LETTERS.length ** 23)).toBeGreaterThan(100);
  fc.assert(fc.property(big, (number) => /^(?:[A-HJ-NP-TV-Z]{5}-){4}[A-HJ-NP-TV-Z]{5}$/.test(spelt(number))));
});

test('a code is read however it is typed', () => {
  const code = spelt(123_456_789_012_345_678_901_234_567_890n);
  const ways = [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' – ')}\n`];
  for (const way of ways) expect(readCode(way)).toEqual({ kind: 'code', code });
  const cyrillic = code.replace('A', 'А').replace('E', 'Е').replace('K', 'К');
  expect(readCode(cyrillic)).toEqual({ kind: 'code', code });
});

test('any one letter mistyped is a slip, and so are any two neighbours that have changed places', () => {
  const place = fc.integer({ min: 0, max: 24 });
  fc.assert(
    fc.property(big, place, fc.constantFrom(...LETTERS.split(/(?!^)/)), (number, at, letter) => {
      const letters = spelt(number).replaceAll('-', '');
      const mistyped = letters.slice(0, at) + letter + letters.slice(at + 1);
      return mistyped === letters || readCode(mistyped).kind === 'slip';
    }),
  );
  fc.assert(
    fc.property(big, fc.integer({ min: 0, max: 23 }), (number, at) => {
      const letters = Array.from(spelt(number).replaceAll('-', ''));
      const [one = '', other = ''] = letters.slice(at, at + 2);
      const swapped = letters.toSpliced(at, 2, other, one).join('');
      return one === other || readCode(swapped).kind === 'slip';
    }),
  );
});

test('what was never meant to be a code is nothing, however long', () => {
  for (const typed of ['', '../../etc/passwd', '<script>', 'A', 'A'.repeat(5000), '💥'.repeat(25), '\0'.repeat(25)]) {
    expect(readCode(typed)).toEqual({ kind: 'nothing' });
  }
});

test('the same letter has the same code, also after a restart, and every other thing another one', async () => {
  const store = createMemoryStore();
  const codes = await openCodes(store, chanceOf('first'));
  const again = await openCodes(store, chanceOf('second'));
  expect(again.codeOf('letter', 'ADM-1')).toBe(codes.codeOf('letter', 'ADM-1'));
  const elsewhere = await openCodes(createMemoryStore(), chanceOf('elsewhere'));
  const all = [
    codes.codeOf('letter', 'ADM-1'),
    codes.codeOf('letter', 'ADM-2'),
    codes.codeOf('answers', 'ADM-1'),
    elsewhere.codeOf('letter', 'ADM-1'),
  ];
  expect(new Set(all).size).toBe(4);
});

test('two that start at the same moment agree', async () => {
  const store = createMemoryStore();
  const both = await Promise.all([openCodes(store, chanceOf('one')), openCodes(store, chanceOf('other'))]);
  expect(both[0].codeOf('letter', 'x')).toBe(both[1].codeOf('letter', 'x'));
});

test('a code opens its own kind of page, keeps what it stood for first, and does not stand in the store', async () => {
  const store = createMemoryStore();
  const codes = await openCodes(store, chanceOf('salt'));
  const code = await codes.keep('letter', 'ADM-1', { caseId: 'ADM-1' });
  await codes.keep('letter', 'ADM-1', { caseId: 'another' });
  expect((await codes.find('letter', code.toLowerCase()))?.value).toEqual({ caseId: 'ADM-1' });
  expect(await codes.find('answers', code)).toBeNull();
  const kept = JSON.stringify(await store.notes('', null, 100));
  expect(kept).not.toContain(code);
  expect(kept).not.toContain(code.replaceAll('-', ''));
});
