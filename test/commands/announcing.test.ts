import { expect, test } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import { doing } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

/** Access of Contoso Bakery's that ends by itself after half a year. */
const running = async () => {
  const world = createWorld();
  const does = doing(world);
  const id = await reached['admin-relationship'].active(world, does);
  const current = await does.current(id);
  const endsAt = current.status === 'active' ? current.endsAt : null;
  if (endsAt === null) throw new Error('It has no end');
  const daysBefore = (at: Instant): number => Math.round((Date.parse(endsAt) - Date.parse(at)) / 86_400_000);
  const told = (who: string): number[] =>
    world.told().flatMap((one) => (one.says === 'told.ends-soon' && one.who === who ? [daysBefore(one.at)] : []));
  const letters = (): number[] =>
    world.errands.flatMap(({ effect, now }) =>
      effect.kind === 'send-letter' && effect.letter === 'about-to-expire' ? [daysBefore(now)] : [],
    );
  return { world, does, id, told, letters };
};

test('the end is announced 30 days, 7 days and 1 day before: each time Ana and the approvers are told once, and the customer has one letter', async () => {
  const { world, told, letters } = await running();
  await world.run({ days: 179 });
  expect(letters()).toStrictEqual([30, 7, 1]);
  expect(told('ana')).toStrictEqual([30, 7, 1]);
  expect(told('ada')).toStrictEqual([30, 7, 1]);
  expect(told('sven')).toStrictEqual([]);
});

test('whoever has taken it over is told in place of Ana', async () => {
  const { world, does, id, told, letters } = await running();
  await world.run({ days: 155 });
  await does.takeOver(id, 'sven');
  await world.run({ days: 24 });
  expect([told('ana'), told('sven'), letters()]).toStrictEqual([[30], [7, 1], [30, 7, 1]]);
});

test('a bot that was off for all of it says it once, and not three times', async () => {
  const { world, told, letters } = await running();
  world.wait({ days: 179 });
  await world.settle();
  expect([told('ana'), letters()]).toStrictEqual([[1], [1]]);
});

test('after its end nobody is told that it will end', async () => {
  const { world, told, letters } = await running();
  await world.run({ days: 220 });
  expect([told('ana'), letters()]).toStrictEqual([
    [30, 7, 1],
    [30, 7, 1],
  ]);
});
