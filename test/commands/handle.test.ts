import { describe, expect, test } from '@jest/globals';
import { createHandle } from '../../src/commands/handle.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import { StoreError } from '../../src/ports.ts';
import type { Change, Committed, Store } from '../../src/ports.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { click, doing, inviting, switching } from '../support/requests.ts';
import { happenedTo, valuesOf, wordOf } from '../support/answers.ts';
import { createWorld, someone } from '../support/world.ts';

const setting = (store?: Store) => {
  const world = createWorld(store && { store });
  return { world, does: doing(world) };
};

const declining = (caseId: string, by: Parameters<typeof someone>[0] = 'bo') => ({
  name: 'decline-case',
  key: click(),
  actor: someone(by),
  caseId,
  words: 'Not this year.',
});

describe('the same click again gets the same answer', () => {
  test('a day later, when the case has long moved on', async () => {
    const { world, does } = setting();
    const asking = inviting();
    const first = await world.handle(asking);
    const id = caseIdFor('ADM', asking.key);
    await does.approve(id, 'ada');
    await world.run({ days: 1 });
    expect(await world.handle(asking)).toStrictEqual(first);
    expect(await does.status(id)).toBe('awaiting-customer');
  });

  test('a refusal stays a refusal, though a new click would be allowed by now', async () => {
    const { world } = setting();
    world.facts.set('customer.mca', undefined);
    const asking = inviting();
    const first = await world.handle(asking);
    expect(wordOf(first)).toBe('refusal.facts-missing');
    world.facts.delete('customer.mca');
    expect(await world.handle(asking)).toStrictEqual(first);
    expect(wordOf(await world.handle({ ...asking, key: click() }))).toBe('awaiting-approval');
  });

  test('also while the first is still under way: ten at once open one case', async () => {
    const { world } = setting();
    const asking = inviting();
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.handle(asking)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await world.store.cases(null, 10)).toHaveLength(1);
    expect(await happenedTo(world, caseIdFor('ADM', asking.key))).toStrictEqual(['case-opened']);
  });

  test('whatever the directory says of the person by then: a new name, another role, the id in capitals', async () => {
    const { world } = setting();
    const asking = inviting();
    const first = await world.handle(asking);
    const renamed = { id: 'ANA', name: 'Ana Ruiz-Lund', roles: ['admin_agent', 'sales_agent'] };
    expect(await world.handle({ ...asking, actor: renamed })).toStrictEqual(first);
  });

  test('what failed is tried again: nothing had been decided', async () => {
    const { world } = setting();
    const asking = inviting();
    world.unreachable.add('Partner Center');
    expect(wordOf(await world.handle(asking))).toBe('failure.unreachable');
    world.unreachable.clear();
    expect(wordOf(await world.handle(asking))).toBe('awaiting-approval');
  });

  test('a machine has no clicks: its report is answered by how the case stands', async () => {
    const { world, does } = setting();
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    await world.settle();
    const accepted = { name: 'record-customer-accepted', key: click(), actor: 'watch', caseId: id };
    const report = { ...accepted, what: 'reseller', acceptedAt: world.now(), endsAt: null };
    expect(wordOf(await world.handle(report))).toBe('awaiting-customer');
    expect(wordOf(await world.handle(report))).toBe('awaiting-customer');
    await does.accept(id);
    expect(wordOf(await world.handle(report))).toBe('refusal.not-now');
  });
});

describe('a key belongs to one command of one person', () => {
  test.each([
    ['another command', (key: string) => ({ ...switching(), key })],
    ['another person', (key: string) => ({ ...inviting(), key, actor: someone('sven') })],
    ['the same command about something else', (key: string) => ({ ...inviting({ gdap: null }), key })],
    ['a command about a case', (key: string) => ({ ...declining(caseIdFor('ADM', key)), key })],
  ])('%s under it is refused', async (_, other) => {
    const { world } = setting();
    const asking = inviting();
    await world.handle(asking);
    expect(wordOf(await world.handle(other(asking.key)))).toBe('refusal.other-command');
    expect(await world.store.cases(null, 10)).toHaveLength(1);
  });

  test('also when both arrive at once and would open two cases: one of them is refused', async () => {
    const { world } = setting();
    const asking = inviting();
    const answers = await Promise.all([world.handle(asking), world.handle({ ...switching(), key: asking.key })]);
    expect(answers.map(wordOf).sort()).toStrictEqual(['awaiting-approval', 'refusal.other-command']);
    expect(await world.store.cases(null, 10)).toHaveLength(1);
  });
});

/** A store that somebody else is faster at, this many times. */
const contested = (times: number, meanwhile: () => Promise<unknown> = () => Promise.resolve()) => {
  const inner = createMemoryStore();
  const tried: Change[] = [];
  let left = 0;
  const commit = async (change: Change): Promise<Committed> => {
    tried.push(change);
    if (left === 0) return inner.commit(change);
    left--;
    await meanwhile();
    return 'conflict';
  };
  const begin = (): void => {
    tried.length = 0;
    left = times;
  };
  return { inner, tried, begin, store: { ...inner, commit } };
};

describe('when somebody else was faster', () => {
  test.each([1, 2, 3, 4])('%s times: it begins again from the top, and is done', async (times) => {
    const { store, begin, tried } = contested(times);
    const { world, does } = setting(store);
    const id = await does.opened(inviting());
    begin();
    expect(wordOf(await world.handle(declining(id)))).toBe('declined');
    expect(tried).toHaveLength(times + 1);
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'case-declined']);
  });

  test('again and again: it gives up after five times, says so, and has changed nothing', async () => {
    const { store, begin, tried } = contested(1000);
    const { world, does } = setting(store);
    const id = await does.opened(inviting());
    begin();
    const click = declining(id);
    expect(await world.handle(click)).toStrictEqual({ kind: 'failed', says: { key: 'failure.busy', values: {} } });
    expect(tried).toHaveLength(5);
    expect(await does.status(id)).toBe('awaiting-approval');
    expect(await world.store.answer(click.key)).toBeNull();
  });

  test('what it then says is about the case as the other has left it', async () => {
    let meanwhile: () => Promise<unknown> = () => Promise.resolve();
    const { store, inner, begin } = contested(1, () => meanwhile());
    const { world, does } = setting(store);
    const id = await does.opened(inviting());
    const elsewhere = createHandle({ ...world.ports, store: inner });
    meanwhile = () => elsewhere(declining(id, 'bo'));
    begin();
    const answer = await does.approve(id, 'ada');
    expect(wordOf(answer)).toBe('refusal.already-decided');
    expect(valuesOf(answer)).toStrictEqual({
      status: { label: 'status.declined' },
      who: 'Bo Dahl',
      day: { day: '2026-03-02' },
    });
  });
});

describe('what the store says', () => {
  const broken = (trouble: StoreError['trouble']): { store: Store; breaks: () => void } => {
    const inner = createMemoryStore();
    let isBroken = false;
    const commit = (change: Change): Promise<Committed> =>
      isBroken ? Promise.reject(new StoreError(trouble, 'The disk is full')) : inner.commit(change);
    return {
      store: { ...inner, commit },
      breaks: () => {
        isBroken = true;
      },
    };
  };

  test.each([
    ['not-kept', 'failed', 'failure.not-kept'],
    ['stopped', 'failed', 'failure.not-kept'],
    ['unknown', 'unknown', 'failure.unknown'],
  ] as const)('%s is answered as %s, and the operator is told', async (trouble, kind, key) => {
    const { store, breaks } = broken(trouble);
    const { world, does } = setting(store);
    const id = await does.opened(inviting());
    breaks();
    expect(await world.handle(declining(id))).toStrictEqual({ kind, says: { key, values: {} } });
    expect(world.said).toStrictEqual([`decline-case ${id}: The disk is full`]);
    expect(await does.status(id)).toBe('awaiting-approval');
  });

  test('a bug is no answer: it is thrown to whoever catches bugs, and the next command goes on', async () => {
    const inner = createMemoryStore();
    let bugs = 1;
    const commit = (change: Change) =>
      bugs-- > 0 ? Promise.reject(new TypeError('undefined is not a function')) : inner.commit(change);
    const { world } = setting({ ...inner, commit });
    await expect(world.handle(inviting())).rejects.toThrow(TypeError);
    expect(wordOf(await world.handle(inviting()))).toBe('awaiting-approval');
    expect(world.said).toStrictEqual([]);
  });
});
