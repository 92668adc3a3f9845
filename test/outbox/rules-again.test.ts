import { describe, expect, test } from '@jest/globals';
import { StoreError } from '../../src/ports.ts';
import type { Change, Store } from '../../src/ports.ts';
import { click, inviting } from '../support/requests.ts';
import { createWorld, someone } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { agreed, attempts, busy, eventsOf, invited, isDone, typesOf } from './moments.ts';

describe('right before something is done at Microsoft the rules are asked again', () => {
  test('they say the same: it is done', async () => {
    const { world, id } = await agreed();
    await world.settle();
    expect(isDone(world, 'create-relationship')).toBe(true);
    expect(await typesOf(world, id)).not.toContain('decision-changed');
  });

  test('meanwhile the customer has turned out to be a partner: nothing is done, and whoever decides looks again', async () => {
    const { world, act, id } = await agreed();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await world.settle();
    expect(isDone(world, 'get-reseller-link')).toBe(false);
    expect(await act.current(id)).toMatchObject({ status: 'awaiting-approval', approvals: [] });
    expect(
      world
        .told()
        .filter(({ says }) => says === 'told.decision-changed')
        .map(({ who }) => who)
        .toSorted(),
    ).toEqual(['ada', 'ana', 'bo']);
    expect(await world.store.deadLetters()).toEqual([]);
  });

  test('it was allowed on Monday, the service was busy until Tuesday, and on Tuesday it is not', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('get-reseller-link', [{ ...busy, after: '2026-03-03T08:00:00.000Z' } as typeof busy]);
    await world.settle();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await world.run({ days: 1 });
    expect(attempts(world, 'get-reseller-link')).toHaveLength(1);
    expect(await act.status(id)).toBe('awaiting-approval');
  });

  test('what was sent back to its approvers is done once they have agreed again', async () => {
    const { world, act, id } = await agreed();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await world.settle();
    world.facts.set('customer.tenantKind', 'end_customer');
    await act.approve(id, 'bo');
    await act.approve(id, 'bo');
    await world.settle();
    expect(await act.status(id)).toBe('awaiting-customer');
    expect([...world.done.values()].filter(({ kind }) => kind === 'create-relationship')).toHaveLength(1);
  });

  test('what was made before the rules changed is not made again after the second approval', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('create-relationship', [{ ...busy, after: '2026-03-02T12:00:00.000Z' } as typeof busy]);
    await world.settle();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await world.run({ hours: 4 });
    expect(await act.status(id)).toBe('awaiting-approval');
    world.facts.set('customer.tenantKind', 'end_customer');
    await act.approve(id, 'bo');
    await act.approve(id, 'bo');
    await world.settle();
    expect(await act.status(id)).toBe('awaiting-customer');
    const made = [...world.done.values()].map(({ kind }) => kind);
    expect(made.filter((kind) => kind === 'get-reseller-link' || kind === 'create-relationship')).toHaveLength(2);
  });

  test('the letter has turned out to link to a stranger: it is not sent, and waits among the dead letters for a person', async () => {
    const { world, act, id } = await agreed();
    world.facts.set('msg.linkHost', 'evil.example');
    await world.settle();
    expect(isDone(world, 'send-letter')).toBe(false);
    expect(await act.status(id)).toBe('stuck');
    expect(await world.store.deadLetters()).toMatchObject([{ effect: { kind: 'send-letter' } }]);
  });

  test('as long as the facts cannot be read nothing is done, and it is tried again', async () => {
    const { world, act, id } = await agreed();
    world.unreachable.add('Microsoft Graph');
    await world.run({ hours: 2 });
    expect(isDone(world, 'get-reseller-link')).toBe(false);
    expect(await act.status(id)).toBe('preparing');
    world.unreachable.clear();
    await world.run({ hours: 2 });
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('a fact that nobody knows any more refuses, and the dead letter says so', async () => {
    const { world, act, id } = await agreed();
    world.facts.set('customer.tenantKind', 'something new');
    await world.settle();
    expect(isDone(world, 'get-reseller-link')).toBe(false);
    expect(await act.status(id)).toBe('stuck');
    expect(await world.store.deadLetters()).toMatchObject([{ trouble: 'refusal.facts-missing: customer.tenantKind' }]);
  });

  test('taking an invitation back needs nobody’s leave', async () => {
    const { world, act, id } = await invited();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await act.withdraw(id, 'ana');
    await world.settle();
    expect(isDone(world, 'end-relationship')).toBe(true);
    expect(await act.current(id)).toMatchObject({ status: 'ended', why: 'invitation-withdrawn' });
  });
});

describe('what the rules say anew, and what becomes of the errand, is one write', () => {
  /** A store whose process ends right after the rules have said something new. */
  const endingAfter = (store: Store) => {
    const changes: Change[] = [];
    const commit: Store['commit'] = async (change) => {
      if (changes.length > 0) throw new StoreError('stopped', 'the process has ended');
      const committed = await store.commit(change);
      if (change.events?.some(({ text }) => text.includes('"decision-changed"'))) changes.push(change);
      return committed;
    };
    return { changes, store: { ...store, commit } };
  };

  test('a process that ends right after it leaves nothing that would be tried again', async () => {
    const { world, act, id } = await agreed({}, inviting({ gdap: null }));
    const { changes, store } = endingAfter(world.store);
    const dying = createWorld({ store, start: world.now() });
    for (const one of [world, dying]) one.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    await dying.carryOutDue();
    expect(changes).toMatchObject([{ settles: { as: 'done' } }]);
    expect((await world.store.effectsOf(id)).filter(({ lane }) => lane === 'services')).toEqual([]);
    await world.run({ hours: 1 });
    expect([await act.status(id), world.asked.filter(({ kind }) => kind === 'get-reseller-link')]).toEqual([
      'awaiting-approval',
      [],
    ]);
  });

  test('of a case that is stuck by it the errand lies among the dead letters at once', async () => {
    const { world, act, id } = await agreed();
    const { changes, store } = endingAfter(world.store);
    const dying = createWorld({ store, start: world.now() });
    dying.facts.set('msg.linkHost', 'evil.example');
    await dying.carryOutDue();
    expect(changes).toMatchObject([{ settles: { as: 'given-up' } }]);
    expect(await act.status(id)).toBe('stuck');
    expect(await world.store.deadLetters()).toMatchObject([
      { effect: { kind: 'send-letter' }, trouble: 'the rules say something new' },
    ]);
  });
});

describe('what nobody wants any more', () => {
  const reminded = async () => {
    const moment = await invited({}, inviting({ gdap: null }));
    const { world } = moment;
    world.faults.set('send-letter', ['lost answer']);
    world.wait({ days: 3 });
    await world.settle();
    const letter = (await world.store.effectsOf(moment.id)).find(({ lane }) => lane === 'letters');
    expect(letter).toMatchObject({ effect: { letter: 'reminder' }, isUncertain: true });
    await moment.act.accept(moment.id);
    return { ...moment, key: letter?.id ?? '' };
  };
  const about = (world: World, key: string) =>
    world.asked.filter((one) => one.key === key).map(({ looksUp }) => (looksUp ? 'looked up' : 'asked'));

  test('and may have happened is looked up first: the reminder that has gone out is noted, and goes out once', async () => {
    const { world, id, key } = await reminded();
    await world.run({ hours: 1 });
    expect(about(world, key)).toEqual(['asked', 'looked up']);
    const noted = (await eventsOf(world, id)).filter((event) => event.type === 'letter-sent');
    expect(noted.map(({ letter }) => letter)).toEqual(['invitation', 'reminder', 'accepted']);
    expect([...world.done.values()].filter((effect) => effect.kind === 'send-letter' && effect.letter === 'reminder')).toHaveLength(
      1,
    );
    expect(await world.store.effect(key)).toBeNull();
  });

  test('and may have happened is looked up until somebody can tell', async () => {
    const { world, key } = await reminded();
    world.lookUps.set('send-letter', [{ kind: 'unknown', words: '?' }, busy as never]);
    await world.run({ hours: 1 });
    expect(about(world, key)).toEqual(['asked', 'looked up', 'looked up', 'looked up']);
    expect(await world.store.effect(key)).toBeNull();
  });

  test('and has not happened is dropped', async () => {
    const { world, id, key } = await reminded();
    world.lookUps.set('send-letter', [{ kind: 'absent' }]);
    await world.run({ hours: 1 });
    expect(about(world, key)).toEqual(['asked', 'looked up']);
    expect((await typesOf(world, id)).filter((type) => type === 'letter-sent')).toHaveLength(2);
    expect(await world.store.effect(key)).toBeNull();
  });
});

describe('what nobody wants any more is dropped', () => {
  test('once it is decided, an approver who sleeps is not reminded of it in the morning', async () => {
    const { world, act, id } = await agreed();
    const second = await act.opened(inviting());
    world.nights.set('bo', '2026-03-04T07:00:00.000Z' as never);
    await world.run({ days: 1, hours: 12 });
    const told = () => world.told().filter(({ who, says }) => who === 'bo' && says === 'told.approval-waits');
    expect(told()).toEqual([]);
    await act.approve(second, 'ada');
    await world.run({ days: 1 });
    expect(told()).toEqual([]);
    expect(await act.status(id)).toBe('awaiting-customer');
  });

  test('a service call of a case that was withdrawn from its dead end is not made', async () => {
    const { world, act, id } = await agreed();
    world.faults.set('get-reseller-link', [{ kind: 'refused', code: '1', words: 'no' }]);
    await world.settle();
    await act.withdraw(id, 'ana', 'Marta has changed her mind.');
    const letters = await world.store.deadLetters();
    for (const { id: effect } of letters)
      await world.handle({ name: 'retry-dead-letter', key: click(), actor: someone('ana'), caseId: id, effect });
    await world.settle();
    expect([isDone(world, 'get-reseller-link'), isDone(world, 'create-relationship')]).toEqual([false, false]);
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ type: 'dead-letter-retried' });
  });

  test('a watch ends with what it waited for', async () => {
    const { world, act, id } = await invited({}, inviting({ gdap: null }));
    await act.accept(id);
    const before = attempts(world, 'watch-invitation').length;
    await world.run({ days: 2 });
    expect(attempts(world, 'watch-invitation')).toHaveLength(before);
  });
});
