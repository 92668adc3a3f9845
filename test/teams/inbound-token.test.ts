import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportSPKI, importJWK } from 'jose';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import { openEdge, personal, signed, signingKey, typed } from '../support/teams-edge.ts';
import type { OpenEdge, SigningKey } from '../support/teams-edge.ts';

const said: string[] = [];
const talk = {
  hear: ({ id }: { id: string }) => {
    said.push(id);
    return Promise.resolve({ kind: 'nothing' } as const);
  },
  onFailure: () => Promise.resolve({ kind: 'nothing' } as const),
};

/** What is said gets through, or with which status it does not. */
const comesThrough = async (edge: OpenEdge, authorization: string | undefined, more: object = {}): Promise<number | 'heard'> => {
  said.length = 0;
  const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
  const { status } = await edge.send(
    JSON.stringify({ serviceUrl: edge.serviceUrl, ...typed('hi', `${Math.random()}`), ...more }),
    headers,
  );
  if (status !== 200) expect(said).toEqual([]);
  return status === 200 && said.length === 1 ? 'heard' : status;
};

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a token', () => {
  let edge: OpenEdge;
  let stranger: SigningKey;
  beforeAll(async () => {
    edge = await openEdge(talk);
    stranger = await signingKey('first');
    edge.keys.push(await signingKey('for-web-chat', ['webchat']));
  });
  afterAll(() => edge.close());

  const bearer = async (...given: Parameters<OpenEdge['token']>): Promise<string> => `Bearer ${await edge.token(...given)}`;

  test('of the Bot Connector for us is taken', async () => {
    expect(await comesThrough(edge, await bearer())).toBe('heard');
    expect(edge.state.keysAsked).toBe(1);
  });

  test('signed with a key of somebody else under the same name is refused', async () => {
    expect(await comesThrough(edge, await bearer({}, stranger))).toBe(401);
  });

  test('without a signature is refused', async () => {
    const [, payload] = (await edge.token()).split('.');
    expect(await comesThrough(edge, `Bearer ${encoded({ alg: 'none', kid: 'first' })}.${payload}.`)).toBe(401);
    expect(await comesThrough(edge, `Bearer ${encoded({ alg: 'none', kid: 'first' })}.${payload}.AA`)).toBe(401);
  });

  test('signed with the public key as if it were a secret is refused', async () => {
    const key = await importJWK(edge.key.jwk, 'RS256', { extractable: true });
    if (key instanceof Uint8Array) throw new Error('expected a public key');
    const [, payload] = (await edge.token()).split('.');
    const content = `${encoded({ alg: 'HS256', kid: 'first' })}.${payload}`;
    const signature = createHmac('sha256', await exportSPKI(key))
      .update(content)
      .digest('base64url');
    expect(await comesThrough(edge, `Bearer ${content}.${signature}`)).toBe(401);
  });

  test.each([
    ['for another application', { aud: 'b070b070-0002-4f01-8f01-0000000000f2' }],
    ['from another issuer', { iss: 'https://sts.example/7a11c0de-1111-4a10-8a10-0000000000a1/' }],
    ['for another service URL', { serviceurl: 'https://elsewhere.example/' }],
    ['without a service URL', { serviceurl: undefined }],
    ['without an end', { exp: undefined }],
  ])('%s is refused', async (_, claims) => {
    expect(await comesThrough(edge, await bearer(claims as object))).toBe(401);
  });

  test.each([
    [-299, 'heard'],
    [-301, 401],
  ])('that has ended %i seconds ago: %s', async (seconds, outcome) => {
    expect(await comesThrough(edge, await bearer({ exp: edge.seconds() + seconds }))).toBe(outcome);
  });

  test.each([
    [299, 'heard'],
    [301, 401],
  ])('that begins in %i seconds: %s', async (seconds, outcome) => {
    expect(await comesThrough(edge, await bearer({ nbf: edge.seconds() + seconds }))).toBe(outcome);
  });

  test('signed with a key for another channel is refused', async () => {
    expect(await comesThrough(edge, await bearer({}, edge.keys[1]))).toBe(401);
    expect(await comesThrough(edge, await bearer(), { channelId: 'webchat' })).toBe(401);
  });

  test.each([undefined, '', 'Bearer', 'Bearer x', 'Basic eA==', `Bearer ${'a.'.repeat(3000)}`])(
    '%j is none',
    async (authorization) => {
      expect(await comesThrough(edge, authorization)).toBe(401);
    },
  );

  test('in which a tenant is missing, or two are named, brings nobody in', async () => {
    const { conversation } = personal;
    const nowhere = { conversation: { id: conversation.id }, channelData: null };
    expect(await comesThrough(edge, await bearer(), nowhere)).toBe(403);
    expect(
      await comesThrough(edge, await bearer(), { channelData: { tenant: { id: 'c0570001-0001-4c01-8c01-0000000000c1' } } }),
    ).toBe(403);
    expect(await comesThrough(edge, await bearer(), { channelData: undefined })).toBe('heard');
    for (const id of ['', 'ours', 7])
      expect(await comesThrough(edge, await bearer(), { channelData: { tenant: { id } } })).toBe(403);
  });

  test('good for a service nobody here knows gets no answer there', async () => {
    const serviceUrl = 'https://elsewhere.example/';
    expect(await comesThrough(edge, await bearer({ serviceurl: serviceUrl }), { serviceUrl })).toBe(403);
  });

  test('writes nothing into the log, whatever stands in it', async () => {
    const [, payload] = (await edge.token()).split('.');
    const before = edge.told.length;
    for (const name of ['one\nTeams: all is well', 'two', 'three']) {
      const header = encoded({ alg: 'RS256', kid: 'first', crit: [name], [name]: 1 });
      expect(await comesThrough(edge, `Bearer ${header}.${payload}.AA`)).toBe(401);
    }
    expect(edge.told.slice(before)).toEqual(['Teams: somebody was turned away (401): ERR_JOSE_NOT_SUPPORTED']);
  });

  test('that is refused is told to the operator, once an hour, and never in its own words', () => {
    const told = edge.told.filter((sentence) => sentence.includes('no token of a kind we take'));
    expect(told).toHaveLength(1);
    expect(edge.told.join()).not.toContain('a.a.');
  });
});

describe('keys', () => {
  let edge: OpenEdge;
  const by = async (key: SigningKey): Promise<string> => `Bearer ${await edge.token({}, key)}`;
  const open = async (): Promise<OpenEdge> => {
    edge = await openEdge(talk, { limits: { tries: 1 } });
    return edge;
  };

  test('that are new are looked up, at most once an hour for one nobody knows', async () => {
    await open();
    const [unknown, second, third] = await Promise.all(['unknown', 'second', 'third'].map((kid) => signingKey(kid)));
    if (!unknown || !second || !third) throw new Error('three keys');
    expect(await comesThrough(edge, await by(edge.key))).toBe('heard');
    edge.keys.push(second);
    expect(await comesThrough(edge, await by(second))).toBe('heard');
    expect(edge.state.keysAsked).toBe(2);
    edge.keys.push(third);
    expect(await comesThrough(edge, await by(unknown))).toBe(401);
    expect(await comesThrough(edge, await by(third))).toBe(401);
    expect(edge.state.keysAsked).toBe(2);
    edge.pass(3601);
    expect(await comesThrough(edge, await by(third))).toBe('heard');
    expect(edge.state.keysAsked).toBe(3);
    await edge.close();
  });

  test('that cannot be read make nobody wait or guess: 503, and 200 as soon as they can', async () => {
    await open();
    edge.state.isDown = true;
    expect(await comesThrough(edge, await by(edge.key))).toBe(503);
    edge.state.isDown = false;
    edge.pass(11);
    expect(await comesThrough(edge, await by(edge.key))).toBe('heard');
    await edge.close();
  });

  test('do for longer than a day while no newer ones can be had, and a withdrawn one no longer than that', async () => {
    await open();
    expect(await comesThrough(edge, await by(edge.key))).toBe('heard');
    edge.state.isDown = true;
    edge.pass(25 * 3600);
    expect(await comesThrough(edge, await by(edge.key))).toBe('heard');
    edge.state.isDown = false;
    edge.keys.splice(0, 1, await signingKey('other'));
    edge.pass(11);
    expect(await comesThrough(edge, await by(edge.key))).toBe(401);
    await edge.close();
  });

  test('are asked for once, however many ask at the same time', async () => {
    await open();
    const authorization = await by(edge.key);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        edge.send(JSON.stringify({ serviceUrl: edge.serviceUrl, ...typed('hi', `${at}`) }), { Authorization: authorization }),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(edge.state.keysAsked).toBe(1);
    await edge.close();
  });

  test('are not believed from another host than that of their metadata', async () => {
    const other = await openEdge(talk);
    await open();
    const hosts = { ...edge.hosts, metadata: `${other.base}/v1/.well-known/openidconfiguration?jwks=${edge.base}` };
    const third = await openEdge(talk, { hosts: { ...hosts, metadata: hosts.metadata.replace('127.0.0.1', 'localhost') } });
    const token = await signed(third.key, { iss: hosts.issuer, exp: third.seconds() + 60 });
    expect(await comesThrough(third, `Bearer ${token}`)).toBe(503);
    await Promise.all([other.close(), edge.close(), third.close()]);
  });
});

describe('a bot that asks nobody for a token', () => {
  test('listens to its own machine only', async () => {
    const edge = await openEdge(talk, { isOpen: true, app: { id: '' } });
    expect(await comesThrough(edge, undefined)).toBe('heard');
    expect(await comesThrough(edge, undefined, { serviceUrl: 'https://elsewhere.example/' })).toBe(403);
    const passedOn = await edge.send(JSON.stringify({ serviceUrl: edge.serviceUrl, ...typed('hi') }), {
      'X-Forwarded-For': '203.0.113.7',
    });
    expect(passedOn.status).toBe(403);
    await edge.close();
  });

  /** fetch names the host itself. */
  const sent = (port: number, body: string, headers: Readonly<Record<string, string>>): Promise<number> =>
    new Promise((resolve, reject) => {
      const asking = request(
        { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers, agent: false },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      asking.on('error', reject);
      asking.end(body);
    });

  test.each([
    [200, {}],
    [200, { Host: 'localhost:3978' }],
    [200, { Host: '[::1]:3978' }],
    [403, { Host: 'bot.example' }],
    [403, { Host: '127.0.0.1.bot.example' }],
    [403, { Host: '127.0.0.1@bot.example' }],
    [403, { Origin: 'https://page.example' }],
    [403, { Origin: 'null', 'Content-Type': 'text/plain' }],
    [403, { 'Sec-Fetch-Site': 'cross-site' }],
    [403, { 'X-Forwarded-Host': 'bot.example' }],
    [403, { Forwarded: 'for=203.0.113.7' }],
    [403, { Via: '1.1 tunnel' }],
    [403, { 'X-Real-IP': '203.0.113.7' }],
  ])('answers %i to %j: no tunnel, no name that leads here, and no page in a browser', async (status, headers) => {
    const edge = await openEdge(talk, { isOpen: true, app: { id: '' } });
    const body = JSON.stringify({ serviceUrl: edge.serviceUrl, ...typed('hi') });
    expect(await sent(edge.port, body, headers as Record<string, string>)).toBe(status);
    await edge.close();
  });

  test('is not one because somebody forgot to name its application', async () => {
    const edge = await openEdge(talk);
    const means = { ...edge.means, app: { id: '' } };
    expect(() => createTeamsEdge(means)).toThrow('no application id');
    await edge.close();
  });
});
