import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEdge, pressing, typed } from '../support/teams-edge.ts';
import type { OpenEdge } from '../support/teams-edge.ts';

let edge: OpenEdge;
const heard: unknown[] = [];
beforeAll(async () => {
  edge = await openEdge({
    hear: ({ what }) => {
      heard.push(what);
      return Promise.resolve({ kind: 'words', text: 'ok' });
    },
    onFailure: () => Promise.resolve({ kind: 'nothing' }),
  });
});
afterAll(() => edge.close());

const send = async (body: string) => (await edge.send(body, { Authorization: `Bearer ${await edge.token()}` })).status;
const activity = (more: object): string => JSON.stringify({ serviceUrl: edge.serviceUrl, ...typed('hi'), ...more });
const without = (name: string): string => activity({ [name]: undefined });

describe('what is no activity is refused with 400, and a word why', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['half of it', '{"type": "message"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"message"'],
    ['a number nobody can hold', '1e400'],
    ['lists in lists', '['.repeat(10_000)],
    ['lists in lists that end', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['objects in objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['a page', '<html></html>'],
  ])('%s', async (_, body) => {
    expect(await send(body)).toBe(400);
  });

  test.each(['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'])('an activity without %s', async (name) => {
    expect(await send(without(name))).toBe(400);
  });

  test.each([
    ['a type that is none', { type: 7 }],
    ['a time that is none', { timestamp: 'yesterday' }],
    ['somebody who is a list', { from: ['29:x'] }],
    ['a conversation without an id', { conversation: { id: '' } }],
    ['an id without an end', { id: 'x'.repeat(600) }],
    ['a service that has no address', { serviceUrl: 'smba' }],
    ['more values than anybody has', { value: Array.from({ length: 6000 }, () => 0) }],
    ['more keys than anybody has', { value: Object.fromEntries(Array.from({ length: 6000 }, (__, at) => [`k${at}`, 0])) }],
    ['deep data', { value: JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`) as unknown }],
  ])('%s', async (_, more) => {
    expect(await send(activity(more))).toBe(400);
  });

  test('and nothing of it is heard', () => {
    expect(heard).toEqual([]);
  });
});

describe('what is too large is refused with 413', () => {
  test('with its length', async () => {
    expect(await send(activity({ text: 'x'.repeat(300_000) }))).toBe(413);
  });

  test('without', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(edge.port, '127.0.0.1');
      let said = '';
      socket.on('data', (chunk) => (said += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(said);
      });
      socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
      for (let piece = 0; piece < 20; piece += 1) socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`);
    });
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });
});

describe('what nobody needs may be as it likes', () => {
  test.each([
    ['attachments', { attachments: 'none' }],
    ['entities', { entities: [{ type: 7 }, null] }],
    ['a name', { from: { id: '29:x', name: 17, aadObjectId: '0b1ec700-0001-4b01-8b01-0000000000b1' } }],
    ['a locale', { locale: { not: 'one' } }],
    ['channel data', { channelData: 'x' }],
    ['a delivery that would leave the answer out', { deliveryMode: 'expectReplies' }],
  ])('%s', async (_, more) => {
    expect(await send(activity({ ...more, id: `${Math.random()}` }))).toBe(200);
  });

  test('and no key leads to where objects come from', async () => {
    heard.length = 0;
    const data = '{"verb":"say","id":"help","seen":"","__proto__":{"isAdmin":"yes"},"constructor":"c","toString":"t"}';
    const body = JSON.stringify({ serviceUrl: edge.serviceUrl, ...pressing({ verb: 'say' }) }).replace(
      '"verb":"say"',
      `"verb":"say","data":${data}`,
    );
    expect(await send(body)).toBe(200);
    const [press] = heard as { inputs: Record<string, string> }[];
    expect(Object.entries(press?.inputs ?? {})).toEqual([
      ['constructor', 'c'],
      ['toString', 't'],
    ]);
    expect(press?.inputs.isAdmin).toBeUndefined();
  });
});
