import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Note, NoteChange } from '../../../src/ports.ts';
import type { Open } from '../contract.ts';
import { idOf, MONDAY, newEffect, opens } from '../records.ts';
import { anyCharacter } from '../../support/any-text.ts';

const write = (key: string, value: unknown, expected = 0): NoteChange => ({ key, expected, value });

/** What may stand in a key: anything that can be shown. */
const showable = fc
  .string({ unit: anyCharacter, minLength: 1, maxLength: 20 })
  .filter((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));

export const notes = ({ store, reopened }: Open): void => {
  const keysOf = (found: readonly Note[]): string[] => found.map(({ key }) => key);
  const page = async (prefix: string, after: string | null = null, limit = 99) => keysOf(await store().notes(prefix, after, limit));

  test('a note is kept as it was written, counts its changes, and is gone when it is forgotten', async () => {
    expect(await store().note('people/ana')).toBeNull();
    expect(await store().commit({ notes: [write('people/ana', { language: 'es' })] })).toBe('kept');
    expect(await store().commit({ notes: [write('people/ana', { language: 'it' }, 1)] })).toBe('kept');
    const kept = { key: 'people/ana', version: 2, value: { language: 'it' } };
    expect([await store().note('people/ana'), await (await reopened()).note('people/ana')]).toEqual([kept, kept]);
    expect(await store().commit({ notes: [write('people/ana', null, 2)] })).toBe('kept');
    expect([await store().note('people/ana'), await page('')]).toEqual([null, []]);
    expect([await (await reopened()).note('people/ana'), await page('')]).toEqual([null, []]);
    expect(await store().commit({ notes: [write('people/ana', 'again')] })).toBe('kept');
    expect(await store().notes('', null, 9)).toEqual([{ key: 'people/ana', version: 1, value: 'again' }]);
  });

  test.each([
    ['is not there', 'other', 1, 'new'],
    ['is there', 'there', 0, 'new'],
    ['is there in another version', 'there', 2, 'new'],
    ['is not there, and shall be forgotten', 'other', 1, null],
    ['is there in another version, and shall be forgotten', 'there', 2, null],
  ])(
    'who expects another version of a note that %s has a conflict, and nothing of the change is kept',
    async (_, key, seen, value) => {
      await store().commit({ notes: [write('there', 'old')] });
      const sent = [{ caseId: idOf(1), place: 'team', activityId: 'a', at: MONDAY }];
      const whole = { ...opens(1), effects: [newEffect()], sent, notes: [write('fine', 1), write(key, value, seen)] };
      expect(await store().commit(whole)).toBe('conflict');
      const left = [await store().case(idOf(1)), await store().sentCards(idOf(1)), await store().effectsOf(idOf(1))];
      expect([...left, await store().notes('', null, 9)]).toEqual([null, [], [], [{ key: 'there', version: 1, value: 'old' }]]);
    },
  );

  test('of two who change a note at the same time one is kept, and the other is told', async () => {
    const both = ['one', 'other'].map((value) => store().commit({ notes: [write('draft', value)] }));
    expect(await Promise.all(both)).toEqual(['kept', 'conflict']);
    expect(await store().note('draft')).toMatchObject({ version: 1, value: 'one' });
  });

  test('a case and the notes about it are kept together, or neither is', async () => {
    expect(await store().commit({ ...opens(1), notes: [write('a', 1), write('b', [2])] })).toBe('kept');
    expect(await store().commit({ ...opens(1), notes: [write('a', 5, 1)] })).toBe('conflict');
    expect((await (await reopened()).notes('', null, 9)).map(({ value }) => value)).toEqual([1, [2]]);
  });

  test('notes are found by how their keys begin, in the order of the keys, page by page', async () => {
    const keys = ['b/2', 'a/1', 'a/10', 'a/2', 'a', 'c', 'a/', 'aa'];
    for (const key of keys) await store().commit({ notes: [write(key, key)] });
    for (let again = 0; again < 2; again++, await reopened()) {
      expect(await page('')).toEqual(keys.toSorted());
      expect(await page('a/')).toEqual(['a/', 'a/1', 'a/10', 'a/2']);
      expect([await page('a/', null, 2), await page('a/', 'a/1', 2), await page('a/', 'a/2', 2)]).toEqual([
        ['a/', 'a/1'],
        ['a/10', 'a/2'],
        [],
      ]);
      // One that is not there, before all of them, behind all of them.
      expect([await page('a/', 'a/11', 9), await page('b/', 'a/1'), await page('a/', 'b')]).toEqual([['a/2'], ['b/2'], []]);
      expect([await page('nothing'), await page('', null, 0)]).toEqual([[], []]);
    }
  });

  test('a page is short only at the end, also when notes are being forgotten while somebody reads', async () => {
    for (const key of ['1', '2', '3', '4', '5']) await store().commit({ notes: [write(key, key)] });
    const forgets = store().commit({ notes: [write('1', null, 1), write('3', null, 1)] });
    expect(await page('', null, 3)).toEqual(['2', '4', '5']);
    expect(await forgets).toBe('kept');
  });

  test('any value that has a JSON comes back as it was, under any key that can be shown', async () => {
    const notes = fc.uniqueArray(fc.tuple(showable, fc.jsonValue()), { selector: ([key]) => key, maxLength: 20 });
    const odd: [string, unknown][] = [
      ['__proto__', { ['__proto__']: 1 }],
      ['/', []],
      ['\u2028\u{1F600}"\\', ''],
      ['x'.repeat(500), false],
    ];
    const samples = [...new Map([...odd, ...fc.sample(notes, 5).flat()])].filter(([, value]) => value !== null);
    for (const [key, value] of samples) expect(await store().commit({ notes: [write(key, value)] })).toBe('kept');
    const again = await reopened();
    for (const [key, value] of samples)
      // JSON has no negative zero.
      expect(await again.note(key)).toEqual({ key, version: 1, value: JSON.parse(JSON.stringify(value)) as unknown });
    expect(keysOf(await again.notes('', null, 999))).toEqual(samples.map(([key]) => key).sort());
  });

  test('what is kept is a copy: whoever wrote it may go on with its own, and a field without a value is none', async () => {
    const mine = { pages: ['customer'], recipient: undefined };
    await store().commit({ notes: [write('draft', mine)] });
    mine.pages.push('letter');
    expect(Object.keys((await store().note('draft'))?.value as object)).toEqual(['pages']);
    expect((await (await reopened()).note('draft'))?.value).toEqual({ pages: ['customer'] });
  });

  test.each<[string, readonly NoteChange[]]>([
    ['an empty key', [write('', 1)]],
    ['a key that is too long', [write('x'.repeat(501), 1)]],
    ['a key with a line break', [write('a\nb', 1)]],
    ['a key with half a letter', [write('\ud800', 1)]],
    ['no value at all', [write('a', undefined)]],
    ['a value without JSON', [write('a', () => 1)]],
    ['a number that is none', [write('a', NaN)]],
    ['two notes under one key', [write('a', 1), write('a', 2)]],
  ])('%s is a bug: refused, and nothing else is kept either', async (_, wrong) => {
    await expect(store().commit({ ...opens(1), notes: [write('fine', 1), ...wrong] })).rejects.toThrow(TypeError);
    expect([await store().case(idOf(1)), await page('')]).toEqual([null, []]);
  });
};
