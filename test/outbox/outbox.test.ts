import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/ports.ts';
import type { Fault } from '../support/world.ts';
import { agreed, attempts, busy, isDone, minutesBetween, steps, typesOf } from './moments.ts';

describe('an effect is carried out at least once, and everybody who is asked can tell that it is the same', () => {
  test('what an approval wants is done once when nothing goes wrong', async () => {
    const { world, act, id } = await agreed();
    await world.settle();
    expect(attempts(world, 'create-relationship')).toHaveLength(1);
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('a busy service is asked again under the same key and for the same thing, until it has done it', async () => {
    const { world, id } = await agreed();
    world.faults.set('create-relationship', [busy, 'lost answer', busy, 'throws']);
    await world.run({ days: 1 });
    const asked = world.errands.filter(({ effect }) => effect.kind === 'create-relationship');
    expect(asked.length).toBeGreaterThan(1);
    expect(
      new Set(asked.map(({ key, effect, case: { proposal, customer } }) => JSON.stringify([key, effect, proposal, customer]))),
    ).toEqual(new Set([expect.stringContaining(`"${id}/`)]));
    expect(isDone(world, 'create-relationship')).toBe(true);
  });

  test('the letter goes out under one key, so that the mail has one Message-ID however often it is tried', async () => {
    const { world } = await agreed();
    world.faults.set('send-letter', [busy, 'throws', busy]);
    await world.run({ hours: 2 });
    expect(new Set(attempts(world, 'send-letter').map(({ key }) => key)).size).toBe(1);
    expect(attempts(world, 'send-letter')).toHaveLength(4);
  });
});

describe('who is busy is given time', () => {
  test('twice as long at each failure, and never longer than an hour', async () => {
    const { world } = await agreed();
    world.faults.set(
      'create-relationship',
      Array.from({ length: 14 }, () => busy),
    );
    await world.run({ days: 1 });
    const waits = minutesBetween(attempts(world, 'create-relationship'));
    // The chance of this world is one half, which gives three quarters of the longest wait.
    expect(waits.slice(0, 4).map((wait) => wait * 60)).toEqual([3.75, 7.5, 15, 30]);
    expect(waits.slice(-3)).toEqual([45, 45, 45]);
  });

  test('not before the moment they named', async () => {
    const { world } = await agreed();
    world.faults.set('create-relationship', [{ ...busy, after: '2026-03-02T11:30:00.000Z' } as Outcome]);
    await world.run({ hours: 3 });
    expect(attempts(world, 'create-relationship')[1]?.at).toBe('2026-03-02T11:30:00.000Z');
  });

  test('a moment in the year 2058 is believed for a day', async () => {
    const { world } = await agreed();
    world.faults.set('create-relationship', [{ ...busy, after: '2058-01-01T00:00:00.000Z' } as Outcome]);
    await world.run({ days: 2 });
    expect(attempts(world, 'create-relationship')[1]?.at).toBe('2026-03-03T09:00:00.000Z');
  });

  test.each(['2026-03-01T00:00:00.000Z', 'soon', ''])('a moment like %p changes nothing: our own wait counts', async (after) => {
    const { world } = await agreed();
    world.faults.set('create-relationship', [{ ...busy, after } as Outcome]);
    await world.run({ hours: 1 });
    expect(attempts(world, 'create-relationship')[1]?.at).toBe('2026-03-02T09:00:03.750Z');
  });

  test.each(['2026-03-01T00:00:00.000Z', 'soon', '2058-01-01T00:00:00.000Z'])(
    'who watches and says to come again at %p is asked again neither at once nor never',
    async (after) => {
      const { world } = await agreed();
      world.faults.set('watch-invitation', [{ kind: 'not-yet', after } as Outcome]);
      await world.run({ days: 2 });
      const [first] = attempts(world, 'watch-invitation');
      const [wait = 0] = minutesBetween(attempts(world, 'watch-invitation').filter(({ key }) => key === first?.key));
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(24 * 60);
    },
  );
});

describe('what may have happened is looked up before anything is repeated', () => {
  test.each<[string, Fault]>([
    ['the answer got lost after it was done', 'lost answer'],
    ['the line went dead after it was done', 'throws afterwards'],
  ])('%s: it is found, reported once, and not done again', async (_how, fault) => {
    const { world, act, id } = await agreed();
    world.faults.set('create-relationship', [fault]);
    await world.run({ hours: 1 });
    expect(steps(world, 'create-relationship')).toEqual(['asked', 'looked up']);
    // The reseller's invitation, and this one.
    expect((await typesOf(world, id)).filter((type) => type === 'invitation-prepared')).toHaveLength(2);
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test.each<[string, Fault]>([
    ['they do not know themselves', { kind: 'unknown', words: 'gateway' }],
    ['the line went dead before it was done', 'throws'],
    ['there is no answer at all', 'never answers'],
  ])('%s: it is not there, and is done once', async (_how, fault) => {
    const { world } = await agreed({ longestMs: 20 });
    world.faults.set('create-relationship', [fault]);
    await world.run({ hours: 1 });
    expect(steps(world, 'create-relationship')).toEqual(['asked', 'looked up', 'asked']);
  });

  test('as long as nobody can look it up nothing is repeated', async () => {
    const { world } = await agreed();
    world.faults.set('create-relationship', ['lost answer']);
    world.lookUps.set('create-relationship', [
      { kind: 'unknown', words: 'not found, maybe' },
      busy as never,
      { kind: 'unknown', words: '?' },
    ]);
    await world.run({ hours: 1 });
    expect(steps(world, 'create-relationship')).toEqual(['asked', 'looked up', 'looked up', 'looked up', 'looked up']);
  });

  test('what is refused for certain after it was uncertain is not looked up any more', async () => {
    const { world } = await agreed();
    world.faults.set('create-relationship', ['throws', busy]);
    await world.run({ hours: 1 });
    expect(steps(world, 'create-relationship')).toEqual(['asked', 'looked up', 'asked', 'asked']);
  });

  test('a last failure after which nobody knows does not end in a dead letter that would be repeated blindly', async () => {
    const { world } = await agreed();
    world.faults.set('create-relationship', [...Array.from({ length: 29 }, () => busy), 'lost answer']);
    world.lookUps.set('create-relationship', [{ kind: 'unknown', words: 'not now' }]);
    await world.run({ days: 2 });
    const [letter] = await world.store.deadLetters();
    expect(letter).toMatchObject({ isUncertain: true, trouble: 'unknown-outcome: not now' });
  });
});
