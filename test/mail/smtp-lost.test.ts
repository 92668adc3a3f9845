import { describe, expect, test } from '@jest/globals';
import { createSmtpPost } from '../../src/mail/smtp-post.ts';
import { cuts } from '../support/mail-server.ts';
import { closing, limits, mailing, now, posting, server } from '../support/posting.ts';
import type { Manners } from '../support/posting.ts';

const inHalfAnHour = '2026-03-02T09:30:00.000Z';

describe('a line that is cut', () => {
  test.each([
    [
      'at the sender',
      {
        onMailFrom: cuts,
      },
    ],
    [
      'at the recipient',
      {
        onRcptTo: cuts,
      },
    ],
    [
      'before they ask for the message',
      {
        beforeData: cuts,
      },
    ],
  ] satisfies readonly (readonly [string, Manners])[])('%s: nothing was taken, and it is sent again', async (_, manners) => {
    const { post, arrived } = await posting(manners);
    expect(await post.send(mailing(), now)).toMatchObject({ kind: 'again' });
    expect(arrived).toEqual([]);
  });

  test('after the final dot: nobody knows', async () => {
    const { post, arrived } = await posting({
      onDot: cuts,
    });
    expect(await post.send(mailing(), now)).toMatchObject({ kind: 'unknown' });
    expect(arrived).toHaveLength(1);
  });

  test('is never sent twice by itself, however they cut it', async () => {
    const { post, arrived } = await posting({
      onDot: cuts,
    });
    await post.send(mailing({ messageId: '<1@nordlys.example>' }), now);
    await post.send(mailing({ messageId: '<2@nordlys.example>' }), now);
    expect(arrived.map((one) => one.messageId)).toEqual(['<1@nordlys.example>', '<2@nordlys.example>']);
  });

  test('is another one than a kept connection that they have closed meanwhile', async () => {
    let answered = 0;
    const { post, arrived } = await posting({
      onMailFrom: (answer, { cut }) => {
        answered += 1;
        if (answered === 2) cut();
        else answer();
      },
    });
    expect(await post.send(mailing({ messageId: '<1@nordlys.example>' }), now)).toEqual({ kind: 'sent' });
    expect(await post.send(mailing({ messageId: '<2@nordlys.example>' }), now)).toEqual({ kind: 'sent' });
    expect(arrived.map((one) => one.messageId)).toEqual(['<1@nordlys.example>', '<2@nordlys.example>']);
  });
});

describe('whoever does not answer', () => {
  const quick = { silenceMs: 150, wholeMs: 400 };

  test('before the message is asked again', async () => {
    const { post, arrived } = await posting({ onRcptTo: () => undefined }, quick);
    expect(await post.send(mailing(), now)).toMatchObject({ kind: 'again' });
    expect(arrived).toEqual([]);
  });

  test('after the final dot may have it', async () => {
    const { post, arrived } = await posting({ onDot: () => undefined }, quick);
    expect(await post.send(mailing(), now)).toMatchObject({ kind: 'unknown' });
    expect(arrived).toHaveLength(1);
  });
});

describe('elsewhere than on this machine', () => {
  const elsewhere = (port: number) => {
    const post = createSmtpPost({ host: '127.0.0.1', port, isSecure: false, needsEncryption: true, user: null }, limits);
    closing.push(post.close);
    return post;
  };

  test('nothing is said to whoever does not encrypt', async () => {
    const { port, arrived } = await server();
    expect(await elsewhere(port).send(mailing(), now)).toMatchObject({ kind: 'again', after: inHalfAnHour });
    expect(arrived).toEqual([]);
  });

  test('nor to whoever cannot prove who they are', async () => {
    const { port, arrived } = await server({ disabledCommands: [] });
    expect(await elsewhere(port).send(mailing(), now)).toMatchObject({ kind: 'again' });
    expect(arrived).toEqual([]);
  });
});
