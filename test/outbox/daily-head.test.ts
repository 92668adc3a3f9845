import { describe, expect, test } from '@jest/globals';
import type { KeptCase } from '../../src/ports.ts';
import { dayToClose, headOfDay } from '../../src/outbox/daily-head.ts';
import { doing, inviting } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';

const DAY = '2026-03-02';

const threeCases = async () => {
  const world = createWorld();
  const act = doing(world);
  const ids = [await act.opened(inviting()), await act.opened(inviting()), await act.opened(inviting())];
  await world.settle();
  return { world, act, ids };
};

const heads = (world: World): string[] => world.said.filter((sentence) => sentence.startsWith(`Head of ${DAY}`));

describe('the head of a day', () => {
  test('is told once, five minutes after midnight, with what was there', async () => {
    const { world } = await threeCases();
    await world.run({ hours: 15 });
    world.set('2026-03-03T00:04:59.000Z' as never);
    await world.settle();
    expect(heads(world)).toEqual([]);
    world.set('2026-03-03T00:05:00.000Z' as never);
    await world.settle();
    await world.settle();
    expect(heads(world)).toEqual([expect.stringContaining('(3 cases, 3 events)')]);
  });

  test('is told once by two processes that follow one another', async () => {
    const { world } = await threeCases();
    world.wait({ days: 1 });
    await world.settle();
    await world.started().settle();
    expect(heads(world)).toHaveLength(1);
  });

  test('stays the same as long as nothing is changed, whatever happens on the days after', async () => {
    const { world, act, ids } = await threeCases();
    const before = await headOfDay(world.store, DAY);
    world.wait({ days: 1 });
    for (const id of ids) await act.decline(id, 'ada');
    expect(await headOfDay(world.store, DAY)).toEqual(before);
    expect(await headOfDay(world.store, '2026-03-03')).toMatchObject({ cases: 3, events: 6 });
  });

  test('changes with one event more on that day', async () => {
    const { world, act, ids } = await threeCases();
    const before = await headOfDay(world.store, DAY);
    await act.decline(ids[0] as never, 'ada');
    const after = await headOfDay(world.store, DAY);
    expect(after.hash).not.toBe(before.hash);
    expect(after.events).toBe(before.events + 1);
  });

  test('shows that a case is missing', async () => {
    const { world, ids } = await threeCases();
    const cases = async (after: Parameters<typeof world.store.cases>[0], limit: number): Promise<readonly KeptCase[]> =>
      (await world.store.cases(after, limit)).filter(({ case: { id } }) => id !== ids[1]);
    const [whole, cut] = [await headOfDay(world.store, DAY), await headOfDay({ ...world.store, cases }, DAY)];
    expect(cut).toMatchObject({ cases: 2, events: 2 });
    expect(cut.hash).not.toBe(whole.hash);
  });

  test('shows that the end of a history was cut off', async () => {
    const { world, act, ids } = await threeCases();
    await act.decline(ids[0] as never, 'ada');
    const history: typeof world.store.history = async (id) => {
      const events = await world.store.history(id);
      return id === ids[0] ? events.slice(0, -1) : events;
    };
    const [whole, cut] = [await headOfDay(world.store, DAY), await headOfDay({ ...world.store, history }, DAY)];
    expect(cut).toMatchObject({ cases: 3, events: 3 });
    expect(cut.hash).not.toBe(whole.hash);
  });

  test('counts every case where there are more than fit into one look', async () => {
    const world = createWorld();
    const act = doing(world);
    for (let n = 0; n < 201; n++) await act.opened(inviting());
    expect(await headOfDay(world.store, DAY)).toMatchObject({ cases: 201, events: 201 });
  });

  test.each([
    ['2026-03-03T00:04:59.999Z', '2026-03-01'],
    ['2026-03-03T00:05:00.000Z', '2026-03-02'],
    ['2028-03-01T12:00:00.000Z', '2028-02-29'],
    ['2027-01-01T12:00:00.000Z', '2026-12-31'],
  ])('at %s it is that of %s', (now, day) => {
    expect(dayToClose(now as never)).toBe(day);
  });
});
