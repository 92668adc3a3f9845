import { describe, expect, test } from '@jest/globals';
import { apply } from '../../src/cases/case.ts';
import type { Case } from '../../src/cases/case.ts';
import type { KeptCase } from '../../src/ports.ts';
import { isCarriedOn } from '../../src/store/carried-on.ts';
import { keys } from '../../src/store/keys.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { idOf, keptCase, minutes } from './records.ts';

const former = keptCase(1);
const asker = { id: 'asker-2', name: 'Bo', roles: [] };
const sentBack = apply(former.case, { type: 'case-sent-back', at: minutes(1), actor: asker, words: 'Why?' });

const after = (current: object): KeptCase => ({ case: current as Case, version: 2, head: 'head 2' });
const without = (current: Case, name: string): object =>
  Object.fromEntries(Object.entries(current).filter(([field]) => field !== name));

/** Each would be refused if all of it were looked at. */
const bad: readonly (readonly [string, string, KeptCase])[] = [
  ['a value that may not be', 'case.cloud', after({ ...sentBack, cloud: 'moon' })],
  ['a value that may not be, deep inside', 'case.requester.id', after({ ...sentBack, requester: { ...asker, id: 1 } })],
  ['an old value under another name', 'case.customer.', after({ ...sentBack, customer: sentBack.requester })],
  ['an old value where there is no place for it', 'case: ', after({ ...sentBack, former: sentBack.requester })],
  ['a value that is missing', 'case.cloud', after(without(sentBack, 'cloud'))],
  ['a value that only another status may miss', 'case.escalatedAt', after(without(former.case, 'escalatedAt'))],
  ['a status that is none', 'case', after({ ...sentBack, status: 'asleep' })],
  ['a version that is none', 'version', { ...after(sentBack), version: -1 }],
];

describe('a case that follows one which is known to be good', () => {
  test('is looked at only where it has changed, and is kept', async () => {
    expect(isCarriedOn(keys.case(idOf(1)), after(sentBack), former)).toBe(true);
    const store = createMemoryStore();
    await store.commit({ next: { kept: former, expected: 0 } });
    expect(await store.commit({ next: { kept: after(sentBack), expected: 1 } })).toBe('kept');
    expect(await store.case(idOf(1))).toEqual(after(sentBack));
  });

  test.each(bad)('with %s is refused, with its place', async (_, words, kept) => {
    expect(isCarriedOn(keys.case(idOf(1)), kept, former)).toBe(false);
    const store = createMemoryStore();
    await store.commit({ next: { kept: former, expected: 0 } });
    await expect(store.commit({ next: { kept, expected: 1 } })).rejects.toThrow(`was not kept: ${words}`);
    expect(await store.case(idOf(1))).toEqual(former);
  });

  test('is no case under the key of another one', () => {
    expect(isCarriedOn(keys.case(idOf(2)), after(sentBack), former)).toBe(false);
  });

  test('has nothing in it that could be changed afterwards, old or new', async () => {
    const store = createMemoryStore();
    await store.commit({ next: { kept: former, expected: 0 } });
    await store.commit({ next: { kept: after(sentBack), expected: 1 } });
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(await store.case(idOf(1)))).toBe(true);
  });
});
