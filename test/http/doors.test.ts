import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createServer, listen } from '../../src/http/server.ts';

describe('a door', () => {
  const came: { headers: Readonly<Record<string, string | undefined>>; raw: Uint8Array }[] = [];
  const small = {
    path: '/webhooks/small',
    mostBytes: 8,
    open: (asked: (typeof came)[number]) => {
      came.push(asked);
      return Promise.resolve({ status: 202, text: 'Gracias, José' });
    },
  };
  const spoken = {
    path: '/spoken',
    mostBytes: 8,
    open: ({ from }: (typeof came)[number] & { from: string }) =>
      Promise.resolve({ status: 200, text: JSON.stringify({ from }), type: 'application/json; charset=utf-8' }),
  };
  const broken = { path: '/broken', mostBytes: 8, open: () => Promise.reject(new Error('the secret of the house')) };
  const server = createServer([{ path: '/', type: 'text/plain', content: 'Hello' }], [small, spoken, broken]);
  let port = 0;
  let address = '';

  beforeAll(async () => {
    port = await listen(server, 0, '127.0.0.1');
    address = `http://127.0.0.1:${port}/webhooks/small`;
  });
  beforeEach(() => {
    came.length = 0;
  });
  afterAll(() => {
    server.server.closeAllConnections();
    server.close();
  });

  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(address, { method: 'POST', body, headers });

  /** Says these very bytes, and waits until the server hangs up. */
  const raw = (...pieces: readonly string[]): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(heard);
      });
      for (const piece of pieces) socket.write(piece);
    });

  const chunked = 'POST /webhooks/small HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';

  test('gets the very bytes, whatever they are said to be, and answers in its own words', async () => {
    const bytes = new Uint8Array([0xff, 0x00, 0x7b, 0x0d, 0x0a]);
    const answer = await post(bytes, { 'Content-Type': 'application/json', 'X-Ms-Signature': 'abc' });
    expect([answer.status, await answer.text()]).toEqual([202, 'Gracias, José']);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(came).toHaveLength(1);
    expect(new Uint8Array(came[0]?.raw ?? [])).toEqual(bytes);
    expect(came[0]?.headers).toMatchObject({ 'x-ms-signature': 'abc' });
  });

  test('may answer in a type of its own, and knows where the call comes from', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/spoken`, { method: 'POST', body: 'x' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual({ from: '127.0.0.1' });
  });

  test('gets an empty body as one', async () => {
    expect((await post('')).status).toBe(202);
    expect(came[0]?.raw).toHaveLength(0);
  });

  test('takes as much as it wants, and a byte more is refused unseen', async () => {
    expect((await post('12345678')).status).toBe(202);
    const answer = await post('123456789');
    expect([answer.status, await answer.text(), answer.headers.get('connection')]).toEqual([413, 'too large', 'close']);
    expect(came).toHaveLength(1);
  });

  test('refuses a megabyte in words, not by hanging up', async () => {
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await post('x'.repeat(1_000_000))).status));
    expect(statuses).toEqual([413, 413, 413, 413, 413]);
    expect(came).toEqual([]);
  });

  test('does not wait for the end of what has none', async () => {
    const heard = await raw(chunked, '5\r\n12345\r\n', '5\r\n67890\r\n');
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(came).toEqual([]);
  });

  test('does not begin to read what says that it is too long', async () => {
    const heard = await raw('POST /webhooks/small HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
  });

  test('does not unpack', async () => {
    const packed = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0]);
    await post(packed, { 'Content-Encoding': 'gzip' });
    expect(new Uint8Array(came[0]?.raw ?? [])).toEqual(packed);
  });

  test('answers whoever would rather speak otherwise, and keeps no line open for them', async () => {
    const heard = await raw(
      'POST /webhooks/small HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nContent-Length: 1\r\n\r\nx',
    );
    expect(heard).toMatch(/^HTTP\/1.1 202 /);
  });

  test('opens for POST only', async () => {
    expect((await fetch(address)).status).toBe(405);
    expect((await fetch(address, { method: 'PUT', body: 'x' })).status).toBe(405);
    expect((await fetch(`${address}/more`, { method: 'POST', body: 'x' })).status).toBe(404);
    expect(came).toEqual([]);
  });

  test('whose visitor hangs up halfway is there for the next one', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`${chunked}2\r\n12\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    expect((await post('1234')).status).toBe(202);
    expect(came.map(({ raw }) => Buffer.from(raw).toString())).toEqual(['1234']);
  });

  test('in which something breaks says so without saying what, and the others stay open', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await fetch(`http://127.0.0.1:${port}/broken`, { method: 'POST', body: 'x' });
    expect([answer.status, await answer.text()]).toEqual([500, 'this did not work']);
    expect(told).toHaveBeenCalledWith(new Error('the secret of the house'));
    told.mockRestore();
    expect((await post('1234')).status).toBe(202);
  });
});
