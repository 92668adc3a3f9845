import { describe, expect, test } from '@jest/globals';
import { happenedTo, wordOf } from '../support/answers.ts';
import { doing } from '../support/requests.ts';
import type { Name } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

const admin = reached['admin-relationship'];

/** An invitation that a customer has not answered, in a world whose clock stands at `now`. */
const invited = async () => {
  const world = createWorld();
  const does = doing(world);
  const id = await admin['awaiting-customer'](world, does);
  const day = (days: number): string =>
    new Date(Date.parse(world.ports.clock.now()) + days * 86_400_000).toISOString().slice(0, 10);
  const pause = (days: number, by: Name = 'ana') => does.says(by, 'pause-follow-ups', id, { until: day(days) });
  const resume = (by: Name = 'ana') => does.says(by, 'resume-follow-ups', id);
  return { world, does, id, pause, resume };
};

describe('reminders are paused', () => {
  test('by who asked, has taken it over, or may decide, and by nobody else', async () => {
    const { does, id, pause, resume } = await invited();
    for (const name of ['sven', 'hal', 'olav'] as const) expect(wordOf(await pause(14, name))).toBe('refusal.not-yours');
    for (const name of ['ana', 'ada'] as const) {
      expect(await pause(14, name)).toMatchObject({ happened: ['follow-ups-paused'] });
      expect(await resume(name)).toMatchObject({ happened: ['follow-ups-resumed'] });
    }
    await does.takeOver(id, 'sven');
    expect(await pause(14, 'sven')).toMatchObject({ happened: ['follow-ups-paused'] });
  });

  test('until a day that is still to come, and before it lapses; a later pause takes the place of the first', async () => {
    const { pause, does, id } = await invited();
    expect(wordOf(await pause(0))).toBe('refusal.pause-is-over');
    expect(wordOf(await pause(91))).toBe('refusal.pause-too-long');
    await pause(14);
    await pause(30);
    expect((await does.current(id)).deadlines.map(({ what }) => what)).toStrictEqual(['pause-ends', 'invitation-lapses']);
  });

  test('only while a customer is waited for', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await admin.active(world, does);
    expect(wordOf(await does.says('ana', 'pause-follow-ups', id, { until: '2099-01-01' }))).toBe('refusal.not-now');
    expect(wordOf(await does.says('ana', 'resume-follow-ups', id))).toBe('refusal.not-now');
  });

  test('what is not paused cannot go on', async () => {
    const { resume } = await invited();
    expect(wordOf(await resume())).toBe('refusal.not-paused');
  });
});

test('in a pause the customer hears nothing, and at its end once; then the reminders go on as before', async () => {
  const { world, id, pause } = await invited();
  const letters = async (): Promise<number> => (await happenedTo(world, id)).filter((type) => type === 'customer-reminded').length;
  await pause(30);
  await world.run({ days: 29 });
  expect(await letters()).toBe(0);
  await world.run({ days: 4 });
  expect(await letters()).toBe(1);
  await world.run({ days: 7 });
  expect(await letters()).toBe(2);
});
