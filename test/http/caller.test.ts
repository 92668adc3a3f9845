import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callerOf } from '../../src/http/caller.ts';
import { createServer, listen } from '../../src/http/server.ts';

const PEER = '10.0.0.9';

test.each([
  ['no proxy is trusted unless it was said', 0, '203.0.113.7', PEER],
  ['one proxy says who called it', 1, '203.0.113.7', '203.0.113.7'],
  ['what the caller has made up before it is not believed', 1, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['two proxies are counted from the end', 2, '198.51.100.1, 203.0.113.7, 10.0.0.8', '203.0.113.7'],
  ['whoever comes past the proxies is who they are', 1, undefined, PEER],
  ['too few proxies: nobody knows better', 2, '203.0.113.7', PEER],
  ['a name is no address', 1, 'unknown', PEER],
  ['nothing is no address', 1, '', PEER],
  ['a port is left away', 1, '203.0.113.7:51234', '203.0.113.7'],
  ['a port is left away from the newer kind, too', 1, '[2001:db8::1]:51234', '2001:db8::1'],
  ['the newer kind', 1, '2001:db8::1', '2001:db8::1'],
  ['what only looks like an address', 1, '203.0.113.700', PEER],
])('%s', (_, proxies, forwarded, caller) => {
  expect(callerOf({ peer: PEER, forwarded }, proxies)).toBe(caller);
});

const door = {
  path: '/who',
  mostBytes: 8,
  isForPeople: true,
  open: ({ from }: { readonly from: string }) => Promise.resolve({ status: 200, text: from }),
};
const alone = createServer([], [door]);
const behind = createServer([], [door], { proxies: 1 });
let [direct, proxied] = ['', ''];

beforeAll(async () => {
  direct = `http://127.0.0.1:${await listen(alone, 0, '127.0.0.1')}/who`;
  proxied = `http://127.0.0.1:${await listen(behind, 0, '127.0.0.1')}/who`;
});
afterAll(() => {
  for (const server of [alone, behind]) {
    server.server.closeAllConnections();
    server.close();
  }
});

const asks = async (address: string, forwarded: string): Promise<string> =>
  (await fetch(address, { headers: { 'X-Forwarded-For': forwarded } })).text();

test('a server of its own hears no stories about who calls', async () => {
  expect(await asks(direct, '203.0.113.7')).toBe('127.0.0.1');
});

test('a server behind a proxy hears from the proxy alone who calls', async () => {
  expect(await asks(proxied, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
});
