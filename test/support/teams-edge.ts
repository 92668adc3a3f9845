import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { instant } from '../../src/cases/time.ts';
import type { BotHosts } from '../../src/clouds/profiles.ts';
import type { Heard, Reply } from '../../src/conversation/heard.ts';
import { createServer, listen } from '../../src/http/server.ts';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import type { EdgeMeans } from '../../src/teams/edge.ts';
import type { Limits } from '../../src/wire/limits.ts';
import { createLine } from '../../src/wire/line.ts';

export const app = { id: 'b070b070-0001-4f01-8f01-0000000000f2' };
export const nordlys = '7a11c0de-1111-4a10-8a10-0000000000a1';
export const issuer = 'https://api.botframework.example';

/** What a stand-in for the Bot Connector was asked, and what it answers. */
interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}
export interface ConnectorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Takes it, and hangs up without a word. */
  readonly hangUp?: boolean;
}

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK & { readonly endorsements: readonly string[] };
}

export const signingKey = async (kid: string, endorsements: readonly string[] = ['msteams']): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements } };
};

const START = Date.parse('2026-03-02T09:00:00.000Z');

/** A clock that somebody sets. */
const settableClock = () => {
  let now = START;
  return {
    clock: { now: () => instant(now) },
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    seconds: () => Math.floor(now / 1000),
  };
};

const opened = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

const jsonOf = (body: string): unknown => (body === '' ? null : JSON.parse(body));

/** The Bot Connector and whoever signs for it, as far as one test needs them. */
const openBotService = async (keys: SigningKey[]) => {
  const calls: ConnectorCall[] = [];
  const state = { isDown: false, keysAsked: 0, posted: 0 };
  const answers: ConnectorAnswer[] = [];
  let base = '';

  const wellKnown = (path: string): unknown => {
    if (path.endsWith('/openidconfiguration')) return { issuer, jwks_uri: `${base}/v1/.well-known/keys` };
    state.keysAsked += 1;
    return { keys: keys.map(({ jwk }) => jwk) };
  };

  const answerTo = async (request: IncomingMessage): Promise<ConnectorAnswer> => {
    const path = request.url ?? '/';
    if (path.startsWith('/v1/.well-known/')) return state.isDown ? { status: 503 } : { status: 200, body: wellKnown(path) };
    const body = jsonOf(await text(request));
    calls.push({ method: request.method ?? '', path, authorization: request.headers.authorization, body });
    state.posted += 1;
    return answers.shift() ?? { status: 201, body: { id: `posted-${state.posted}` } };
  };

  const server = createHttp((request, response) => {
    void answerTo(request).then(({ status, headers = {}, body, hangUp = false }) => {
      if (hangUp) {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  base = await opened(server);
  const hosts: BotHosts = {
    scope: 'bot',
    metadata: `${base}/v1/.well-known/openidconfiguration`,
    issuer,
    tokenService: base,
    services: [base],
    proactive: `${base}/teams/`,
  };
  return {
    base,
    hosts,
    calls,
    answers,
    state,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string;
  readonly nbf?: number;
  readonly exp?: number;
}

/** A token as the Bot Connector signs it. */
export const signed = ({ kid, privateKey }: Pick<SigningKey, 'kid' | 'privateKey'>, claims: Claims): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);

export interface Talk {
  hear: (heard: Heard) => Promise<Reply>;
  onFailure: (heard: Heard | null, reference: string) => Promise<Reply>;
}

/** To make one takes longer than most tests. */
const usualKey = signingKey('first');

/** A bot behind its real HTTP endpoint, whose conversation a test brings along. */
export const openEdge = async (talk: Talk, means: Partial<EdgeMeans> & { readonly limits?: Partial<Limits> } = {}) => {
  const key = await usualKey;
  const keys = [key];
  const service = await openBotService(keys);
  const time = settableClock();
  const told: string[] = [];
  const { limits, ...rest } = means;
  const line = createLine({ firstPauseMs: 1, longestPauseMs: 2, longestWaitMs: 50, tries: 3, ...limits });
  const all: EdgeMeans = {
    hosts: service.hosts,
    app,
    authorize: () => Promise.resolve({ ok: true, token: { value: 'bot-token' } }),
    line,
    conversation: talk,
    clock: time.clock,
    chance: { salt: () => '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9' },
    operator: { tell: (sentence) => told.push(sentence) },
    ...rest,
  };
  const edge = createTeamsEdge(all);
  const server = createServer([], [edge.door]);
  const port = await listen(server, 0, '127.0.0.1');
  const serviceUrl = `${service.base}/emea/`;

  const token = (claims: Claims = {}, by: Pick<SigningKey, 'kid' | 'privateKey'> = key): Promise<string> =>
    signed(by, { iss: issuer, aud: app.id, serviceurl: serviceUrl, nbf: time.seconds(), exp: time.seconds() + 3600, ...claims });

  const send = async (body: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    const words = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: answer.status, text: words, body: isJson ? (JSON.parse(words) as unknown) : null };
  };

  return {
    ...service,
    ...time,
    key,
    keys,
    told,
    serviceUrl,
    token,
    send,
    port,
    means: all,
    door: edge.door,
    courier: edge.courier,
    settled: edge.settled,
    /** An activity from the Bot Connector, with its token. */
    say: async (activity: object, authorization?: string) =>
      send(JSON.stringify({ serviceUrl, ...activity }), { Authorization: authorization ?? `Bearer ${await token()}` }),
    close: async () => {
      service.close();
      server.server.closeAllConnections();
      server.close();
      await line.close();
    },
  };
};

export type OpenEdge = Awaited<ReturnType<typeof openEdge>>;

const ola = { id: '29:1simUser', name: 'Ola Nordmann', aadObjectId: '0b1ec700-0001-4b01-8b01-0000000000b1' };

/** What comes with every activity in a personal chat. */
export const personal = {
  channelId: 'msteams',
  from: ola,
  recipient: { id: `28:${app.id}`, name: 'Nordlys Partner Bot' },
  conversation: { id: 'a:1simPersonal', conversationType: 'personal', tenantId: nordlys },
  channelData: { tenant: { id: nordlys } },
  locale: 'es-ES',
  timestamp: '2026-03-02T09:00:00.000Z',
};

export const typed = (words: string, id = '1') => ({ ...personal, type: 'message', id, text: words, textFormat: 'plain' });

export const invoked = (name: string, value: unknown, id = 'f:1') => ({
  ...personal,
  type: 'invoke',
  id,
  name,
  value,
  replyToId: '77',
});

export const pressing = (data: object, id = 'f:1') =>
  invoked('adaptiveCard/action', { action: { type: 'Action.Execute', ...data }, trigger: 'manual' }, id);

interface Recorded {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body?: unknown;
  };
  readonly response: { readonly status: number; readonly headers?: Record<string, string>; readonly body: unknown };
}

export const recorded = (name: string): Recorded =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as Recorded;
