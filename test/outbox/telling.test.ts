import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import type { NewEffect } from '../../src/ports.ts';
import { click, doing, inviting, switching } from '../support/requests.ts';
import { createWorld, house } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { agreed, attempts, invited, no } from './moments.ts';

const MORNING = '2026-03-03T07:00:00.000Z' as Instant;

describe('news for several people is one message for each of them', () => {
  test('two may decide, so two are asked, once each', async () => {
    const world = createWorld();
    await doing(world).opened(inviting());
    await world.settle();
    await world.settle();
    expect(world.told().map(({ who, says }) => `${who} ${says}`)).toEqual(['ada told.asked', 'bo told.asked']);
  });

  test('whoever asked and may decide too is told of the end once', async () => {
    const world = createWorld();
    const act = doing(world);
    const id = await act.opened(inviting({ gdap: null }, 'ada'));
    await act.approve(id, 'bo');
    await world.settle();
    await act.accept(id);
    await world.settle();
    expect(
      world
        .told()
        .filter(({ says }) => says === 'told.active')
        .map(({ who }) => who)
        .toSorted(),
    ).toEqual(['ada', 'bo']);
  });

  test('whoever has taken the case over is told, and no longer who asked', async () => {
    const { world, act, id } = await invited();
    await act.takeOver(id, 'sven');
    await world.run({ days: 4 });
    expect(
      world
        .told()
        .filter(({ says }) => says === 'told.customer-reminded')
        .map(({ who }) => who),
    ).toEqual(['sven']);
  });

  test('somebody who cannot be reached is missed, and the others are told', async () => {
    const world = createWorld();
    await doing(world).opened(inviting());
    world.faults.set('tell', [no]);
    await world.settle();
    expect(world.told().map(({ who }) => who)).toEqual(['bo']);
    expect(await world.store.deadLetters()).toMatchObject([{ effect: { kind: 'tell', person: { id: 'ada' } } }]);
  });

  test('when nobody holds the role any more the operator hears of it', async () => {
    const approvals = house.approvals.map((line) => ({ ...line, roles: ['user_administrator' as const] }));
    const world = createWorld({ house: { ...house, approvals } });
    await doing(world).opened(inviting());
    await world.settle();
    expect(world.told()).toEqual([]);
    expect(world.said.join(' ')).toContain('told.asked, and there is nobody to be told');
  });

  test('what another partner asks of us is told to those who may decide, and then to who agreed; never to the other partner', async () => {
    const world = createWorld();
    const { proposal, cloud, customer } = switching();
    const answer = await world.handle({
      name: 'record-transfer-offered',
      key: click(),
      actor: 'watch',
      cloud,
      customer,
      proposal: {
        wants: 'hand-out',
        procedure: 'azure-plan-transfer',
        otherPartner: proposal.otherPartner,
        transferId: 'transfer-9',
        subjects: proposal.subjects,
        told: proposal.told,
      },
      expiresAt: '2026-04-01T09:00:00.000Z',
    });
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
    await world.run({ days: 31 });
    const told = world.told();
    expect(told.map(({ says }) => says)).toEqual(expect.arrayContaining(['told.transfer-offered', 'told.transfer-expired']));
    expect(new Set(told.map(({ who }) => who))).toEqual(new Set(['ada', 'bo']));
  });
});

describe('who is asked to agree, and who is told', () => {
  const reminded = (world: World) =>
    world
      .told()
      .filter(({ says }) => says === 'told.approval-waits')
      .map(({ who }) => who);

  test('who has agreed already, or has asked, is not reminded to agree; who still may is', async () => {
    const world = createWorld();
    const act = doing(world);
    const id = await act.opened(switching());
    await act.approve(id, 'ada');
    expect(await act.status(id)).toBe('awaiting-approval');
    await act.opened(inviting({}, 'bo'));
    await world.run({ days: 1 });
    expect(reminded(world).toSorted()).toEqual(['ada', 'bo']);
    const asked = world.told().filter(({ says }) => says === 'told.asked');
    expect(asked.map(({ who }) => who).toSorted()).toEqual(['ada', 'bo']);
  });

  test('who has taken it over is not reminded to agree to it either', async () => {
    const world = createWorld();
    const act = doing(world);
    const id = await act.opened(inviting());
    await act.takeOver(id, 'bo');
    await world.run({ days: 1 });
    expect(reminded(world)).toEqual(['ada']);
  });

  test('whoever answered for it until somebody took it over is told so, each in turn', async () => {
    const { world, act, id } = await invited();
    await act.takeOver(id, 'sven');
    await act.takeOver(id, 'bo');
    await world.settle();
    const told = world.told().filter(({ says }) => says === 'told.taken-over');
    expect(told.map(({ who }) => who)).toEqual(['ana', 'sven']);
  });

  test('the operator is told in English, and not by the key of a sentence', async () => {
    const { world, id } = await agreed();
    world.faults.set('get-reseller-link', [no]);
    world.faults.set('show-case', [no]);
    await doing(world).opened(inviting());
    await world.run({ days: 4 });
    const stuck = `${id}: it is stuck and waits for a person; see \`handshake outbox dead\` and the case`;
    expect(world.said).toContain(stuck);
    expect(world.said.filter((sentence) => sentence.includes('told.'))).toEqual([]);
  });

  test('every sentence for the operator that an event can lead to is there in English', async () => {
    const world = createWorld();
    const id = await doing(world).opened(inviting());
    const says = ['told.escalated', 'told.effect-given-up', 'told.stuck'];
    const effects = says.map((one, order): NewEffect => ({
      ...{ id: `${id}/9.${order + 1}`, caseId: id, lane: 'notices', order: order + 900, since: world.now(), dueAt: world.now() },
      effect: { kind: 'notify', whom: 'operator', says: one },
    }));
    await world.store.commit({ effects });
    await world.settle();
    const sentences = world.said.filter((sentence) => sentence.startsWith(id));
    expect(sentences).toHaveLength(3);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9-]+: [a-z].* .* [a-z]+/);
  });
});

describe('nobody is disturbed in their night', () => {
  test('who sleeps is told at the end of the night, and the others at once', async () => {
    const world = createWorld();
    world.nights.set('bo', MORNING);
    await doing(world).opened(inviting());
    await world.run({ hours: 23 });
    expect(world.told()).toEqual([
      { who: 'ada', says: 'told.asked', at: '2026-03-02T09:00:00.000Z' },
      { who: 'bo', says: 'told.asked', at: MORNING },
    ]);
  });

  test('the night is no failure: nothing is given up however long it lasts', async () => {
    const world = createWorld();
    world.nights.set('bo', '2026-03-30T07:00:00.000Z' as Instant);
    const id = await doing(world).opened(inviting());
    await world.settle();
    const [waiting] = (await Promise.all([1, 2].map((n) => world.store.effect(`${id}/1.2.${n}`)))).filter(
      (effect) => effect !== null,
    );
    expect(waiting).toMatchObject({ state: 'waiting', failures: 0, trouble: null, dueAt: '2026-03-30T07:00:00.000Z' });
  });

  test('a question that was answered in the night is not asked in the morning', async () => {
    const world = createWorld();
    const act = doing(world);
    world.nights.set('bo', MORNING);
    const id = await act.opened(inviting());
    await world.settle();
    await act.approve(id, 'ada');
    await world.run({ days: 1 });
    expect(world.told().filter(({ who }) => who === 'bo')).toEqual([]);
  });

  test('a message that may have been sent before the night is looked up after it', async () => {
    const world = createWorld();
    await doing(world).opened(inviting({}, 'ada'));
    world.faults.set('tell', ['lost answer']);
    await world.settle();
    world.nights.set('bo', MORNING);
    await world.run({ days: 1 });
    expect(attempts(world, 'tell').filter(({ at }) => at < MORNING)).toHaveLength(1);
    expect(world.asked.filter(({ kind, looksUp }) => kind === 'tell' && looksUp).map(({ at }) => at)).toHaveLength(1);
  });
});

describe('the card', () => {
  test('shows a case once, however many things have happened to it at once', async () => {
    const { world } = await agreed();
    await world.settle();
    // Opened; approved, which is two events; one invitation; the other one and that all is ready; the letter.
    expect(attempts(world, 'show-case')).toHaveLength(5);
  });

  test('is brought up to date in place: whoever shows it is told where it stands', async () => {
    const { world, id } = await agreed();
    await world.settle();
    const shown = world.errands.filter(({ effect }) => effect.kind === 'show-case');
    expect(shown[0]?.sent).toEqual([]);
    expect(shown.at(-1)?.sent).toMatchObject([{ place: 'chat', activityId: `card-${id}` }]);
  });
});

test('a directory that is down does not end in silence: it is asked again, and everybody is told once', async () => {
  const world = createWorld();
  await doing(world).opened(inviting());
  world.unreachable.add('the directory');
  await world.run({ hours: 1 });
  expect(world.told()).toEqual([]);
  world.unreachable.clear();
  await world.run({ hours: 2 });
  expect(world.told().map(({ who }) => who)).toEqual(['ada', 'bo']);
});
