import { describe, expect, test } from '@jest/globals';
import { createPersonalChats } from '../../src/conversation/personal-chats.ts';
import type { Chat, Courier, Posted } from '../../src/ports.ts';

const person = '0b1ec700-0001-4b01-8b01-0000000000b1';
const before: Chat = { id: 'a:ola', service: 'https://before.example/' };

/** Whoever was met in a chat that is gone, and gets this one when they are asked for again. */
const reachedThrough = async (anew: Chat): Promise<{ posted: Posted; to: Chat[] }> => {
  const to: Chat[] = [];
  const gone = { kind: 'gone', words: 'gone' } as const;
  const courier: Courier = {
    post: (chat) => {
      to.push(chat);
      return Promise.resolve(chat === before ? gone : { kind: 'posted', activityId: '1' });
    },
    update: () => Promise.resolve(gone),
    open: () => Promise.resolve({ kind: 'opened', chat: anew }),
  };
  const acquaintances = {
    find: () => Promise.resolve({ address: null, chat: before, language: null }),
    meet: () => Promise.resolve(false),
    speak: () => Promise.resolve(),
    keepChat: () => Promise.resolve(),
  };
  const chats = createPersonalChats({ acquaintances, courier, tenant: '7a11c0de-1111-4a10-8a10-0000000000a1' });
  return { posted: await chats.post(person, { text: 'Hello' }), to };
};

describe('somebody whose chat is gone', () => {
  test('is written to in the one that takes its place', async () => {
    const anew = { ...before, id: 'a:other' };
    expect(await reachedThrough(anew)).toMatchObject({ posted: { kind: 'posted' }, to: [before, anew] });
  });

  test('is written to in the same one, where it is served from elsewhere', async () => {
    const anew = { ...before, service: 'https://after.example/' };
    expect(await reachedThrough(anew)).toMatchObject({ posted: { kind: 'posted' }, to: [before, anew] });
  });

  test('is not written to in the very same one again', async () => {
    expect(await reachedThrough({ ...before })).toMatchObject({ posted: { kind: 'gone' }, to: [before] });
  });
});
