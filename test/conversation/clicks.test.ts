import { describe, expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { outcomeUnknown, refused } from '../../src/commands/answer.ts';
import type { Answer } from '../../src/commands/answer.ts';
import type { Handle } from '../../src/commands/handle.ts';
import { createBackground } from '../../src/conversation/background.ts';
import { createClicks } from '../../src/conversation/clicks.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { someone } from '../support/world.ts';

const question = { name: 'send-back-case', caseId: 'ADM-00000-00001', words: 'Who asked for it?' };
const done = { kind: 'done', caseId: 'ADM-00000-00001', version: 2, status: 'sent-back', happened: ['case-sent-back'] } as Answer;

/** Clicks of people over a road that answers as it is told. */
const clicking = (answers: (Answer | Promise<Answer>)[], store = createMemoryStore()) => {
  let now = Date.parse('2026-03-02T09:00:00.000Z');
  const handed: { key: string; actor: { roles: readonly string[] } }[] = [];
  const heard: Answer[] = [];
  const said: string[] = [];
  let known = someone('ada');
  let isKnown = true;
  let isDeaf = false;
  const handle: Handle = (command) => {
    handed.push(command as (typeof handed)[number]);
    return Promise.resolve(answers.shift() ?? done);
  };
  const background = createBackground({ tell: (sentence) => void said.push(sentence) });
  const clicks = createClicks({
    store,
    clock: { now: () => instant(now) },
    people: { known: () => Promise.resolve(isKnown ? known : null) },
    background,
    handle,
    patienceMs: 5,
    cameLate: (_by, answer) => {
      heard.push(answer);
      return isDeaf ? Promise.reject(new Error('the chat is gone')) : Promise.resolve();
    },
  });
  return {
    ...{ clicks, handed, heard, said, store, background },
    pending: () => store.notes('click/', null, 10),
    later: (minutes: number) => void (now += minutes * 60_000),
    asks: (activity: string, isOffered = false) => clicks.hand(question, someone('ada'), { activity, isOffered }),
    deaf: () => void (isDeaf = true),
    loses: (what: 'roles' | 'all') => {
      if (what === 'all') isKnown = false;
      else known = { ...known, roles: [] };
    },
  };
};

const keysOf = ({ handed }: ReturnType<typeof clicking>): number => new Set(handed.map(({ key }) => key)).size;

describe('the same click in another activity', () => {
  test('is the same within ten minutes, and another one afterwards', async () => {
    const world = clicking([]);
    await world.asks('1');
    world.later(9);
    await world.asks('2');
    expect(keysOf(world)).toBe(1);
    world.later(2);
    await world.asks('3');
    expect(keysOf(world)).toBe(2);
  });

  test('is the same while the first is under way', async () => {
    const world = clicking([]);
    await Promise.all([world.asks('1', true), world.asks('2', true)]);
    expect(keysOf(world)).toBe(1);
  });

  test('is meant anew where the case has come back to where it is offered again', async () => {
    const world = clicking([]);
    await world.asks('1', true);
    await world.asks('2', true);
    expect(keysOf(world)).toBe(2);
  });

  test('is asked anew after a no, which may have another answer by now', async () => {
    const world = clicking([refused('facts-missing', { paths: 'x' })]);
    expect(await world.asks('1')).toMatchObject({ kind: 'refused' });
    expect(await world.asks('2')).toMatchObject({ kind: 'done' });
    expect(keysOf(world)).toBe(2);
  });

  test('is the same where nobody can say what came of the first', async () => {
    const world = clicking([outcomeUnknown()]);
    await world.asks('1', true);
    await world.asks('2', true);
    expect(keysOf(world)).toBe(1);
  });

  test('of somebody else is another one', async () => {
    const world = clicking([]);
    await world.asks('1');
    await world.clicks.hand(question, someone('bo'), { activity: '1', isOffered: false });
    expect(keysOf(world)).toBe(2);
  });
});

describe('a click that takes longer', () => {
  const slow = (): { work: Promise<Answer>; end: (answer: Answer) => void; fail: (error: Error) => void } => {
    const { promise: work, resolve: end, reject: fail } = Promise.withResolvers<Answer>();
    return { work, end, fail };
  };

  test('is written down before its maker is told so, and forgotten once they have heard', async () => {
    const { work, end } = slow();
    const world = clicking([work]);
    expect(await world.asks('1')).toBeNull();
    expect(await world.pending()).toHaveLength(1);
    end(done);
    await world.background.settled();
    expect(world.heard).toEqual([done]);
    expect(await world.pending()).toEqual([]);
  });

  test('and is made again meanwhile is told of once', async () => {
    const { work, end } = slow();
    const world = clicking([work, work]);
    await Promise.all([world.asks('1'), world.asks('2')]);
    end(refused('changed'));
    await world.background.settled();
    expect(world.heard).toHaveLength(1);
  });

  test('is forgotten also where its maker cannot be told, and the operator is', async () => {
    const { work, end } = slow();
    const world = clicking([work]);
    world.deaf();
    await world.asks('1');
    end(done);
    await world.background.settled();
    expect(await world.pending()).toEqual([]);
    expect(world.said).toEqual([expect.stringMatching(/could not be carried on: Error: the chat is gone/)]);
  });

  test('and breaks leaves its maker not without a word', async () => {
    const { work, fail } = slow();
    const world = clicking([work]);
    await world.asks('1');
    fail(new Error('a bug\nof ours'));
    await world.background.settled();
    expect(world.heard).toEqual([outcomeUnknown()]);
    expect(world.said).toEqual([expect.stringMatching(/Error: a bug of ours/)]);
  });

  const interrupted = async () => {
    const first = clicking([slow().work]);
    await first.asks('1');
    return { first, second: clicking([], first.store) };
  };

  test('goes on after a restart, under the same key', async () => {
    const { first, second } = await interrupted();
    await second.clicks.resume();
    await second.background.settled();
    expect(second.handed.map(({ key }) => key)).toEqual(first.handed.map(({ key }) => key));
    expect(second.heard).toEqual([done]);
    expect(await second.pending()).toEqual([]);
  });

  test('goes on with the roles that its maker has by then', async () => {
    const { second } = await interrupted();
    second.loses('roles');
    await second.clicks.resume();
    await second.background.settled();
    expect(second.handed).toMatchObject([{ actor: { roles: [] } }]);
  });

  test('does not go on for somebody who is nobody of ours any more', async () => {
    const { second } = await interrupted();
    second.loses('all');
    await second.clicks.resume();
    await second.background.settled();
    expect([second.handed, second.heard, await second.pending()]).toEqual([[], [], []]);
    expect(second.said).toEqual([expect.stringMatching(/nobody of ours any more/)]);
  });
});
