import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/ports.ts';
import { contoso, doing, inviting } from '../support/requests.ts';
import { createWorld } from '../support/world.ts';
import { agreed, agreedIn, attempts, busy, isDone, until } from './moments.ts';

/** A service that answers when it is told to. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const answer = async (): Promise<Outcome> => {
    await promise;
    return busy;
  };
  return {
    answer,
    letGo: () => {
      resolve(undefined);
    },
  };
};

describe('within a lane of a case one comes after the other', () => {
  test('the relationship is not created before the reseller link is there', async () => {
    const { world } = await agreed();
    world.faults.set('get-reseller-link', [busy, busy, busy]);
    await world.run({ hours: 1 });
    expect(attempts(world, 'get-reseller-link')).toHaveLength(4);
    const kinds = world.asked.map(({ kind }) => kind);
    expect(kinds.indexOf('create-relationship')).toBeGreaterThan(kinds.lastIndexOf('get-reseller-link'));
  });

  test('what is given up holds up nothing behind it', async () => {
    const { world } = await agreed();
    world.faults.set('show-case', [{ kind: 'refused', code: '403', words: 'The bot was removed from the chat.' }]);
    world.faults.set('get-reseller-link', [busy]);
    await world.run({ hours: 1 });
    expect(attempts(world, 'show-case').length).toBeGreaterThan(1);
    expect(isDone(world, 'show-case')).toBe(true);
  });

  test('two letters leave in the order in which they were wanted, though the first had to wait', async () => {
    const { world } = await agreed();
    world.faults.set(
      'send-letter',
      Array.from({ length: 14 }, () => busy),
    );
    world.wait({ minutes: 1 });
    await world.run({ days: 4 });
    const letters = [...world.done.values()].flatMap((effect) => (effect.kind === 'send-letter' ? [effect.letter] : []));
    expect(letters).toEqual(['invitation', 'reminder']);
  });
});

describe('lanes do not hold up one another', () => {
  test('while the service is throttled the card is shown, and whoever asked is told that it was approved', async () => {
    const { world } = await agreed();
    world.faults.set('get-reseller-link', [{ ...busy, after: '2026-03-02T20:00:00.000Z' } as Outcome]);
    const shown = attempts(world, 'show-case').length;
    await world.settle();
    expect(attempts(world, 'show-case').length).toBe(shown + 1);
    expect(world.told().map(({ who, says }) => `${who} ${says}`)).toContain('ana told.approved');
    expect(isDone(world, 'create-relationship')).toBe(false);
  });

  test('while a service lets us wait for an answer the card of the same case is shown', async () => {
    const { world } = await agreed();
    const { answer, letGo } = held();
    world.faults.set('get-reseller-link', [answer]);
    const shown = attempts(world, 'show-case').length;
    const settled = world.settle();
    await until(() => attempts(world, 'show-case').length > shown);
    expect(isDone(world, 'get-reseller-link')).toBe(false);
    letGo();
    await settled;
  });

  test('a mail server that is down holds up no watch: the customer is seen to accept', async () => {
    const { world, act, id } = await agreed({}, inviting({ gdap: null }));
    world.faults.set(
      'send-letter',
      Array.from({ length: 9 }, () => busy),
    );
    await world.settle();
    world.seen.set(`${id} reseller`, {
      kind: 'done',
      report: { name: 'record-customer-accepted', what: 'reseller', acceptedAt: world.now(), endsAt: null },
    });
    await world.run({ hours: 7 });
    expect(await act.status(id)).toBe('active');
  });
});

describe('customers do not hold up one another', () => {
  const another = (name: string) => ({ ...inviting(), customer: { ...contoso, name } });

  test('one who is throttled waits, and the others do not', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('get-reseller-link', [{ ...busy, after: '2026-03-02T20:00:00.000Z' } as Outcome]);
    await world.settle();
    const other = await agreedIn(world, another('Fabrikam Mills'));
    await world.settle();
    expect([await act.status(id), await other.act.status(other.id)]).toEqual(['preparing', 'awaiting-customer']);
  });

  test('fifteen services that do not answer leave room for a sixteenth customer', async () => {
    const world = createWorld();
    const { answer, letGo } = held();
    const act = doing(world);
    const ids = await Promise.all(Array.from({ length: 16 }, (_, n) => act.opened(another(`Customer ${n}`))));
    await world.settle();
    for (const id of ids) await act.approve(id, 'ada');
    world.faults.set(
      'get-reseller-link',
      Array.from({ length: 15 }, () => answer),
    );
    const settled = world.settle();
    await until(async () => (await Promise.all(ids.map(act.status))).includes('awaiting-customer'));
    expect((await Promise.all(ids.map(act.status))).filter((status) => status === 'preparing')).toHaveLength(15);
    letGo();
    await settled;
  });

  test('never more than sixteen errands are under way at once', async () => {
    const world = createWorld();
    const act = doing(world);
    const ids = await Promise.all(Array.from({ length: 40 }, (_, n) => act.opened(another(`Customer ${n}`))));
    await world.settle();
    for (const id of ids) await act.approve(id, 'ada');
    let [under, most] = [0, 0];
    const slow = async (): Promise<Outcome> => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under--;
      return { kind: 'done' };
    };
    world.faults.set(
      'get-reseller-link',
      Array.from({ length: 40 }, () => slow),
    );
    await world.settle();
    expect(most).toBeGreaterThan(8);
    expect(most).toBeLessThanOrEqual(16);
  });

  test('who is approved while another’s service does not answer is not kept waiting for that answer', async () => {
    const { world } = await agreed();
    const { answer, letGo } = held();
    world.faults.set('get-reseller-link', [answer]);
    const settled = world.settle();
    await until(() => attempts(world, 'get-reseller-link').length === 1);
    const act = doing(world);
    const late = await act.opened(another('Fabrikam Mills'));
    await act.approve(late, 'ada');
    await until(async () => (await act.status(late)) === 'awaiting-customer');
    expect(attempts(world, 'get-reseller-link')).toHaveLength(2);
    letGo();
    await settled;
  });
});
