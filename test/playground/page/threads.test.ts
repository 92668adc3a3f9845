import { describe, expect, test } from '@jest/globals';
import { threadsOf } from '../../../src/playground/page/chat/threads.ts';
import { messageShown } from '../../support/message-shown.ts';

const ids = (threads: ReturnType<typeof threadsOf>) => threads.map(({ id, messages }) => [id, ...messages.map((one) => one.id)]);

describe('what belongs together', () => {
  const messages = [
    messageShown({ id: '1', thread: '1' }),
    messageShown({ id: '2', thread: null }),
    messageShown({ id: '3', thread: '1' }),
    messageShown({ id: '4', thread: 'gone' }),
    messageShown({ id: '5', thread: '2' }),
  ];

  test('is a conversation in a channel, in the order in which they began', () => {
    expect(ids(threadsOf(messages, 'channel'))).toEqual([
      ['1', '1', '3'],
      ['2', '2', '5'],
      ['gone', '4'],
    ]);
  });

  test('is everything elsewhere', () => {
    expect(ids(threadsOf(messages, 'personal'))).toEqual([['', '1', '2', '3', '4', '5']]);
    expect(threadsOf([], 'group')).toEqual([]);
  });
});
