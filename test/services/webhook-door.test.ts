import { describe, expect, test } from '@jest/globals';
import { instant, later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import type { News } from '../../src/partner-center/webhook-news.ts';
import { createWebhookDoor } from '../../src/services/webhook-door.ts';
import { certificate, signed } from '../support/signers.ts';

const origin = 'https://certificates.example';
const start = '2026-03-02T10:00:00.000Z' as Instant;

const event = (more: object = {}) => ({ EventName: 'test-created', ResourceChangeUtcDate: start, ...more });

const delivered = (raw: Uint8Array) => ({
  headers: {
    authorization: `Signature ${signed(raw)}`,
    'x-ms-certificate-url': `${origin}/dispatch.cer`,
    'x-ms-signature-algorithm': 'rsa-sha256',
  },
  raw,
});

const told = (said: unknown) => delivered(Buffer.from(JSON.stringify(said)));

/** What it leads to is done at once, unless something else is said. */
const door = (lead: () => Promise<void> = () => Promise.resolve()) => {
  const heard: News[] = [];
  const said: string[] = [];
  const at = { now: start };
  const open = createWebhookDoor({
    signers: {
      certificateOrigins: [origin],
      issuers: [],
      download: () => Promise.resolve(certificate()),
      now: () => start,
    },
    clock: { now: () => at.now },
    operator: { tell: (sentence) => void said.push(sentence) },
    heard: (news) => {
      heard.push(news);
      return lead();
    },
  });
  return { open, heard, said, at };
};

describe('what is delivered', () => {
  test('is answered, and heard', async () => {
    const { open, heard } = door();
    expect(await open(told(event()))).toEqual({ status: 200, text: '' });
    expect(heard).toMatchObject([{ event: 'test-created', at: start }]);
  });

  test('is answered before what it leads to is done', async () => {
    const { open } = door(() => new Promise(() => undefined));
    expect(await open(told(event()))).toMatchObject({ status: 200 });
  });

  test('again is answered as well, and not acted on twice', async () => {
    const { open, heard } = door();
    const answers = await Promise.all([told(event()), told(event()), told(event())].map(open));
    expect([...answers, await open(told(event()))].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(heard).toHaveLength(1);
  });

  test('differently is heard as well', async () => {
    const { open, heard } = door();
    await open(told(event()));
    await open(told(event({ ResourceUri: 'https://elsewhere.example/' })));
    await open(told(event({ ResourceChangeUtcDate: later(start, { minutes: 1 }) })));
    expect(heard).toHaveLength(3);
  });

  test('without a signature is not heard', async () => {
    const { open, heard } = door();
    const { raw, headers } = told(event());
    expect(await open({ raw, headers: { ...headers, authorization: undefined } })).toMatchObject({ status: 401 });
    expect(await open({ headers, raw: Buffer.concat([raw, Buffer.from(' ')]) })).toMatchObject({ status: 401 });
    expect(heard).toEqual([]);
  });

  test('and led to a failure is told to the operator, and heard when it comes again', async () => {
    const { open, heard, said } = door(() => Promise.reject(new Error('nobody is there')));
    expect(await open(told(event()))).toMatchObject({ status: 200 });
    await new Promise(setImmediate);
    expect(said).toEqual(['test-created: nobody is there']);
    await open(told(event()));
    expect(heard).toHaveLength(2);
  });
});

describe('the date of an event', () => {
  const isHeard = async (since: Parameters<typeof later>[1], more = 0) => {
    const { open, heard, at } = door();
    at.now = instant(Date.parse(later(start, since)) + more);
    const { status } = await open(told(event()));
    return [status, heard.length];
  };

  test('may be four days back, and no more', async () => {
    expect(await isHeard({ days: 2 })).toEqual([200, 1]);
    expect(await isHeard({ days: 4 })).toEqual([200, 1]);
    expect(await isHeard({ days: 4 }, 1)).toEqual([400, 0]);
    expect(await isHeard({ days: 400 })).toEqual([400, 0]);
  });

  test('may be ten minutes ahead, as clocks differ, and no more', async () => {
    expect(await isHeard({ minutes: -10 })).toEqual([200, 1]);
    expect(await isHeard({ minutes: -10 }, -1)).toEqual([400, 0]);
  });
});

const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

describe('what is signed and still no event is refused:', () => {
  test.each([
    ['no JSON', Buffer.from('hello')],
    ['another document', Buffer.from('{"hello":"world"}')],
    ['a deep one', Buffer.from(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
    ['an event with something deep in it', Buffer.from(JSON.stringify(event({ more: nested(19) })))],
    ['a long one', Buffer.from(JSON.stringify(event({ EventName: 'x'.repeat(1_000_000) })))],
  ])('%s', async (_, raw) => {
    const { open, heard } = door();
    expect(await open(delivered(raw))).toEqual({ status: 400, text: 'this is no event' });
    expect(heard).toEqual([]);
  });

  test('and one that is just not too deep is heard', async () => {
    const { open } = door();
    expect(await open(told(event({ more: nested(18) })))).toMatchObject({ status: 200 });
  });
});
