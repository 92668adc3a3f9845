import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { instant, later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { createTeams, listenTeams } from '../../src/playground/teams/teams.ts';
import type { Teams, TeamsWanted } from '../../src/playground/teams/teams.ts';

export const tenant = '7a11c0de-1111-4a10-8a10-0000000000a1';
export const elsewhere = '7a11c0de-2222-4a10-8a10-0000000000a2';
export const ola = '0b1ec700-0001-4b01-8b01-0000000000b1';
export const ada = '0b1ec700-0002-4b02-8b02-0000000000b2';
export const gast = '0b1ec700-0003-4b03-8b03-0000000000b3';
export const bot = { id: 'b070b070-0001-4f01-8f01-0000000000f2', name: 'Nordlys Partner Bot' };
export const channelId = '19:simulert-kanal@thread.tacv2';
export const appId = 'a9900001-0001-4a01-8a01-000000000001';

/** An activity as a bot gets it. */
interface Got {
  readonly activity: Readonly<Record<string, unknown>>;
  readonly token: string;
}

interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Null: no answer ever comes. */
type Hear = (got: Got) => BotAnswer | null;

/** Somebody who speaks the wire, and nothing of Teams. */
interface Bot {
  readonly heard: readonly Got[];
  /** What is answered from now on. */
  readonly answer: (hear: Hear) => void;
  readonly call: (method: string, path: string, body?: unknown, token?: string | null) => Promise<Called>;
  /** A card, sent to a chat. */
  readonly post: (conversation: string, activity: object) => Promise<string>;
}

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export const cardOf = (...body: readonly object[]): Readonly<Record<string, unknown>> => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
});

export const withCard = (card: object): object => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

const listening = async (hear: Hear) => {
  const server = createServer((request, response) => {
    const answering = async (): Promise<void> => {
      const activity = (await json(request)) as Got['activity'];
      const answer = hear({ activity, token: request.headers.authorization?.replace('Bearer ', '') ?? '' });
      if (answer === null) return;
      const { status, body } = answer;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    answering().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const called = async (url: string, method: string, body: unknown, token: string | null): Promise<Called> => {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
};

/** A token for the bot, as it gets one. */
export const tokenFrom = async (teams: Teams, audience: string): Promise<string> => {
  const form = {
    grant_type: 'client_credentials',
    client_id: bot.id,
    client_secret: 'made-up-secret',
    scope: `${audience}/.default`,
  };
  const response = await fetch(`${teams.addresses().login}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return ((await response.json()) as { access_token: string }).access_token;
};

const people: TeamsWanted['people'] = [
  { id: ola, name: 'Ola Nordmann', locale: 'nb-NO', address: '29:1simUser', upn: 'ola@nordlys.example' },
  { id: ada, name: 'Ada Lind', locale: 'es-ES', upn: 'ada@nordlys.example' },
  { id: gast, name: 'Gerda Gast', isGuest: true, tenant: elsewhere },
];

/** Teams with three people and a bot that is only the wire. */
export const withTeams = async (wanted: Partial<TeamsWanted> = {}) => {
  const clock = { at: '2026-03-02T09:00:00.000Z' as Instant };
  const heard: Got[] = [];
  let hear: Hear = () => ({ status: 200 });
  const door = await listening((got) => {
    heard.push(got);
    return hear(got);
  });
  const teams = createTeams({
    ...{ tenant, bot, appId, people, now: () => clock.at, endpoint: () => door.url },
    ...wanted,
  });
  const { base, close } = await listenTeams(teams, 0);
  const channel = teams.channel({ team: 'Salg', name: 'Godkjenning', people: [ola, ada, gast], id: channelId });
  const own = await tokenFrom(teams, 'https://api.chat.example');
  const call: Bot['call'] = (method, path, body, token = own) =>
    called(new URL(path, teams.addresses().serviceUrl).href, method, body, token);
  const heardBot: Bot = {
    heard,
    answer: (next) => {
      hear = next;
    },
    call,
    post: async (conversation, activity) => {
      const { body } = await call('POST', `v3/conversations/${encodeURIComponent(conversation)}/activities`, activity);
      return (body as { id: string }).id;
    },
  };
  return {
    ...{ teams, base, channel, clock },
    bot: heardBot,
    pass: (minutes: number) => {
      clock.at = later(clock.at, { minutes });
    },
    seconds: (count: number) => {
      clock.at = instant(Date.parse(clock.at) + count * 1000);
    },
    close: async () => {
      await close();
      door.close();
    },
  };
};
