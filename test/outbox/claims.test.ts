import { describe, expect, test } from '@jest/globals';
import type { LookedUp, Outcome } from '../../src/ports.ts';
import { doing } from '../support/requests.ts';
import { agreed, attempts, isDone, steps, typesOf, until } from './moments.ts';

/** A worker that does its work, and is then held up for so long that its claim lapses. */
const heldUp = (outcome: Outcome) => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    fault: async (): Promise<Outcome> => {
      await promise;
      return outcome;
    },
    letGo: () => {
      resolve(undefined);
    },
  };
};

const link = (of: string): Outcome => ({
  kind: 'done',
  report: { name: 'record-invitation-ready', what: 'reseller', link: `https://admin.microsoft.com/${of}`, relationshipId: null },
});

describe('a worker that lost its claim while it was at work', () => {
  const twoWorkers = async (outcome: Outcome) => {
    const { world, id } = await agreed();
    const { fault, letGo } = heldUp(outcome);
    world.faults.set('get-reseller-link', [fault]);
    const first = world.carryOutDue();
    await until(() => attempts(world, 'get-reseller-link').length === 1);
    return { world, id, first, letGo, second: world.started() };
  };

  test.each<[string, Outcome]>([
    ['that it is done', link('first')],
    ['that it was refused', { kind: 'refused', code: '1', words: 'no' }],
    ['that it has to be tried again', { kind: 'again', words: 'busy' }],
    ['that nobody knows', { kind: 'unknown', words: '?' }],
    ['that there is nothing yet', { kind: 'not-yet', after: '2026-03-02T12:00:00.000Z' as never }],
  ])('may not say %s, once another has claimed it', async (_what, outcome) => {
    const { world, id, first, letGo, second } = await twoWorkers(outcome);
    world.wait({ minutes: 5 });
    const other = heldUp(link('second'));
    world.faults.set('get-reseller-link', [other.fault]);
    const secondWork = second.carryOutDue();
    await until(() => attempts(world, 'get-reseller-link').length === 2);
    const key = attempts(world, 'get-reseller-link')[0]?.key ?? '';
    const claimed = await world.store.effect(key);
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await world.store.effect(key)).toEqual(claimed);
    expect(await typesOf(world, id)).not.toContain('invitation-prepared');
    other.letGo();
    await Promise.all([first, secondWork]);
    expect((await world.store.history(id)).filter(({ text }) => text.includes('/second'))).toHaveLength(1);
    expect((await world.store.history(id)).filter(({ text }) => text.includes('/first'))).toEqual([]);
    expect(await world.store.deadLetters()).toEqual([]);
  });

  test('may not report what the second has reported and settled already', async () => {
    const { world, id, first, letGo, second } = await twoWorkers(link('first'));
    world.wait({ minutes: 5 });
    await second.carryOutDue();
    expect(await doing(world).status(id)).toBe('awaiting-customer');
    const before = await typesOf(world, id);
    letGo();
    await first;
    expect(await typesOf(world, id)).toEqual(before);
  });

  test('a claim that holds is nobody else’s: a second worker leaves it alone', async () => {
    const { world, first, letGo, second } = await twoWorkers(link('first'));
    world.wait({ minutes: 4 });
    await second.carryOutDue();
    expect(attempts(world, 'get-reseller-link')).toHaveLength(1);
    letGo();
    await first;
  });

  test('what was asked for so long that the claim would not outlast the work is not begun', async () => {
    const { world } = await agreed();
    world.faults.set('create-relationship', ['lost answer']);
    await world.settle();
    world.wait({ minutes: 1 });
    const slowly = (): Promise<LookedUp> => {
      world.wait({ minutes: 4 });
      return Promise.resolve({ kind: 'absent' });
    };
    world.lookUps.set('create-relationship', [slowly]);
    await world.carryOutDue();
    expect(steps(world, 'create-relationship')).toEqual(['asked', 'looked up']);
  });
});

describe('a restart in the middle', () => {
  test('what was wanted before the end is carried out by the next process', async () => {
    const { world, act, id } = await agreed();
    await world.started().settle();
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('what was claimed is left alone until the claim lapses, and is looked up then', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('get-reseller-link', ['never answers']);
    void world.carryOutDue();
    await until(() => attempts(world, 'get-reseller-link').length === 1);
    const next = world.started();
    await next.settle();
    expect(steps(world, 'get-reseller-link')).toEqual(['asked']);
    await next.run({ minutes: 5 });
    expect(steps(world, 'get-reseller-link')).toEqual(['asked', 'looked up', 'asked']);
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('what was done just before the end is found, reported, and not done again', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('get-reseller-link', ['done, never answers']);
    void world.carryOutDue();
    await until(() => isDone(world, 'get-reseller-link'));
    const next = world.started();
    await next.run({ minutes: 5 });
    expect(steps(world, 'get-reseller-link')).toEqual(['asked', 'looked up']);
    expect(isDone(world, 'create-relationship')).toBe(true);
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('a wait that was agreed on outlasts the restart', async () => {
    const { world } = await agreed();
    world.faults.set('get-reseller-link', [{ kind: 'again', words: 'busy', after: '2026-03-02T11:00:00.000Z' as never }]);
    await world.settle();
    const next = world.started();
    await next.run({ hours: 3 });
    expect(attempts(world, 'get-reseller-link').map(({ at }) => at)).toEqual([
      '2026-03-02T09:00:00.000Z',
      '2026-03-02T11:00:00.000Z',
    ]);
  });

  test('two processes side by side do everything once', async () => {
    const { world, act, id } = await agreed();
    const other = world.started();
    await Promise.all([world.settle(), other.settle()]);
    await Promise.all([world.settle(), other.settle()]);
    expect(await act.status(id)).toBe('awaiting-customer');
    const keys = world.asked.map(({ key }) => key);
    expect(keys).toHaveLength(new Set(keys).size);
  });
});
