import { describe, expect, test } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { createMail } from '../../src/graph/mail.ts';
import { createGraphPost } from '../../src/services/graph-post.ts';
import type { AtMicrosoft } from '../../src/services/at-microsoft.ts';
import { createService } from '../../src/wire/create-service.ts';
import { graphDialect } from '../../src/wire/dialects.ts';
import { createLine } from '../../src/wire/line.ts';
import { answers, faultServer, resets } from '../support/fault-server.ts';
import type { Fault } from '../support/fault-server.ts';

const now = instant(Date.parse('2026-03-02T09:00:00Z'));
const from = 'letters@nordlys.example';
const message = { from, to: 'it@contoso.example', messageId: '<0123@nordlys.example>', about: 'a letter' };
const mailing = { ...message, eml: 'Message-ID: <0123@nordlys.example>\r\nSubject: Ж\r\n\r\nGood day.\r\n' };

const error = (code: string) => ({ error: { code, message: code } });

/** A mailbox at a Graph that does this, one after the other. */
const at = async <T>(faults: readonly Fault[], doing: (post: ReturnType<typeof createGraphPost>) => Promise<T>) => {
  const server = await faultServer(...faults);
  const line = createLine({ attemptMs: 500, firstPauseMs: 1, longestPauseMs: 5 });
  const mail = createMail(createService({ base: server.base, dialect: graphDialect, authorize: null, line }));
  try {
    const office = { graph: { mail } } as AtMicrosoft;
    return { came: await doing(createGraphPost(office)), heard: server.heard };
  } finally {
    await line.close();
    await server.close();
  }
};

describe('a letter from a mailbox at Microsoft', () => {
  test('goes there whole, byte for byte', async () => {
    const { came, heard } = await at([answers(202)], (post) => post.send(mailing, now));
    expect(came).toEqual({ kind: 'sent' });
    expect(heard).toMatchObject([{ method: 'POST', path: '/v1.0/users/letters%40nordlys.example/sendMail' }]);
    expect(heard[0]?.headers['content-type']).toBe('text/plain');
    expect(Buffer.from(heard[0]?.body ?? '', 'base64').toString('utf8')).toBe(mailing.eml);
  });

  test('that they do not take is refused, with their words', async () => {
    const { came } = await at([answers(400, error('ErrorInvalidRecipients'))], (post) => post.send(mailing, now));
    expect(came).toMatchObject({ kind: 'refused', code: 'ErrorInvalidRecipients' });
  });

  test('that we may not send waits for the operator', async () => {
    const { came } = await at([answers(403, error('ErrorAccessDenied'))], (post) => post.send(mailing, now));
    expect(came).toMatchObject({ kind: 'again', after: '2026-03-02T09:30:00.000Z' });
  });

  test.each([
    ['whose answer is lost', resets],
    ['that ends in an error of theirs', answers(503)],
  ] as const)('%s may be sent, and is not sent again by itself', async (_, fault) => {
    const { came, heard } = await at([fault], (post) => post.send(mailing, now));
    expect(came).toMatchObject({ kind: 'unknown' });
    expect(heard).toHaveLength(1);
  });

  test('goes from no mailbox whose name is none', async () => {
    const { came, heard } = await at([answers(202)], (post) => post.send({ ...mailing, from: 'a@b/../c' }, now));
    expect(came).toMatchObject({ kind: 'refused', code: 'not-an-id' });
    expect(heard).toEqual([]);
  });
});

describe('one that may have been sent', () => {
  test.each([
    ['lies among those that were sent', answers(200, { value: [{ id: 'AAMk' }] }), 'sent'],
    ['does not', answers(200, { value: [] }), 'absent'],
    ['cannot be looked for, as we may not look there', answers(403, error('ErrorAccessDenied')), 'absent'],
    ['cannot be looked for now', answers(503), 'again'],
  ] as const)('%s', async (_, fault, kind) => {
    const { came, heard } = await at([fault], (post) => post.lookUp(message, now));
    expect(came).toMatchObject({ kind });
    expect(decodeURIComponent(heard[0]?.path ?? '')).toContain(
      "sentitems/messages?$filter=internetMessageId eq '<0123@nordlys.example>'",
    );
  });
});
