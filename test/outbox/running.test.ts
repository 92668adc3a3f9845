import { afterEach, describe, expect, test } from '@jest/globals';
import { createClockwork } from '../../src/outbox/clockwork.ts';
import type { ClockworkPorts } from '../../src/outbox/clockwork.ts';
import type { KeptCase, Outcome } from '../../src/ports.ts';
import { doing, inviting } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import { agreed, agreedIn, attempts, timesOf, until } from './moments.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A clockwork that goes by itself, until the test is over. */
const going = (ports: ClockworkPorts) => {
  const clockwork = createClockwork({ shortestSleepMs: 100, ...ports });
  const ended = clockwork.run();
  stops.push(async () => {
    clockwork.stop();
    await ended;
  });
  return clockwork;
};

describe('the clockwork by itself', () => {
  test('carries out what was left when it starts', async () => {
    const { world, act, id } = await agreed();
    going(world);
    await until(async () => (await act.status(id)) === 'awaiting-customer');
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('that sleeps is woken by somebody who has decided', async () => {
    const world = createWorld();
    const clockwork = going(world);
    const act = doing(world);
    await until(() => world.said.some((sentence) => sentence.startsWith('Head of')));
    const id = await act.opened(inviting());
    await act.approve(id, 'ada');
    const before = performance.now();
    clockwork.poke();
    await until(async () => (await act.status(id)) === 'awaiting-customer');
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test('sleeps until something is due, and no longer', async () => {
    const world = createWorld();
    let ticks = 0;
    const carryOutDue = (): Promise<number> => {
      ticks++;
      return Promise.resolve(0);
    };
    const soon = { ...world.store, nextDue: () => Promise.resolve('2026-03-02T09:00:00.200Z' as never) };
    const before = performance.now();
    going({ ...world, store: soon, carryOutDue });
    await until(() => ticks === 2);
    expect(performance.now() - before).toBeGreaterThanOrEqual(190);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test('that is stopped ends, also out of its sleep, and does nothing more', async () => {
    const world = createWorld();
    const { clockwork } = world;
    const ended = clockwork.run();
    await until(() => world.said.length > 0);
    clockwork.stop();
    await ended;
    const act = doing(world);
    await act.opened(inviting());
    clockwork.poke();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(world.asked).toEqual([]);
  });

  test('that fails is told, and tries again', async () => {
    const { world, act, id } = await agreed();
    let failures = 2;
    const carryOutDue = (): Promise<number> =>
      failures-- > 0 ? Promise.reject(new Error('the disk is full')) : world.carryOutDue();
    going({ ...world, carryOutDue });
    await until(async () => (await act.status(id)) === 'awaiting-customer');
    expect(world.said.filter((sentence) => sentence === 'The clockwork: the disk is full')).toHaveLength(2);
  });

  test('does not end because it could not find out what is due next', async () => {
    const world = createWorld();
    let failures = 1;
    const nextDue: typeof world.store.nextDue = () =>
      failures-- > 0 ? Promise.reject(new Error('no connection')) : world.store.nextDue();
    const clockwork = going({ ...world, store: { ...world.store, nextDue } });
    await until(() => world.said.includes('The clockwork: no connection'));
    const act = doing(world);
    const id = await act.opened(inviting());
    await act.approve(id, 'ada');
    clockwork.poke();
    await until(async () => (await act.status(id)) === 'awaiting-customer');
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('does not run hot over something that is due and cannot be done', async () => {
    const world = createWorld();
    let ticks = 0;
    const carryOutDue = (): Promise<number> => {
      ticks++;
      return Promise.resolve(0);
    };
    const overdue = { ...world.store, nextDue: () => Promise.resolve('2026-03-01T09:00:00.000Z' as never) };
    going({ ...world, store: overdue, carryOutDue, shortestSleepMs: 1000 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ticks).toBe(1);
  });
});

test('a case that cannot go on is told, and holds up neither the others nor the head of the day', async () => {
  const world = createWorld();
  const act = doing(world);
  const [broken, sound] = [await act.opened(inviting()), await act.opened(inviting())];
  const handle: typeof world.handle = (command, settles) =>
    (command as { caseId?: string }).caseId === broken ? Promise.reject(new TypeError('a bug')) : world.handle(command, settles);
  world.wait({ days: 2 });
  await createClockwork({ ...world, handle }).tick();
  const reminders = await Promise.all([broken, sound].map(async (id) => (await act.current(id)).reminders));
  expect(reminders).toEqual([0, 2]);
  expect(world.said.filter((sentence) => sentence.endsWith('a bug'))).not.toEqual([]);
  expect(await world.store.heads()).toHaveLength(1);
});

test('more cases than are looked at in one go are all reminded', async () => {
  const world = createWorld();
  const act = doing(world);
  for (let n = 0; n < 120; n++) await act.opened(inviting());
  world.wait({ days: 1 });
  await world.settle();
  const cases: readonly KeptCase[] = await world.store.cases(null, 200);
  expect(cases.map(({ case: { reminders } }) => reminders)).toEqual(Array.from({ length: 120 }, () => 1));
});

test('a long row of errands does not keep deadlines waiting: after a while nothing new is begun', async () => {
  const world = createWorld({ longestRoundMs: 20 });
  const act = doing(world);
  const waiting = await act.opened(inviting());
  await world.settle();
  world.wait({ days: 1 });
  const ids = await Promise.all(Array.from({ length: 50 }, () => act.opened(inviting())));
  await world.settle();
  for (const id of ids) await act.approve(id, 'ada');
  const slow = async (): Promise<Outcome> => {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return { kind: 'again', words: 'busy' };
  };
  world.faults.set(
    'get-reseller-link',
    Array.from({ length: 50 }, () => slow),
  );
  world.wait({ days: 1 });
  const before: number[] = [];
  const handle: typeof world.handle = (command, settles) => {
    if ((command as { name: string }).name === 'pass-deadline') before.push(attempts(world, 'get-reseller-link').length);
    return world.handle(command, settles);
  };
  await createClockwork({ ...world, handle }).tick();
  expect(before[0]).toBeLessThan(40);
  expect((await act.current(waiting)).reminders).toBe(2);
  expect(attempts(world, 'get-reseller-link')).toHaveLength(50);
});

test('fifty cases whose deadline cannot pass, as nobody sees what the customer does, hold up no other deadline', async () => {
  const world = createWorld();
  const unseen = await Promise.all(Array.from({ length: 50 }, () => agreedIn(world, inviting({ gdap: null }))));
  await world.settle();
  world.wait({ days: 90 });
  const act = doing(world);
  const other = await act.opened(inviting());
  world.down.set('watch-invitation', '2027-01-01T00:00:00.000Z' as never);
  world.wait({ days: 1 });
  await world.settle();
  expect(new Set(await Promise.all(unseen.map(({ id }) => act.status(id))))).toEqual(new Set(['awaiting-customer']));
  expect(await timesOf(world, other, 'approvers-reminded')).toEqual(['06-01 09:00']);
});
