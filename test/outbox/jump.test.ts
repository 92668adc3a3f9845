import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseId } from '../../src/cases/ids.ts';
import { later } from '../../src/cases/time.ts';
import { doing, inviting, switching } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { busy, eventsOf, invited } from './moments.ts';

describe('a jump of ninety days', () => {
  test('comes past every instant at which something is due, in order, and at its time', async () => {
    const { world, id } = await invited();
    const waiting = await doing(world).opened(inviting());
    await world.run({ days: 90 });
    const times = async (of: CaseId) => (await eventsOf(world, of)).map(({ type, at }) => `${at.slice(5, 10)} ${type}`);
    expect((await times(id)).filter((line) => !line.startsWith('03-02') && !line.includes('letter'))).toEqual([
      '03-05 customer-reminded',
      '03-09 customer-reminded',
      '03-16 customer-reminded',
      '03-23 customer-reminded',
      '03-30 customer-reminded',
      '04-06 customer-reminded',
      '04-13 customer-reminded',
      // The 16th is a Saturday.
      '05-18 customer-reminded',
      '05-29 customer-reminded',
      '05-31 customer-stayed-silent',
    ]);
    expect(await times(waiting)).toEqual([
      '03-02 case-opened',
      '03-03 approvers-reminded',
      '03-04 approvers-reminded',
      '03-05 case-escalated',
      '03-06 approvers-reminded',
      '03-10 approvers-reminded',
      '03-18 approvers-reminded',
      '04-01 request-lapsed',
    ]);
    const told = world.told().map(({ at }) => at);
    expect(told).toEqual(told.toSorted());
    expect(world.now()).toBe('2026-05-31T09:00:00.000Z');
  });

  test('over nothing that is due ends where it should', async () => {
    const world = createWorld();
    await world.run({ days: 90 });
    expect(world.now()).toBe('2026-05-31T09:00:00.000Z');
  });

  test('looks at what the customer does every six hours, and ends the watch when they accept', async () => {
    const { world, act, id } = await invited({}, inviting({ gdap: null }));
    await world.run({ days: 10 });
    const acceptedAt = world.now();
    world.seen.set(`${id} reseller`, {
      kind: 'done',
      report: { name: 'record-customer-accepted', what: 'reseller', acceptedAt, endsAt: null },
    });
    await world.run({ days: 80 });
    expect(await act.status(id)).toBe('active');
    expect(world.asked.filter(({ kind }) => kind === 'watch-invitation')).toHaveLength(42);
  });
});

test('a jump passes over what cannot be done though it is due, and comes past everything else at its time', async () => {
  const { world, id } = await invited({}, inviting({ gdap: null }));
  await world.run({ days: 89, hours: 2 });
  const waiting = await doing(world).opened(inviting());
  await world.run({ hours: 17 });
  // Nobody sees whether the customer has said yes, so the invitation does not lapse at its time.
  world.down.set('watch-invitation', later(world.now(), { hours: 12 }));
  await world.run({ days: 4 });
  const timesOf = async (of: CaseId, wanted: string) =>
    (await eventsOf(world, of)).filter(({ type }) => type === wanted).map(({ at }) => at.slice(5, 16));
  expect(await timesOf(waiting, 'approvers-reminded')).toEqual(['05-31T11:00', '06-01T11:00', '06-03T11:00']);
  const [silent] = await timesOf(id, 'customer-stayed-silent');
  expect([silent?.slice(0, 5), (silent ?? '') > '05-31T16:00']).toEqual(['05-31', true]);
});

/** What may stand in a house after some days: requests of several kinds, at several stages, with services that were busy. */
const anyHouse = fc.array(
  fc.record({
    wants: fc.constantFrom('both' as const, 'reseller' as const, 'gdap' as const, 'azure' as const),
    // Long enough for all that was busy, however seldom somebody looks. A customer who accepts three days after the letter is
    // reminded or not, by the hour in which the letter went out.
    minutes: fc.oneof(fc.integer({ min: 8 * 60, max: 71 * 60 }), fc.integer({ min: 81 * 60, max: 4 * 24 * 60 })),
    done: fc.constantFrom('nothing', 'sent-back', 'approved', 'accepted', 'withdrawn'),
    busy: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 1, maxLength: 3 },
);
type House = typeof anyHouse extends fc.Arbitrary<infer T> ? T : never;

const command = (wants: House[number]['wants'], key: string) => {
  const asked = { both: inviting(), reseller: inviting({ gdap: null }), gdap: inviting({ reseller: null }), azure: switching() }[
    wants
  ];
  return { ...asked, key } as ReturnType<typeof inviting>;
};

/** Each request is made and carried on at its time; the clock is moved on by `move`. */
const lived = async (house: House, days: number, move: (world: World, minutes: number) => Promise<void>) => {
  const world = createWorld();
  const act = doing(world);
  const ids: CaseId[] = [];
  for (const [index, { wants, minutes, done, busy: times }] of house.entries()) {
    const id = await act.opened(command(wants, `a request, number ${index}`));
    ids.push(id);
    world.faults.set(
      'create-relationship',
      Array.from({ length: times }, () => busy),
    );
    await world.settle();
    if (done === 'sent-back') await act.sendBack(id, 'ada');
    if (done === 'withdrawn') await act.withdraw(id, 'ana');
    if (done === 'approved' || done === 'accepted') for (const by of ['ada', 'bo'] as const) await act.approve(id, by);
    await world.settle();
    await move(world, minutes);
    if (done === 'accepted' && (await act.status(id)) === 'awaiting-customer') await act.accept(id);
  }
  await move(world, days * 24 * 60);
  return Promise.all(ids.map(async (id) => [(await eventsOf(world, id)).map(({ type }) => type), await act.current(id)] as const));
};

const jump = async (world: World, minutes: number): Promise<void> => world.run({ minutes });

const hourly = async (world: World, minutes: number): Promise<void> => {
  const end = later(world.now(), { minutes });
  while (world.now() < end) {
    const next = later(world.now(), { hours: 1 });
    world.set(next < end ? next : end);
    await world.settle();
  }
};

test('a jump of thirty-five days leads to the same histories as a clock that ticks every hour', async () => {
  await fc.assert(
    fc.asyncProperty(anyHouse, async (house) => {
      const [jumped, ticked] = [await lived(house, 35, jump), await lived(house, 35, hourly)];
      // A try that falls on the next day notes that the rules of that day say the same.
      const lines = (lives: typeof jumped) => lives.map(([types]) => types.filter((type) => type !== 'execution-cleared'));
      expect(lines(jumped)).toEqual(lines(ticked));
      const standing = (lives: typeof jumped) => lives.map(([, { status, reminders }]) => ({ status, reminders }));
      expect(standing(jumped)).toEqual(standing(ticked));
    }),
    { numRuns: 8 },
  );
});
