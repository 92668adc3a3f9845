import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createServer, listen } from '../../src/http/server.ts';

const pages = [
  { path: '/', type: 'text/html; charset=utf-8', content: '<p>¡Hola!</p>' },
  { path: '/bytes', type: 'application/octet-stream', content: new Uint8Array([0, 255]) },
];

describe('the server', () => {
  const server = createServer(pages);
  let address = '';

  beforeAll(async () => {
    address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  });
  afterAll(() => {
    server.server.closeAllConnections();
    server.close();
  });

  test('serves what rooms hand it', async () => {
    const answer = await fetch(`${address}/`);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>¡Hola!</p>',
    ]);
    expect(new Uint8Array(await (await fetch(`${address}/bytes`)).arrayBuffer())).toEqual(new Uint8Array([0, 255]));
  });

  test('answers HEAD without a body', async () => {
    const answer = await fetch(`${address}/`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  test('lets a page load and run nothing from elsewhere', async () => {
    const { headers } = await fetch(`${address}/`);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['/nothing', '/../package.json', '/%2e%2e/package.json', '/languages/../../package.json'])(
    'has nothing at %s',
    async (path) => {
      expect((await fetch(`${address}${path}`)).status).toBe(404);
    },
  );

  test('takes no other method', async () => {
    expect((await fetch(`${address}/`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('waits for nobody who says next to nothing', () => {
    expect(server.server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000 });
  });

  test('goes on when it could not take somebody in', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    server.server.emit('error', new Error('accept EMFILE'));
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
    expect((await fetch(`${address}/`)).status).toBe(200);
  });

  test('says when its port is taken', async () => {
    await expect(listen(createServer([]), Number(new URL(address).port), '127.0.0.1')).rejects.toThrow('EADDRINUSE');
  });
});
