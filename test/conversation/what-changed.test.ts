import { describe, expect, test } from '@jest/globals';
import { CaseId } from '../../src/cases/ids.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { click, inviting } from '../support/requests.ts';
import { atTalk, channel, textOf } from '../support/talk-world.ts';
import { someone } from '../support/world.ts';

const NEWS = 'Since you last looked';
const gdap = {
  durationDays: 180,
  roles: ['directory_readers', 'service_support_administrator'],
  autoExtend: false,
  purpose: 'other' as const,
};

/** A case of Ana's of which Ada and Bo have their cards. */
const waiting = async () => {
  const at = atTalk();
  const answer = await at.world.handle(inviting());
  if (answer.kind !== 'done') throw new Error(`not asked: ${textOf(answer)}`);
  const id = CaseId.parse(answer.caseId);
  await at.tick();
  const seen = async (): Promise<string> => {
    const kept = await at.world.store.case(id);
    if (kept === null) throw new Error('no case');
    return seenOf(kept.case);
  };
  let tells = 0;
  const change = async (durationDays: number) => {
    await at.presses('bo', 'send-back', { id, seen: await seen(), words: `Really, ${String(++tells)}?` });
    const { proposal } = inviting({ gdap: { ...gdap, durationDays } });
    const command = { name: 'answer-question', caseId: id, words: 'Otherwise.', proposal, key: click(), actor: someone('ana') };
    const answered = await at.world.handle(command);
    if (answered.kind !== 'done') throw new Error(textOf(answered));
  };
  const cardOf = (name: string): string =>
    textOf(
      at
        .to(`a:${name}`)
        .filter(({ message }) => 'card' in message)
        .at(-1),
    );
  return { ...at, id, seen, change, cardOf };
};

describe('whoever decides is told what has changed', () => {
  test('on their card, until they press something on it', async () => {
    const { change, tick, cardOf, presses, id, seen } = await waiting();
    expect(cardOf('ada')).not.toContain(NEWS);
    await change(90);
    await tick();
    expect(cardOf('ada')).toContain(NEWS);
    expect(cardOf('ada')).toContain('Length: 90 days, before: 180 days');
    const reply = textOf(await presses('ada', 'send-back', { id, seen: await seen(), words: '' }));
    expect(reply).toContain('in your own words');
    expect(reply).not.toContain(NEWS);
  });

  test('against what they knew, however often it has changed meanwhile', async () => {
    const { change, tick, cardOf } = await waiting();
    await change(90);
    await tick();
    await change(60);
    await tick();
    expect(cardOf('ada')).toContain('Length: 60 days, before: 180 days');
  });

  test('no longer, where it has become again what they knew', async () => {
    const { change, tick, cardOf } = await waiting();
    await change(90);
    await tick();
    await change(180);
    await tick();
    expect(cardOf('ada')).not.toContain(NEWS);
    expect(cardOf('ada')).toContain('180 days');
  });

  test('as an answer to a press on what they had before them', async () => {
    const { change, presses, id, seen, tick } = await waiting();
    const before = await seen();
    await change(90);
    for (const tries of [1, 2]) {
      const reply = textOf(await presses('ada', 'approve', { id, seen: before, words: `Yes ${String(tries)}` }));
      expect(reply).toContain('Something has changed since you saw it');
      expect(reply).toContain('Length: 90 days, before: 180 days');
      await tick();
    }
    const reply = textOf(await presses('ada', 'approve', { id, seen: await seen(), words: 'Yes' }));
    expect(reply).toContain('Your approval is kept');
    expect(reply).not.toContain(NEWS);
  });

  test('when they look again, once', async () => {
    const { change, says, id, tick, cardOf } = await waiting();
    await change(90);
    await tick();
    expect(textOf(await says('ada', `show ${id}`))).toContain(NEWS);
    await tick();
    expect(cardOf('ada')).toContain(NEWS);
    expect(textOf(await says('ada', `show ${id}`))).not.toContain(NEWS);
  });

  test('when they type a decision about what they have not seen', async () => {
    const { change, says, id } = await waiting();
    await change(90);
    const reply = textOf(await says('ada', `approve ${id}`));
    expect(reply).toContain('Look at it, then say it again');
    expect(reply).toContain('Length: 90 days, before: 180 days');
    expect(textOf(await says('ada', `approve ${id}`))).toContain('Your approval is kept');
  });

  test('still, after their program has refreshed the card by itself', async () => {
    const { change, presses, says, id, seen, tick } = await waiting();
    await change(90);
    await tick();
    const refreshed = await presses('ada', 'view', { id, seen: await seen(), isAutomatic: true });
    expect(textOf(refreshed)).toContain(NEWS);
    expect(textOf(await says('ada', `show ${id}`))).toContain(NEWS);
  });
});

describe('nobody else is', () => {
  test('who has asked, who made the difference, or everybody in a channel', async () => {
    const { change, tick, cardOf, to } = await waiting();
    await change(90);
    await tick();
    expect(cardOf('ana')).not.toContain(NEWS);
    expect(textOf(to(channel.chat.id))).not.toContain(NEWS);
  });

  test('and what somebody knew is forgotten once the case is over', async () => {
    const { change, presses, id, seen, tick, world } = await waiting();
    await change(90);
    await tick();
    const notes = async () => textOf(await world.store.notes('copy/', null, 100));
    expect(await notes()).toContain('"shown"');
    await presses('ada', 'decline', { id, seen: await seen(), words: 'No.' });
    await tick();
    expect(await notes()).not.toContain('"shown"');
  });
});
