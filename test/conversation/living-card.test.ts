import { describe, expect, test } from '@jest/globals';
import { inviting } from '../support/requests.ts';
import { atTalk, channel, textOf } from '../support/talk-world.ts';

const asked = async (at: ReturnType<typeof atTalk>): Promise<string> => {
  const answer = await at.world.handle(inviting());
  if (answer.kind !== 'done') throw new Error(`not asked: ${textOf(answer)}`);
  return answer.caseId;
};

const cardsTo = (at: ReturnType<typeof atTalk>, chat: string) => at.to(chat).filter(({ message }) => 'card' in message);

describe('one chat that takes nothing', () => {
  test('for now, makes nobody else’s card blink at every further try', async () => {
    const at = atTalk();
    at.troubles.set('a:ada', () => ({ kind: 'again', words: 'too many' }));
    const id = await asked(at);
    await at.tick();
    at.world.wait({ minutes: 1 });
    await at.tick();
    expect([cardsTo(at, 'a:ana'), cardsTo(at, 'a:bo'), cardsTo(at, channel.chat.id)].map(({ length }) => length)).toEqual([
      1, 1, 1,
    ]);
    at.troubles.clear();
    at.world.wait({ hours: 1 });
    await at.tick();
    expect(textOf(cardsTo(at, 'a:ada'))).toContain(id);
    expect(cardsTo(at, 'a:ana')).toHaveLength(1);
  });

  test('keeps no news from the others: they see at once what was decided', async () => {
    const at = atTalk();
    at.troubles.set('a:ada', () => ({ kind: 'again', words: 'too many' }));
    const id = await asked(at);
    for (const minutes of [0, 1, 2, 5, 10, 20]) {
      at.world.wait({ minutes });
      await at.tick();
    }
    await at.says('bo', `decline ${id}: no`);
    await at.talk.settled();
    await at.tick();
    expect(textOf(cardsTo(at, 'a:ana').at(-1))).toContain('Declined');
  });

  test('and says nothing either, holds up nobody else', async () => {
    const at = atTalk();
    const silence = Promise.withResolvers<{ kind: 'again'; words: string }>();
    at.troubles.set('a:ana', () => silence.promise);
    await asked(at);
    const ticking = at.tick();
    while (cardsTo(at, channel.chat.id).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(cardsTo(at, 'a:ada')).toHaveLength(1);
    at.troubles.clear();
    silence.resolve({ kind: 'again', words: 'late' });
    await ticking;
  });

  test('for good, is named to the operator by an id, once', async () => {
    const at = atTalk();
    at.troubles.set('a:ada', () => ({ kind: 'gone', words: 'blocked' }));
    await asked(at);
    await at.tick();
    expect(at.world.said.filter((one) => one.includes('not shown to ada: blocked'))).toHaveLength(1);
    expect(textOf(at.world.said)).not.toContain('Ada Berg');
  });
});

describe('when nobody who could decide can be reached', () => {
  const deaf = (at: ReturnType<typeof atTalk>): void => {
    for (const chat of ['a:ada', 'a:bo', 'a:gunn', channel.chat.id])
      at.troubles.set(chat, () => ({ kind: 'gone', words: 'blocked' }));
  };
  const told = (at: ReturnType<typeof atTalk>) =>
    at.to('a:ana').filter(({ message }) => 'text' in message && message.text.includes('reach nobody'));

  test('whoever asked is told so, also when that has to be tried again', async () => {
    const at = atTalk();
    deaf(at);
    const id = await asked(at);
    let tries = 0;
    // The first is the card itself.
    at.troubles.set('a:ana', () => (++tries === 2 ? { kind: 'again', words: 'busy' } : { kind: 'posted', activityId: '' }));
    await at.tick();
    at.world.wait({ minutes: 1 });
    await at.tick();
    at.world.wait({ hours: 1 });
    await at.tick();
    expect(told(at)).toHaveLength(1);
    expect(at.world.said.filter((one) => one === `${id}: nobody who could decide it can be reached in a chat`)).toHaveLength(1);
  });
});

describe('a copy', () => {
  test('that is not there any more is posted anew', async () => {
    const at = atTalk();
    const id = await asked(at);
    await at.tick();
    const before = await at.world.store.sentCards(id as never);
    let tries = 0;
    at.troubles.set('a:ada', () =>
      ++tries === 1 ? { kind: 'refused', words: 'no such message' } : { kind: 'posted', activityId: '' },
    );
    await at.says('bo', `decline ${id}: no`);
    await at.tick();
    const after = await at.world.store.sentCards(id as never);
    const ofAda = (all: typeof before) => all.find(({ place }) => place === 'person/ada')?.activityId;
    expect(ofAda(after)).not.toBe(ofAda(before));
    expect(textOf(cardsTo(at, 'a:ada').at(-1))).toContain('Declined');
  });

  test('of a case that is over is on nobody’s list, however many there are', async () => {
    const at = atTalk();
    const ids = [];
    for (let one = 0; one < 3; one++) ids.push(await asked(at));
    await at.tick();
    await at.says('ada', `decline ${ids[0] ?? ''}: no`);
    await at.tick();
    const list = textOf(await at.says('ada', 'cases'));
    expect(ids.map((id) => list.includes(id))).toEqual([false, true, true]);
  });
});

describe('what somebody’s copy shows', () => {
  test('is not written down again when it is shown to them as it was', async () => {
    const at = atTalk();
    const id = await asked(at);
    await at.tick();
    await at.presses('ada', 'view', { id });
    expect(await at.world.store.note(`copy/person/ada/${id}`)).toMatchObject({ version: 1 });
  });
});

describe('somebody who is nobody of ours any more', () => {
  test('is shown nothing further', async () => {
    const at = atTalk();
    const id = await asked(at);
    await at.tick();
    const before = at.to('a:bo').length;
    at.strangers.add('bo');
    await at.says('ada', `decline ${id}: no`);
    await at.tick();
    expect(at.to('a:bo')).toHaveLength(before);
    expect(textOf(await at.presses('bo', 'view', { id }))).not.toContain('Contoso');
  });
});
