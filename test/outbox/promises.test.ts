import { describe, expect, test } from '@jest/globals';
import type { Change, Outcome, Store } from '../../src/ports.ts';
import { createSteadyClock } from '../../src/outbox/steady-clock.ts';
import { contoso, doing, inviting } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import type { Fault } from '../support/world.ts';
import { agreed, agreedIn, attempts, busy, invited, isDone, typesOf } from './moments.ts';

describe('P4: an approved case gets its invitation', () => {
  test.each<[string, Fault[]]>([
    ['at once', []],
    ['after a mail server that was busy', [busy, busy]],
    ['after a line that went dead before it was taken', ['throws']],
    ['after an answer that was lost', ['lost answer']],
    ['after a line that went dead once it was taken', ['throws afterwards']],
    ['after all of that', [busy, 'throws', 'lost answer', busy, 'throws afterwards']],
  ])('%s: one letter, under one key, and the case knows of it', async (_when, faults) => {
    const { world, id } = await agreed();
    world.faults.set('send-letter', faults);
    await world.run({ days: 1 });
    expect([...world.done.values()].filter(({ kind }) => kind === 'send-letter')).toHaveLength(1);
    expect(new Set(attempts(world, 'send-letter').map(({ key }) => key)).size).toBe(1);
    expect((await typesOf(world, id)).filter((type) => type === 'letter-sent')).toHaveLength(1);
  });

  test('or it is given up visibly, after about a day of tries', async () => {
    const { world, act, id } = await agreed();
    world.faults.set(
      'send-letter',
      Array.from({ length: 30 }, () => busy),
    );
    await world.run({ days: 2 });
    expect(await act.status(id)).toBe('stuck');
    expect(await world.store.deadLetters()).toMatchObject([{ effect: { kind: 'send-letter' }, trouble: 'unreachable: busy' }]);
    expect(world.told().map(({ who, says }) => `${who} ${says}`)).toContain('ana told.stuck');
  });

  test('with the same link at every attempt', async () => {
    const { world } = await agreed();
    world.faults.set('send-letter', [busy, 'throws', busy]);
    await world.run({ days: 1 });
    const letters = world.errands.filter(({ effect }) => effect.kind === 'send-letter');
    expect(letters).toHaveLength(4);
    expect(
      new Set(letters.map(({ case: one }) => ('invitations' in one ? one.invitations.map(({ link }) => link).join() : ''))),
    ).toHaveProperty('size', 1);
  });
});

describe('P5: what happens and what is sent stand in one write', () => {
  test('a request that was refused sends nothing', async () => {
    const world = createWorld();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await world.handle(inviting());
    await world.settle();
    expect(world.asked).toEqual([]);
  });

  test('all that is due is sent after a restart, at its first tick', async () => {
    const { world, act, id } = await agreed();
    await world.started().settle();
    expect(await act.status(id)).toBe('awaiting-customer');
    expect(await world.store.nextDue()).not.toBe(world.now());
  });

  test('an effect is gone only together with what the case heard of it', async () => {
    const { world, id } = await agreed();
    const { store } = world;
    let refusals = 3;
    const commit: typeof store.commit = (change) => {
      if (change.settles?.as === 'done' && change.events && refusals-- > 0) return Promise.resolve('conflict');
      return store.commit(change);
    };
    const flaky = createWorld({ store: { ...store, commit } });
    flaky.set(world.now());
    await flaky.run({ hours: 1 });
    expect((await typesOf(world, id)).filter((type) => type === 'invitation-prepared')).toHaveLength(2);
    expect(await doing(flaky).status(id)).toBe('awaiting-customer');
  });
});

describe('P8: nothing from outside is waited for without end, or kept without end', () => {
  test.each(['withRoles', 'mayTell'] as const)(
    'a directory that never answers (%s) is asked again later, and the rest goes on',
    async (port) => {
      const world = createWorld({ longestMs: 10 });
      const id = await doing(world).opened(inviting());
      world.silent.add(port);
      await world.settle();
      expect([world.told(), isDone(world, 'show-case')]).toEqual([[], true]);
      expect(world.said.filter((sentence) => sentence.endsWith('no answer in time'))).toHaveLength(port === 'withRoles' ? 1 : 2);
      world.silent.clear();
      await world.run({ hours: 1 });
      expect(world.told().map(({ who, says }) => `${who} ${says}`)).toEqual(['ada told.asked', 'bo told.asked']);
      expect((await world.store.effectsOf(id)).filter(({ lane }) => lane.startsWith('notices'))).toEqual([]);
    },
  );

  test('a service that never answers is asked again, once it was looked up', async () => {
    const { world, act, id } = await agreed({ longestMs: 10 });
    world.faults.set('get-reseller-link', ['never answers']);
    await world.run({ hours: 1 });
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  const page = `\0\ud800 ${'\u{1F600}x'.repeat(400_000)}`;
  test.each<[string, Fault, number]>([
    ['busy', { kind: 'again', words: page }, 1],
    ['not sure', { kind: 'unknown', words: page }, 1],
    ['of no use', { kind: 'refused', code: page, words: page }, 1],
    ['failing', () => Promise.reject(new Error(page)), 1],
    ['busy until it is given up', { kind: 'again', words: page }, 30],
  ])('whoever is %s and says so with a whole page of broken text is kept clean and short', async (_how, fault, times) => {
    const { world, id } = await agreed();
    const kept: Change[] = [];
    const commit: Store['commit'] = (change) => {
      kept.push(change);
      return world.store.commit(change);
    };
    const listening = createWorld({ store: { ...world.store, commit }, start: world.now() });
    listening.faults.set(
      'get-reseller-link',
      Array.from({ length: times }, () => fault),
    );
    await listening.run(times === 1 ? { minutes: 0 } : { days: 2 });
    const [service] = (await world.store.effectsOf(id)).filter(({ lane }) => lane === 'services');
    expect(service?.trouble).toContain('\u{1F600}x');
    const written = JSON.stringify(kept);
    expect(written.length).toBeLessThan(200_000);
    expect(written).not.toMatch(/\\u0000|\\ud[89a-f]/i);
  });
});

describe('P9: trouble elsewhere stays there', () => {
  test('tries have an end', async () => {
    const { world } = await agreed();
    world.faults.set(
      'get-reseller-link',
      Array.from({ length: 500 }, () => busy),
    );
    await world.run({ days: 5 });
    expect(attempts(world, 'get-reseller-link')).toHaveLength(30);
  });

  test('who says when to come again is not asked before', async () => {
    const { world } = await agreed();
    const after = '2026-03-02T15:00:00.000Z';
    world.faults.set('get-reseller-link', [{ ...busy, after } as Outcome]);
    await world.run({ hours: 5, minutes: 59 });
    expect(attempts(world, 'get-reseller-link')).toHaveLength(1);
    await world.run({ minutes: 1 });
    expect(attempts(world, 'get-reseller-link')).toHaveLength(2);
  });

  test('what may have been written is looked up and not written again', async () => {
    const { world } = await agreed();
    world.faults.set('create-relationship', ['throws afterwards']);
    await world.run({ hours: 1 });
    expect(attempts(world, 'create-relationship')).toHaveLength(1);
    expect(isDone(world, 'create-relationship')).toBe(true);
  });

  test('a customer whose tenant is throttled does not delay the others', async () => {
    const { world } = await agreed();
    world.faults.set('get-reseller-link', [{ ...busy, after: '2026-03-03T09:00:00.000Z' } as Outcome]);
    await world.settle();
    const other = await agreedIn(world, { ...inviting(), customer: { ...contoso, name: 'Fabrikam Mills' } });
    await world.settle();
    expect(await other.act.status(other.id)).toBe('awaiting-customer');
  });
});

describe('P10: a clock that jumps expires nothing early and sends nothing twice', () => {
  const machine = () => {
    let [even, wall] = [0, Date.parse('2026-03-02T09:00:00.000Z')];
    return {
      hands: { wall: () => wall, even: () => even },
      pass: (ms: number) => {
        even += ms;
        wall += ms;
      },
      setBy: (ms: number) => {
        wall += ms;
      },
    };
  };

  test.each([
    ['a day ahead', 1],
    ['a day behind', -1],
    ['a year ahead', 365],
  ])('set %s by mistake, and back five minutes later: the customer is neither reminded nor given up', async (_how, days) => {
    const { world, id } = await invited();
    const { hands, pass, setBy } = machine();
    const steady = createSteadyClock((sentence) => void world.said.push(sentence), null, hands);
    const before = world.asked.length;
    setBy(days * 86_400_000);
    for (let minute = 0; minute < 5; minute++) {
      pass(60_000);
      world.set(steady.now());
      await world.settle();
    }
    setBy(-days * 86_400_000);
    for (let minute = 0; minute < 15; minute++) {
      pass(60_000);
      world.set(steady.now());
      await world.settle();
    }
    expect(world.now()).toBe('2026-03-02T09:20:00.000Z');
    expect(await typesOf(world, id)).not.toContain('customer-reminded');
    expect(world.asked.length).toBe(before);
  });

  test('a clock that was really a day behind is followed, and what is due is sent once', async () => {
    const { world, id } = await invited();
    const { hands, pass, setBy } = machine();
    const steady = createSteadyClock((sentence) => void world.said.push(sentence), null, hands);
    setBy(3 * 86_400_000);
    for (let minute = 0; minute < 30; minute++) {
      pass(60_000);
      world.set(steady.now());
      await world.settle();
    }
    expect((await typesOf(world, id)).filter((type) => type === 'customer-reminded')).toHaveLength(1);
    expect(attempts(world, 'send-letter')).toHaveLength(2);
  });

  test('over the 29th of February the days are counted as they are', async () => {
    const { world, id } = await invited({ start: '2028-02-26T09:00:00.000Z' as never });
    await world.run({ days: 4 });
    expect((await world.store.history(id)).filter(({ text }) => text.includes('customer-reminded'))).toHaveLength(1);
    expect(world.told().find(({ says }) => says === 'told.customer-reminded')?.at).toBe('2028-02-29T09:00:00.000Z');
  });
});
