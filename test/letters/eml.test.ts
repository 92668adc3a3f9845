import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emlOf } from '../../src/letters/eml.ts';
import type { Mail } from '../../src/letters/eml.ts';
import { plain } from '../../src/languages/speak.ts';
import { anyCharacter } from '../support/any-text.ts';
import { headersOf, readMail } from './read-mail.ts';

const mail = (more: Partial<Mail> = {}): Mail => ({
  messageId: '<1@nordlys.example>',
  date: '2026-03-02T09:05:07.000Z',
  from: { name: 'Nordlys Cloud AS', address: 'handshake@nordlys.example' },
  to: { name: 'Contoso Bakeries', address: 'it@contoso.example' },
  subject: 'A letter',
  language: 'en',
  text: 'Dear Marta\n',
  html: '<p>Dear Marta</p>\n',
  ...more,
});

/** As a mail program reads it. */
const decoded = (header: string): string =>
  header
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'));

const headerOf = (name: string, message: string): string =>
  decoded(headersOf(message).find((line) => line.startsWith(`${name}: `)) ?? '').slice(name.length + 2);

test('a message has what every mail program wants to see', () => {
  expect(
    emlOf(mail())
      .replace(/=_[0-9a-f]{24}/g, '=_2d1c2a')
      .split('\r\n'),
  ).toEqual([
    'Message-ID: <1@nordlys.example>',
    'Date: Mon, 02 Mar 2026 09:05:07 +0000',
    'From: Nordlys Cloud AS',
    ' <handshake@nordlys.example>',
    'To: Contoso Bakeries',
    ' <it@contoso.example>',
    'Subject: A letter',
    'Content-Language: en',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="=_2d1c2a"',
    '',
    '--=_2d1c2a',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Dear Marta',
    '',
    '--=_2d1c2a',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>Dear Marta</p>',
    '',
    '--=_2d1c2a--',
    '',
  ]);
});

describe('names and words cannot become headers', () => {
  const sly = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 200 }),
    fc.constantFrom('x\r\nBcc: y@evil.example', 'x\n\nhello', '"x" <y@evil.example>,', '=?UTF-8?B?eA==?=', 'x\u2028Bcc: y'),
    fc.string({ unit: fc.constantFrom('Ж', '漢', '👩‍💻', 'é', 'a', ' '), maxLength: 200 }),
  );

  test('whatever they are: as many headers as ever, each the same when it is read', () => {
    fc.assert(
      fc.property(sly, sly, sly, (name, other, subject) => {
        const words = [name, other, subject].map((one) => one.toWellFormed());
        const [ours = '', theirs = '', about = ''] = words;
        const message = emlOf(
          mail({
            from: { name: ours, address: 'handshake@nordlys.example' },
            to: { name: theirs, address: 'it@contoso.example' },
            subject: about,
          }),
        );
        const { headers, text } = readMail(message);
        expect(headers.map((line) => line.split(':')[0])).toEqual([
          ...['Message-ID', 'Date', 'From', 'To', 'Subject'],
          ...['Content-Language', 'MIME-Version', 'Content-Type'],
        ]);
        expect(headerOf('Subject', message).trim()).toBe(plain(about));
        expect(headerOf('To', message)).toBe(plain(theirs) === '' ? 'it@contoso.example' : `${plain(theirs)} <it@contoso.example>`);
        expect(text).toBe('Dear Marta\r\n');
        const head = message.slice(0, message.indexOf('\r\n\r\n'));
        expect(head).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(head.split('\r\n').filter((line) => line.length > 76)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['it@contoso.example\r\nBcc: x@evil.example', 'a@contoso.example, b@evil.example', 'it', '<it@contoso.example>'])(
    'what is no address is not written to: %j',
    (address) => {
      expect(() => emlOf(mail({ to: { name: 'x', address } }))).toThrow('is no address');
    },
  );
});

describe('both parts', () => {
  const anything = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 300 }),
    fc.constantFrom(
      '.',
      '..',
      'x ',
      '\t',
      'a=3D',
      '=',
      '--=_',
      'From me',
      'https://admin.microsoft.com/'.padEnd(1500, 'x'),
      'Привет',
    ),
  );

  test('come out as they went in, whatever they hold, through lines that every server lets pass', () => {
    fc.assert(
      fc.property(anything, anything, (first, second) => {
        const [text, html] = [first, second].map((one) => `${one.toWellFormed().replaceAll('\r', '')}\n`);
        const message = emlOf(mail({ text, html }));
        const read = readMail(message);
        expect([read.text, read.html]).toEqual([text, html].map((one) => one?.replaceAll('\n', '\r\n')));
        expect(message).toMatch(/^[\x20-\x7e\t\r\n]*$/);
        expect(message.split('\r\n').filter((line) => line.length > 76 || /[ \t]$/.test(line) || line.startsWith('.'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('cannot end early: no words of a letter are the line between its parts', () => {
    const message = emlOf(mail());
    const [, boundary = ''] = /boundary="([^"]+)"/.exec(message) ?? [];
    const text = `Hello\n--${boundary}\nContent-Type: text/html\n\n<b>x</b>\n--${boundary}--\n`;
    expect(readMail(emlOf(mail({ text }))).text).toBe(text.replaceAll('\n', '\r\n'));
  });
});
