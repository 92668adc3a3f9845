import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readNotice } from '../../src/mail/delivery-notice.ts';
import { notice } from '../support/delivery-notice.ts';

const id = '<0123456789abcdef0123456789abcdef@nordlys.example>';

describe('a delivery notice', () => {
  test('tells which letter has not arrived, and why, in the words of the server', () => {
    expect(readNotice(notice({ messageId: id }))).toEqual({
      kind: 'bounced',
      messageId: id,
      words: '5.1.1 550 5.1.1 Nobody here is called it',
    });
  });

  test('may be packed, folded, quoted, or hold only the headers of the letter', () => {
    const same = { kind: 'bounced', messageId: id };
    expect(readNotice(notice({ messageId: id, encoding: 'base64' }))).toMatchObject(same);
    expect(readNotice(notice({ messageId: id, encoding: 'quoted-printable' }))).toMatchObject(same);
    expect(readNotice(notice({ messageId: id, original: 'text/rfc822-headers' }))).toMatchObject(same);
    expect(readNotice(notice({ messageId: id }).replaceAll('\r\n', '\n'))).toMatchObject(same);
  });

  test.each(['delayed', 'delivered', 'relayed', 'expanded'])('of what is %s is no bad news', (action) => {
    expect(readNotice(notice({ messageId: id, action }))).toEqual({ kind: 'on-its-way', messageId: id });
  });
});

describe('what is none', () => {
  test.each([
    ['nothing', ''],
    ['a letter', 'Subject: Hello\r\nContent-Type: text/plain\r\n\r\nAction: failed\r\n'],
    [
      'a report about something else',
      'Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\nContent-Type: message/disposition-notification\r\n\r\nx\r\n--a--',
    ],
    ['a report without a boundary', 'Content-Type: multipart/report\r\n\r\n--a\r\n'],
    ['a notice that does not say of what', notice({ messageId: 'none' })],
    ['a notice with a forged id', notice({ messageId: '<a b@x>\r\nX: y' })],
  ])('is told: %s', (_, raw) => {
    expect(readNotice(raw)).toMatchObject({ kind: 'not-a-notice' });
  });

  test('whatever it holds it is read in no time, and nothing in its words does anything', () => {
    const hostile = notice({ messageId: id, diagnostic: `550 \u001b[31m\u202Eevil\u0000 ${'x'.repeat(10_000)}` });
    const read = readNotice(hostile);
    expect(read).toMatchObject({ kind: 'bounced' });
    expect('words' in read && /[\p{C}]/u.test(read.words)).toBe(false);
    expect('words' in read && read.words.length).toBeLessThanOrEqual(500);
    expect(readNotice(`Content-Type: multipart/report; boundary=a\n\n${'\n--a\n\n'.repeat(50_000)}`)).toMatchObject({
      kind: 'not-a-notice',
    });
  });

  test('no text makes it throw', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '--a',
        '--a--',
        '',
        'Content-Type: multipart/report; boundary=a',
        'Content-Type: message/delivery-status',
        'Action: failed',
        ' folded',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(['bounced', 'on-its-way', 'not-a-notice']).toContain(readNotice(lines.join('\r\n')).kind);
      }),
    );
  });
});
