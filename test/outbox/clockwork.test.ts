import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import { doing, inviting, offered, switching } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { attempts, eventsOf, invited, timesOf, typesOf } from './moments.ts';

const told = (world: World, who: string, says: string): string[] =>
  world.told().flatMap((one) => (one.who === who && one.says === says ? [one.at.slice(5, 16).replace('T', ' ')] : []));

const opened = async () => {
  const world = createWorld();
  const act = doing(world);
  return { world, act, id: await act.opened(inviting()) };
};

describe('a request that nobody decides', () => {
  test('is brought to mind after 1, 2, 4, 8 and 16 days, and to everybody who may decide', async () => {
    const { world } = await opened();
    await world.run({ days: 29 });
    const days = ['03-03 09:00', '03-04 09:00', '03-06 09:00', '03-10 09:00', '03-18 09:00'];
    expect([told(world, 'ada', 'told.approval-waits'), told(world, 'bo', 'told.approval-waits')]).toEqual([days, days]);
  });

  test('is told to the operator after three days, once', async () => {
    const { world, id } = await opened();
    await world.run({ days: 29 });
    expect(await timesOf(world, id, 'case-escalated')).toEqual(['03-05 09:00']);
    expect(world.said.filter((sentence) => sentence.startsWith(id))).toEqual([
      `${id}: nobody has decided it for days; see who could`,
    ]);
  });

  test('lapses after thirty days, and whoever asked hears of it', async () => {
    const { world, act, id } = await opened();
    await world.run({ days: 29, hours: 23, minutes: 59 });
    expect(await act.status(id)).toBe('awaiting-approval');
    await world.run({ minutes: 1 });
    expect(await act.current(id)).toMatchObject({ status: 'withdrawn', withdrawnBy: null });
    expect(told(world, 'ana', 'told.request-lapsed')).toEqual(['04-01 09:00']);
  });

  test('brings nothing to mind any more once it was declined', async () => {
    const { world, act, id } = await opened();
    await act.decline(id, 'ada');
    await world.run({ days: 40 });
    expect(told(world, 'bo', 'told.approval-waits')).toEqual([]);
  });

  test('that was sent back is brought to mind to whoever asked after 2, 5, 10 and 20 days', async () => {
    const { world, act, id } = await opened();
    await act.sendBack(id, 'ada');
    await world.run({ days: 29 });
    expect(told(world, 'ana', 'told.answer-waits')).toEqual(['03-04 09:00', '03-07 09:00', '03-12 09:00', '03-22 09:00']);
  });
});

describe('a customer who does not answer', () => {
  test('is written to again after 3, 7 and 14 days, then weekly, twice before its end, and after 90 days it is over', async () => {
    const { world, id } = await invited();
    await world.run({ days: 91 });
    const mondays = ['03-09 09:00', '03-16 09:00', '03-23 09:00', '03-30 09:00', '04-06 09:00', '04-13 09:00'];
    // The 75th day is a Saturday: on Monday at eight, by the customer’s clock.
    const days = ['03-05 09:00', ...mondays, '05-18 06:00', '05-29 09:00'];
    expect(await timesOf(world, id, 'customer-reminded')).toEqual(days);
    expect(attempts(world, 'send-letter')).toHaveLength(10);
    expect(await timesOf(world, id, 'customer-stayed-silent')).toEqual(['05-31 09:00']);
  });
});

describe('a relationship that will end', () => {
  const active = async () => {
    const moment = await invited({}, inviting({ reseller: null }));
    await moment.act.accept(moment.id);
    await moment.world.settle();
    return moment;
  };

  test('is announced 30, 7 and 1 days before, and is over on its day', async () => {
    const { world, id } = await active();
    await world.run({ days: 180 });
    expect(await timesOf(world, id, 'end-announced')).toEqual(['07-30 09:00', '08-22 09:00', '08-28 09:00']);
    expect(await timesOf(world, id, 'end-reached')).toEqual(['08-29 09:00']);
    const left = (await eventsOf(world, id)).flatMap((event) => (event.type === 'end-announced' ? [event.daysLeft] : []));
    expect(left).toEqual([30, 7, 1]);
  });

  test('is announced once when we were away from the fortieth to the last day before', async () => {
    const { world, id } = await active();
    world.wait({ days: 179, hours: 12 });
    await world.settle();
    expect(await timesOf(world, id, 'end-announced')).toEqual(['08-28 21:00']);
    expect(told(world, 'ana', 'told.ends-soon')).toHaveLength(1);
  });
});

describe('a transfer', () => {
  const sent = async () => {
    const world = createWorld();
    const act = doing(world);
    const id = await act.opened(switching());
    await act.approve(id, 'ada');
    await act.approve(id, 'bo');
    const current = await act.current(id);
    for (const { code } of 'items' in current ? current.items : []) await act.confirm(id, 'ana', code);
    await world.settle();
    expect(await act.status(id)).toBe('awaiting-other-partner');
    return { world, act, id };
  };

  test('that the other partner leaves alone is brought to mind after 7, 14, 21 and 28 days, and expires after 30', async () => {
    const { world, id } = await sent();
    await world.run({ days: 31 });
    expect(await timesOf(world, id, 'other-partner-reminded')).toEqual([
      '03-09 09:00',
      '03-16 09:00',
      '03-23 09:00',
      '03-30 09:00',
    ]);
    expect(await timesOf(world, id, 'transfer-expired')).toEqual(['04-01 09:00']);
  });

  test('is slow after a quarter of an hour, and a matter for Microsoft after three days', async () => {
    const { world, act, id } = await sent();
    const accepted = { name: 'record-transfer-changed', state: 'accepted', words: '' };
    world.seen.set(`${id} transfer`, { kind: 'done', report: accepted });
    await world.run({ hours: 6 });
    expect(await act.status(id)).toBe('moving');
    await world.run({ days: 4 });
    expect(await timesOf(world, id, 'move-slowed')).toEqual(['03-02 15:15']);
    expect(await timesOf(world, id, 'microsoft-asked')).toEqual(['03-05 15:00']);
  });
});

describe('forty days in which the machine was off', () => {
  const away = (world: World): Promise<void> => {
    world.wait({ days: 40 });
    return world.settle();
  };

  test('a request that waited has lapsed: whoever asked is told that, and nobody is told of every step on the way', async () => {
    const { world, id } = await opened();
    await world.settle();
    const before = world.told().length;
    await away(world);
    expect(await typesOf(world, id)).toEqual(['case-opened', 'request-lapsed']);
    expect(
      world
        .told()
        .slice(before)
        .map(({ who, says }) => `${who} ${says}`),
    ).toEqual(['ana told.request-lapsed']);
  });

  test('a customer who stayed silent is written to once, and not on the Saturday on which it is switched on again', async () => {
    const { world, id } = await invited();
    const before = world.told().length;
    await away(world);
    expect(await timesOf(world, id, 'customer-reminded')).toEqual(['04-11 09:00']);
    expect(
      world
        .told()
        .slice(before)
        .map(({ who, says }) => `${who} ${says}`),
    ).toEqual(['ana told.customer-reminded']);
    expect(attempts(world, 'send-letter')).toHaveLength(1);
    await world.run({ days: 8 });
    expect(attempts(world, 'send-letter').map(({ at }) => at.slice(5, 16))).toEqual(['03-02T09:00', '04-13T06:00']);
  });

  test('ten requests are ten messages to whoever asked, and none to anybody else', async () => {
    const world = createWorld();
    const act = doing(world);
    for (let n = 0; n < 10; n++) await act.opened(inviting());
    await world.settle();
    const before = world.told().length;
    await away(world);
    expect(
      world
        .told()
        .slice(before)
        .map(({ who }) => who),
    ).toEqual(Array.from({ length: 10 }, () => 'ana'));
  });

  test('a customer who accepted meanwhile has not stayed silent, though both would be due', async () => {
    const { world, act, id } = await invited({}, inviting({ gdap: null }));
    world.wait({ days: 95 });
    const acceptedAt = '2026-03-10T09:00:00.000Z' as Instant;
    world.seen.set(`${id} reseller`, {
      kind: 'done',
      report: { name: 'record-customer-accepted', what: 'reseller', acceptedAt, endsAt: null },
    });
    await world.settle();
    expect(await act.status(id)).toBe('active');
    expect(await typesOf(world, id)).not.toContain('customer-stayed-silent');
  });

  test('the day before is closed with one head, and not forty', async () => {
    const { world } = await opened();
    await world.settle();
    await away(world);
    expect(world.said.filter((sentence) => sentence.startsWith('Head of'))).toHaveLength(2);
    expect((await world.store.heads()).map(({ day }) => day)).toEqual(['2026-03-01', '2026-04-10']);
  });
});

describe('answers to clicks', () => {
  test('are remembered for seven days, and forgotten afterwards', async () => {
    const world = createWorld();
    const command = inviting();
    await world.handle(command);
    world.wait({ days: 7 });
    await world.settle();
    expect(await world.store.answer(command.key)).toMatchObject({ command: expect.any(String) });
    world.wait({ minutes: 1 });
    await world.settle();
    expect(await world.store.answer(command.key)).toBeNull();
  });

  test('are all forgotten, however many there were', async () => {
    const world = createWorld();
    const commands = Array.from({ length: 1001 }, () => ({ ...inviting(), proposal: null }));
    const whole = inviting();
    for (const { key } of commands) await world.store.commit({ answer: { key, command: whole.key, answer: 1, at: world.now() } });
    world.wait({ days: 8 });
    await world.settle();
    expect((await Promise.all(commands.map(({ key }) => world.store.answer(key)))).filter((one) => one !== null)).toEqual([]);
  });
});

test('a transfer that was offered to us expires, though whoever watched it has given up', async () => {
  const world = createWorld();
  const act = doing(world);
  const id = await act.opened(offered(world));
  world.down.set('watch-transfer', '2026-03-20T09:00:00.000Z' as Instant);
  await world.run({ days: 29 });
  expect(await world.store.deadLetters()).toMatchObject([{ effect: { kind: 'watch-transfer' }, failures: 29 }]);
  await world.run({ days: 2 });
  expect(await timesOf(world, id, 'transfer-expired')).toEqual(['04-01 09:00']);
});
