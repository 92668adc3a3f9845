import { describe, expect, test } from '@jest/globals';
import { mailServerAt } from '../../src/mail/mail-server.ts';
import { mailServer, refuses, says } from '../support/mail-server.ts';
import { mailing, messageId, now, posting, postTo, server } from '../support/posting.ts';
import type { Manners } from '../support/posting.ts';

const inFiveMinutes = '2026-03-02T09:05:00.000Z';
const inHalfAnHour = '2026-03-02T09:30:00.000Z';

describe('a message that is taken', () => {
  test('arrives byte for byte, from and to whom it was meant, under its own id', async () => {
    const { post, arrived } = await posting();
    const sent = mailing();
    expect(await post.send(sent, now)).toEqual({ kind: 'sent' });
    expect(arrived).toEqual([{ from: sent.from, to: [sent.to], messageId, eml: sent.eml }]);
  });

  test('may have any name and any subject', async () => {
    const { post, arrived } = await posting();
    const odd = ['Ünïcode 宝 Ж '.repeat(40), 'O"Neill, <b>\\', 'Bcc: evil@evil.example\r\nX: y', '\u202Eevil'];
    for (const [at, name] of odd.entries())
      expect(await post.send(mailing({ messageId: `<${at}@nordlys.example>` }, name, name), now)).toEqual({ kind: 'sent' });
    expect(arrived.map(({ to }) => to)).toEqual(odd.map(() => ['it@contoso.example']));
    expect(arrived.filter(({ eml }) => /^(?:Bcc|X):/im.test(eml))).toEqual([]);
  });

  test('shares a connection with the next one', async () => {
    let connections = 0;
    const { post, arrived } = await posting({
      onConnect: (_, answer) => {
        connections += 1;
        answer();
      },
    });
    await post.send(mailing({ messageId: '<1@nordlys.example>' }), now);
    await post.send(mailing({ messageId: '<2@nordlys.example>' }), now);
    expect([connections, arrived.length]).toEqual([1, 2]);
  });

  test('says who we are where somebody has to be named', async () => {
    const named: unknown[] = [];
    const { port } = await server({
      disabledCommands: ['STARTTLS'],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, answer) => {
        named.push([username, password]);
        answer(null, password === 'right p@ss' ? { user: username } : {});
      },
    });
    expect(await postTo(`smtp://letters:right%20p%40ss@127.0.0.1:${port}`).send(mailing(), now)).toEqual({ kind: 'sent' });
    expect(await postTo(`smtp://letters:wrong@127.0.0.1:${port}`).send(mailing(), now)).toMatchObject({
      kind: 'again',
      after: inHalfAnHour,
    });
    expect(named).toEqual([
      ['letters', 'right p@ss'],
      ['letters', 'wrong'],
    ]);
  });
});

describe('a message that is not taken', () => {
  test.each([
    [
      'the sender',
      {
        onMailFrom: refuses(553, '5.1.8 not from you'),
      },
      'smtp-553',
      '553 5.1.8 not from you',
    ],
    [
      'the recipient',
      {
        onRcptTo: refuses(550, '5.1.1 no such person'),
      },
      'smtp-550',
      '550 5.1.1 no such person',
    ],
    [
      'the message',
      {
        onDot: refuses(554, '5.7.1 not wanted'),
      },
      'smtp-554',
      '554 5.7.1 not wanted',
    ],
  ] satisfies readonly (readonly [string, Manners, string, string])[])(
    'is refused with their words: %s',
    async (_, manners, code, words) => {
      const { post } = await posting(manners);
      expect(await post.send(mailing(), now)).toEqual({ kind: 'refused', code, words });
    },
  );

  test('is sent again in some minutes where they do not know us yet', async () => {
    let asked = 0;
    const { post, arrived } = await posting({
      onRcptTo: (answer) => {
        answer(asked++ === 0 ? says(451, '4.7.1 come back later') : null);
      },
    });
    expect(await post.send(mailing(), now)).toEqual({ kind: 'again', words: '451 4.7.1 come back later', after: inFiveMinutes });
    expect(arrived).toEqual([]);
    expect(await post.send(mailing(), now)).toEqual({ kind: 'sent' });
    expect(arrived).toHaveLength(1);
  });

  test('is sent again where they cannot take it at its end', async () => {
    const { post } = await posting({
      onDot: refuses(452, '4.3.1 disk full'),
    });
    expect(await post.send(mailing(), now)).toEqual({ kind: 'again', words: '452 4.3.1 disk full', after: inFiveMinutes });
  });

  test('waits for the operator where they want to know who we are', async () => {
    const { post } = await posting({
      onMailFrom: refuses(530, '5.7.0 authentication required'),
    });
    expect(await post.send(mailing(), now)).toMatchObject({ kind: 'again', after: inHalfAnHour });
  });

  test('is not even said where its address is none', async () => {
    const { post, arrived } = await posting();
    expect(await post.send(mailing({ to: 'it@contoso.example>\r\nRCPT TO:<evil@evil.example' }), now)).toMatchObject({
      kind: 'refused',
      code: 'unsendable',
    });
    expect(arrived).toEqual([]);
  });

  test('is sent again where nobody is there', async () => {
    const { port, close } = await mailServer();
    await close();
    expect(await postTo(`smtp://127.0.0.1:${port}`).send(mailing(), now)).toMatchObject({ kind: 'again' });
  });
});

test.each([
  ['smtp://mail.nordlys.example', { host: 'mail.nordlys.example', port: 587, isSecure: false, needsEncryption: true, user: null }],
  ['smtps://mail.nordlys.example', { host: 'mail.nordlys.example', port: 465, isSecure: true, needsEncryption: true, user: null }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525, isSecure: false, needsEncryption: false, user: null }],
  [
    'smtp://127.0.0.1.evil.example',
    { host: '127.0.0.1.evil.example', port: 587, isSecure: false, needsEncryption: true, user: null },
  ],
  ['https://mail.nordlys.example', null],
  ['smtp://mail.nordlys.example/?tls.rejectUnauthorized=false', null],
  ['mail.nordlys.example', null],
])('%s is read as what it is', (address, server) => {
  expect(mailServerAt(address)).toEqual(server);
});
