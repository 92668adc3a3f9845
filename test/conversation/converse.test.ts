import { describe, expect, test } from '@jest/globals';
import { createTelling } from '../../src/conversation/telling.ts';
import type { PersonalChats } from '../../src/conversation/personal-chats.ts';
import type { Errand } from '../../src/ports.ts';
import { inviting } from '../support/requests.ts';
import { someone } from '../support/world.ts';
import { atTalk, channel, textOf } from '../support/talk-world.ts';

const elsewhere = 'c0570001-0001-4c01-8c01-0000000000c1';
const search = { kind: 'search', dataset: 'customers', text: 'con', limit: 10 } as const;

const stranger = (id: string, tenant: string) => ({ who: { id, name: id, address: `29:${id}`, tenant } });

describe('whoever is nobody of ours', () => {
  test('is offered nothing while they type', async () => {
    const { hear } = atTalk();
    expect(await hear('ana', search, stranger('ana', elsewhere))).toEqual({ kind: 'choices', choices: [] });
    expect(await hear('nobody', search)).toEqual({ kind: 'choices', choices: [] });
  });

  test('leaves no note behind, coming, speaking or going', async () => {
    const { hear, says, world } = atTalk();
    for (const kind of ['arrived', 'left'] as const) {
      await hear('ana', { kind }, stranger('ana', elsewhere));
      await hear('nobody', { kind });
    }
    await says('nobody', 'help');
    expect(await world.store.notes('', null, 10)).toEqual([]);
  });
});

describe('whoever asks for a rule that does not exist', () => {
  test('is shown those that come close, or that there is none, with a way on', async () => {
    const { says } = atTalk();
    expect(textOf(await says('ana', 'rules R-XFER-30D'))).toContain('These come close:');
    const none = textOf(await says('ana', 'rules R-QQQ'));
    expect(none).toContain('There is no rule R-QQQ.');
    expect(none).not.toContain('come close');
    expect(none).toContain('Help');
  });
});

describe('the language of somebody', () => {
  test('is that of their program when they first spoke, until they choose another', async () => {
    const { says } = atTalk();
    await says('ana', 'help', { locale: 'es-ES' });
    expect(await says('ana', 'cases', { locale: 'en-GB' })).toMatchObject({ language: 'es' });
    expect(await says('ana', 'language italian', { locale: 'en-GB' })).toMatchObject({ language: 'it' });
    expect(await says('ana', 'cases', { locale: 'es-ES' })).toMatchObject({ language: 'it' });
  });
});

describe('a press that takes longer than anybody waits', () => {
  /** Nothing is read from the store about cases before it may go on. */
  const slow = async (error?: Error) => {
    const at = atTalk({ patienceMs: 5 });
    const answer = await at.world.handle(inviting());
    const id = answer.kind === 'done' ? answer.caseId : '';
    await at.tick();
    const gate = Promise.withResolvers<undefined>();
    const { case: found } = at.world.store;
    Object.assign(at.world.store, { case: (...all: Parameters<typeof found>) => gate.promise.then(() => found(...all)) });
    const goOn = async (): Promise<void> => {
      if (error) gate.reject(error);
      else gate.resolve(undefined);
      await at.talk.settled();
    };
    return { ...at, id, goOn, before: at.sent.length };
  };

  test('is answered in place of the card, and in a new one where that is gone', async () => {
    const at = await slow();
    await at.presses('ada', 'view', { id: at.id }, { pressedOn: 'm77' });
    let tries = 0;
    at.troubles.set('a:ada', () =>
      ++tries === 1 ? { kind: 'refused', words: 'no such message' } : { kind: 'posted', activityId: '' },
    );
    await at.goOn();
    expect(at.sent.slice(at.before)).toMatchObject([{ to: 'a:ada', on: null }]);
  });

  test('is answered in their own chat, where others would see it', async () => {
    const at = await slow();
    const chat = { ...channel.chat, kind: 'channel' } as const;
    expect(textOf(await at.presses('ada', 'view', { id: at.id }, { chat, pressedOn: 'm77' }))).not.toContain('Contoso');
    await at.goOn();
    expect(at.sent.slice(at.before)).toMatchObject([{ to: 'a:ada', on: null }]);
  });

  test('leaves the card as it is, where nobody pressed anything', async () => {
    const at = await slow();
    expect(await at.presses('ada', 'view', { id: at.id, isAutomatic: true }, { pressedOn: 'm77' })).toEqual({ kind: 'nothing' });
    await at.goOn();
    expect(at.sent.slice(at.before)).toEqual([]);
  });

  test('and breaks is told by a reference, and to the operator with what broke', async () => {
    const at = await slow(new Error('the disk\nis full'));
    await at.presses('ada', 'view', { id: at.id }, { pressedOn: 'm77' });
    await at.goOn();
    const [, reference = 'none'] = /broke: ([A-Z\d]+): Error: the disk is full/.exec(at.world.said.join('\n')) ?? [];
    expect(textOf(at.sent.at(-1))).toContain(reference);
    expect(textOf(at.sent.at(-1))).not.toContain('the disk');
  });
});

describe('news', () => {
  test('for somebody who is nobody of ours any more are not told, and lie open', async () => {
    const told: unknown[] = [];
    const chats = { post: (...all: unknown[]) => Promise.resolve(told.push(all)) } as never as PersonalChats;
    const { carryOut } = createTelling(chats, { known: () => Promise.resolve(null) });
    const effect = { kind: 'tell', person: someone('ana'), says: 'told.active' } as const;
    expect(await carryOut({ effect } as Errand<typeof effect>)).toMatchObject({ kind: 'refused' });
    expect(told).toEqual([]);
  });
});

describe('a wizard that needs to know who we are', () => {
  test('says which service does not answer', async () => {
    const at = atTalk();
    at.world.unreachable.add('Partner Center');
    const reply = textOf(await at.says('ana', 'switch azure from contoso.example'));
    expect(reply).toContain('Partner Center cannot be reached');
  });
});
