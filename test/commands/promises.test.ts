import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from '../../src/cases/case.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { seenOf } from '../../src/cases/seen.ts';
import type { Person } from '../../src/cases/people.ts';
import type { Handled } from '../../src/commands/handle.ts';
import type { Change, Store } from '../../src/ports.ts';
import { StoreError } from '../../src/ports.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { click, doing, inviting, switching } from '../support/requests.ts';
import { happenedTo, valuesOf, wordOf } from '../support/answers.ts';
import { createWorld, someone } from '../support/world.ts';
import type { World } from '../support/world.ts';

// What is promised of the bot as a whole, as far as it is the commands that keep it.

/** All that is kept of a case. */
const kept = async ({ store }: World, id: CaseId) => ({
  case: await store.case(id),
  history: await store.history(id),
  dead: await store.deadLetters(),
  due: await store.nextDue(),
});

describe('P2: an error answer means that nothing changed', () => {
  const stop = (name: string) => (world: World) => void world.unreachable.add(name);
  const nothing = () => undefined;
  const decline = (by: Person, words = 'No.') => ({ name: 'decline-case', actor: by, words });

  test.each<readonly [string, (world: World) => unknown, (current: Case) => object]>([
    ['refusal.not-an-approver', nothing, () => decline(someone('sven'))],
    ['refusal.own-request', nothing, () => decline({ ...someone('ana'), roles: ['admin_agent'] })],
    ['refusal.words-needed', nothing, () => decline(someone('bo'), ' ')],
    ['refusal.unreadable', nothing, () => ({ ...decline(someone('bo')), because: 'so' })],
    ['refusal.not-yours', nothing, () => ({ name: 'withdraw-case', actor: someone('bo') })],
    ['refusal.changed', nothing, () => ({ name: 'approve-case', actor: someone('bo'), seen: 'another' })],
    [
      'failure.unreachable',
      stop('Partner Center'),
      (current) => ({ name: 'approve-case', actor: someone('bo'), seen: seenOf(current) }),
    ],
  ])('%s', async (word, prepare, command) => {
    const world = createWorld();
    const id = await doing(world).opened(inviting());
    const before = await kept(world, id);
    prepare(world);
    const answer = await world.handle({ key: click(), caseId: id, ...command(await doing(world).current(id)) });
    expect(wordOf(answer)).toBe(word);
    expect(await kept(world, id)).toStrictEqual(before);
  });

  test('but for what the answer itself shows: the rules have said something new since it was asked', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await does.opened(inviting());
    const before = await does.current(id);
    world.facts.set('customer.mca', 'none');
    const answer = await does.approve(id, 'ada');
    const after = await does.current(id);
    expect(wordOf(answer)).toBe('refusal.changed');
    expect(answer).toMatchObject({ decisions: after.decisions });
    expect({ ...after, decisions: before.decisions }).toStrictEqual(before);
  });

  /** Keeps what it is given and loses the answer, once. */
  const forgetful = (isKept: boolean): { store: Store; loses: () => void } => {
    const inner = createMemoryStore();
    let loses = false;
    const commit = async (change: Change) => {
      if (!loses) return inner.commit(change);
      loses = false;
      if (isKept) await inner.commit(change);
      throw new StoreError('unknown', 'The answer was lost');
    };
    const lose = (): void => {
      loses = true;
    };
    return { store: { ...inner, commit }, loses: lose };
  };

  test.each([
    ['it was kept', true],
    ['it was not', false],
  ])('if we cannot know we say so, and the same click tells: %s', async (_, isKept) => {
    const { store, loses } = forgetful(isKept);
    const world = createWorld({ store });
    const does = doing(world);
    const id = await does.opened(inviting());
    const declining = { name: 'decline-case', key: click(), actor: someone('bo'), caseId: id, words: 'No.' };
    loses();
    expect(await world.handle(declining)).toMatchObject({ kind: 'unknown', says: { key: 'failure.unknown' } });
    expect(wordOf(await world.handle(declining))).toBe('declined');
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened', 'case-declined']);
  });
});

describe('P3: one decision per case', () => {
  const agents = Array.from({ length: 20 }, (_, at): Person => ({
    id: `agent-${at}`,
    name: `Agent ${at}`,
    roles: ['admin_agent'],
  }));
  const crowd = [...agents, someone('ana'), someone('sven'), someone('gunn'), someone('olav')];
  const words = 'So be it.';

  const clicks = fc.record({
    name: fc.constantFrom('approve-case', 'decline-case', 'withdraw-case', 'send-back-case'),
    actor: fc.constantFrom(...crowd),
    /** Some press twice, in either of two processes. */
    key: fc.integer({ min: 1, max: 700 }),
    process: fc.integer({ min: 0, max: 1 }),
  });

  const polite = new Set([
    'already-decided',
    'not-now',
    'not-yours',
    'own-request',
    'not-an-approver',
    'approved-already',
    'being-prepared',
    'other-command',
  ]);

  const storm = async (world: World, id: CaseId, seed: number) => {
    const seen = seenOf(await doing(world).current(id));
    const processes = [world, world.started()];
    const sent = fc.sample(clicks, { numRuns: 1000, seed });
    return Promise.all(
      sent.map(async ({ name, actor, key, process }) => {
        const command = { name, actor, key: `storm-${seed}-${key}`, caseId: id, words, ...(name === 'approve-case' && { seen }) };
        const answer: Handled = (await processes[process]?.handle(command)) ?? { kind: 'fenced' };
        return { command, answer };
      }),
    );
  };

  test.each([
    ['an invitation', inviting, 1],
    ['an invitation', inviting, 2],
    ['a switch that two have to agree to', switching, 3],
  ] as const)('of a thousand clicks at once on %s one decides, and the others hear who it was', async (_, wish, seed) => {
    const world = createWorld();
    const id = await doing(world).opened(wish());
    const answered = await storm(world, id, seed);
    const happened = await happenedTo(world, id);
    const decided = happened.findIndex((type) => /^case-(approved|declined|withdrawn)$/.test(type));
    expect(decided).toBeGreaterThan(0);
    // What is agreed to can still be taken back while people prepare it; nothing else can come after.
    expect(happened.slice(decided + 1).filter((type) => type !== 'case-withdrawn')).toStrictEqual([]);
    expect(happened[decided] === 'case-approved' || happened.length === decided + 1).toBe(true);
    // As many clicks were done as there are steps in the history; the same click got the same answer.
    const done = new Set(answered.filter(({ answer }) => answer.kind === 'done').map(({ command }) => command.key));
    expect(done.size).toBe(happened.filter((type) => type !== 'case-opened' && type !== 'case-approved').length);
    const others = answered.filter(({ answer }) => answer.kind !== 'done').map(({ answer }) => wordOf(answer));
    expect([...new Set(others)].filter((word) => !polite.has(word.replace('refusal.', '')))).toStrictEqual([]);
    const late = answered.filter(({ answer }) => wordOf(answer) === 'refusal.already-decided');
    expect(late.length).toBeGreaterThan(50);
    expect(late.filter(({ answer }) => !/^(Agent|Ana) /.test(String(valuesOf(answer).who)))).toStrictEqual([]);
    await world.settle();
    const keys = world.asked.filter(({ kind }) => /create|get-/.test(kind)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length > 0).toBe(wish === inviting && happened.at(-1) === 'case-approved');
  });
});

describe('P5: state and outgoing messages commit together', () => {
  test('case, history, effects and the answer are one write', async () => {
    const inner = createMemoryStore();
    const writes: Change[] = [];
    const commit = (change: Change) => {
      writes.push(change);
      return inner.commit(change);
    };
    const world = createWorld({ store: { ...inner, commit } });
    const does = doing(world);
    const id = await does.opened(inviting());
    await does.approve(id, 'ada');
    expect(writes.map((change) => Object.keys(change).sort())).toStrictEqual([
      ['answer', 'effects', 'events', 'next'],
      ['answer', 'effects', 'events', 'next'],
    ]);
    expect(writes[1]?.events).toHaveLength(2);
    expect(writes[1]?.effects?.map(({ effect }) => effect.kind)).toContain('create-relationship');
  });
});

describe('P7: the card’s data is a hint', () => {
  test('a card of yesterday shows the state of today', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await does.opened(inviting());
    const old = seenOf(await does.current(id));
    await does.decline(id, 'bo');
    const click_ = { name: 'approve-case', key: click(), actor: someone('ada'), caseId: id, seen: old };
    expect(wordOf(await world.handle(click_))).toBe('refusal.already-decided');
  });

  test('what was seen of one case does not decide another', async () => {
    const world = createWorld();
    const does = doing(world);
    const one = await does.opened(inviting());
    const other = await does.opened(inviting());
    const click_ = {
      name: 'approve-case',
      key: click(),
      actor: someone('ada'),
      caseId: other,
      seen: seenOf(await does.current(one)),
    };
    expect(wordOf(await world.handle(click_))).toBe('refusal.changed');
  });

  test.each(['status', 'version', 'requester', 'approval', 'roles', 'decisions', 'customer'])(
    'a card cannot say its own %s',
    async (name) => {
      const world = createWorld();
      const does = doing(world);
      const id = await does.opened(inviting());
      const seen = seenOf(await does.current(id));
      const forged = { name: 'approve-case', key: click(), actor: someone('ada'), caseId: id, seen, [name]: 'mine' };
      const answer = await world.handle(forged);
      expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.unreadable', { paths: name }]);
    },
  );
});
