import { describe, expect, test } from '@jest/globals';
import { createArriving, take } from '../../../src/playground/page/chat/arriving.ts';
import { createRoom } from '../../../src/playground/page/chat/room.ts';
import type { ChatView, MessageView } from '../../../src/playground/play/view.ts';
import { messageShown } from '../../support/message-shown.ts';

const view = (stamp: number, ...messages: readonly MessageView[]): ChatView => ({ stamp, messages });
const one = messageShown({ id: '1' });
const two = messageShown({ id: '2' });
const room = () => createRoom('ana', 'chat');
const nothing = () => undefined;
const done = () => Promise.resolve({ kind: 'done' } as const);

describe('what is new in a chat', () => {
  test('is brought into view for whoever reads the newest', () => {
    const here = room();
    take(here, view(1, one, two));
    expect(here).toMatchObject({ goTo: '2', hasNew: false });
  });

  test('is only announced to whoever reads further up', () => {
    const here = { ...room(), view: view(1, one), isFollowing: false };
    take(here, view(2, one, two));
    expect(here).toMatchObject({ goTo: null, hasNew: true });
  });

  test('is brought into view if they wrote it themselves', () => {
    const here = { ...room(), view: view(1, one), isFollowing: false };
    take(here, view(2, one, { ...two, from: { id: 'ana', name: 'Ana' } }));
    expect(here).toMatchObject({ goTo: '2', hasNew: false });
  });

  test('a card that answers a press with something else is looked at; others, and the same page again, change quietly', () => {
    const here = { ...room(), view: view(1, one, two), lastPressed: '1' };
    take(here, view(2, one, { ...two, look: 'other' }));
    expect(here.goTo).toBeNull();
    take(here, view(3, { ...one, look: 'other', card: { body: [{ text: 'The next page' }] } }, two));
    expect(here.goTo).toBe('1');
    take(here, view(4, { ...one, look: 'a third' }, { ...two, look: 'other' }));
    expect(here.lastPressed).toBeNull();
    const again = { ...room(), view: view(1, one, two), lastPressed: '1' };
    take(again, view(2, { ...one, look: 'other' }, two));
    expect([again.goTo, again.lastPressed]).toEqual([null, null]);
  });
});

describe('loading a chat', () => {
  test('what was asked later counts, whichever answer comes last', async () => {
    const here = room();
    const answers = [Promise.withResolvers<ChatView>(), Promise.withResolvers<ChatView>()];
    let asked = 0;
    const { read } = createArriving(
      { act: done, load: () => answers[asked++]?.promise ?? Promise.reject(new Error('no more')) },
      nothing,
    );
    const both = [read(here, 1), read(here, 2)];
    answers[1]?.resolve(view(2, one, two));
    answers[0]?.resolve(view(1, one));
    await Promise.all(both);
    expect(here.view?.stamp).toBe(2);
  });

  test('a failure is shown, and asked for again', async () => {
    const here = room();
    const { read } = createArriving({ act: done, load: () => Promise.reject(new Error('gone')) }, nothing);
    await read(here, 1);
    expect(here).toMatchObject({ isBroken: true, asked: null });
  });

  test('views of their own are fetched once for each state of the chat', async () => {
    const here = room();
    const acts: unknown[] = [];
    const act = (what: unknown) => {
      acts.push(what);
      return done();
    };
    const { open } = createArriving({ act, load: () => Promise.reject(new Error('unused')) }, nothing);
    await open(here);
    here.view = view(1, one);
    await open(here);
    await open(here);
    here.view = view(2, one);
    await open(here);
    expect(acts).toEqual([
      { do: 'open', person: 'ana', chat: 'chat' },
      { do: 'open', person: 'ana', chat: 'chat' },
    ]);
  });
});
