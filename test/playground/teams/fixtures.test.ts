import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { differences } from '../../support/differences.ts';
import { recordedNames } from '../../support/exchanges.ts';
import { ada, bot, cardOf, channelId, ola, tenant, withCard, withTeams } from '../../support/teams.ts';

interface Fixture {
  readonly request: { readonly method: string; readonly url: string; readonly body?: Readonly<Record<string, unknown>> };
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown };
}

const read = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8')) as Fixture;

type Open = Awaited<ReturnType<typeof withTeams>>;

let open: Open;
beforeEach(async () => {
  open = await withTeams({ issuer: 'https://api.botframework.com', region: 'emea' });
});
afterEach(() => open.close());

interface Arranged {
  readonly arrange?: (open: Open) => unknown;
  /** What is different each time. */
  readonly volatile?: readonly string[];
  /** The headers that were promised, too. */
  readonly headers?: readonly string[];
}

const fails = (
  status: 403 | 404 | 412 | 413 | 429 | 502,
  more: { retryAfter?: number; subCode?: 'MessageWritesBlocked' } = {},
): Arranged => ({
  arrange: ({ teams }) => {
    teams.faults.next({ what: 'post', status, ...more });
  },
});

/** A message that is there already, under the id of the fixture. */
const posted = async ({ bot: caller, seconds }: Open): Promise<void> => {
  seconds((1772442000001 - Date.parse('2026-03-02T09:00:00.000Z')) / 1000);
  await caller.post(channelId, withCard(cardOf()));
};

const table: Readonly<Record<string, Arranged>> = {
  'bot-create-conversation': { volatile: ['id', 'serviceUrl', 'activityId'] },
  'bot-send-activity': { volatile: ['id'] },
  'bot-update-activity': { arrange: posted },
  'bot-error-403-notinroster': {
    arrange: ({ channel }) => {
      channel.hasBot = false;
    },
  },
  'bot-error-403-writesblocked': fails(403, { subCode: 'MessageWritesBlocked' }),
  'bot-error-404-conversation': {
    arrange: ({ teams }) => {
      teams.world.chats.delete(channelId);
    },
  },
  'bot-error-412': fails(412),
  'bot-error-413': fails(413),
  'bot-error-429': { ...fails(429, { retryAfter: 2 }), headers: ['Retry-After'] },
  'bot-error-502': fails(502),
};

/** Asked for elsewhere than at the connector. */
const identity: Readonly<Record<string, readonly [place: (base: string) => string, volatile: readonly string[]]>> = {
  'bot-openid-metadata': [
    (base) => `${base}/login/v1/.well-known/openidconfiguration`,
    // Nobody signs in there, and keys are where they are.
    ['authorization_endpoint', 'jwks_uri'],
  ],
  'bot-jwks': [(base) => `${base}/login/v1/.well-known/keys`, ['keys[].n', 'keys[].x5c[]']],
  'bot-token': [(base) => `${base}/login/${tenant}/oauth2/v2.0/token`, ['access_token']],
};

describe('the stand-in for Teams answers as recorded', () => {
  test.each(Object.entries(table))('%s', async (name, { arrange, volatile = [], headers = [] }) => {
    const { request, response } = read(name);
    await arrange?.(open);
    const path = new URL(request.url).pathname.replace('/emea/', '');
    const answered = await open.bot.call(request.method, path, request.body);
    expect(answered.status).toBe(response.status);
    expect(differences(response.body, answered.body, volatile)).toEqual([]);
    for (const header of headers) expect(answered.headers.get(header)).toBe(response.headers[header]);
  });

  test.each(Object.entries(identity))('%s', async (name, [place, volatile]) => {
    const { request, response } = read(name);
    const form = new URLSearchParams({ ...(request.body as Record<string, string>), client_secret: 'made-up-secret' });
    const answered = await fetch(place(open.base), { method: request.method, ...(request.method === 'POST' && { body: form }) });
    expect(answered.status).toBe(response.status);
    expect(differences(response.body, await answered.json(), volatile)).toEqual([]);
  });

  test('no recorded call of the bot is left out', () => {
    expect(Object.keys({ ...table, ...identity }).toSorted()).toEqual(recordedNames('bot-'));
  });
});

/** Ours is in a thread of the channel, has names for its places, and says where the program is. */
const ofPlaces = [
  'channelData.teamsChannelId',
  'channelData.teamsTeamId',
  'channelData.team.name',
  'conversation.name',
  'localTimestamp',
];
const always = ['serviceUrl', 'conversation.id', 'timestamp', 'id', ...ofPlaces];

/** Where what we send differs; keys of our own that are listed may be there. */
const strange = (wanted: unknown, given: unknown): readonly string[] =>
  differences(wanted, given, always).filter((line) => !ofPlaces.some((key) => line.startsWith(`${key}: `)));

const heard = (place: number): Readonly<Record<string, unknown>> => {
  const got = open.bot.heard[place];
  if (got === undefined) throw new Error('The bot has heard less.');
  return got.activity;
};

const approve = {
  ...{ type: 'Action.Execute', id: 'approve', verb: 'approveTransfer', title: 'Godkjenn' },
  data: { requestId: 'R-1001' },
};

const refresh = {
  action: { type: 'Action.Execute', verb: 'refreshRequest', data: { requestId: 'R-1001' } },
  userIds: ['29:1simUser'],
};

const withApproval = async () => {
  await posted(open);
  const id = await open.bot.post(channelId, withCard({ ...cardOf(), refresh, actions: [approve] }));
  const message = open.channel.messages.find((one) => one.id === id);
  if (message === undefined) throw new Error('It is not there.');
  return message;
};

describe('the stand-in for Teams sends as recorded', () => {
  test('bot-inbound-message', async () => {
    await open.teams.person(ola).say(open.channel, 'status solsikkebakeri.example');
    const { entities, ...said } = heard(0);
    const { entities: recorded, ...wanted } = read('bot-inbound-message').request.body ?? {};
    expect(Array.isArray(entities) && entities.slice(0, 1)).toEqual(recorded);
    expect(strange(wanted, said)).toEqual([]);
  });

  test('bot-invoke-action-card', async () => {
    const message = await withApproval();
    await open.teams.person(ola).press(message, 'Godkjenn');
    expect(heard(0).replyToId).toBe(message.id);
    expect(strange(read('bot-invoke-action-card').request.body, { ...heard(0), replyToId: '1772442000001' })).toEqual([]);
  });

  test('bot-invoke-refresh-card', async () => {
    const message = await withApproval();
    await open.teams.person(ola).open(open.channel);
    expect(heard(0).replyToId).toBe(message.id);
    expect(strange(read('bot-invoke-refresh-card').request.body, { ...heard(0), replyToId: '1772442000001' })).toEqual([]);
  });
});

const meanings: Readonly<Record<string, unknown>> = {
  'bot-invoke-action-card': { kind: 'card', card: (read('bot-invoke-action-card').response.body as { value: object }).value },
  'bot-invoke-response-message': { kind: 'message', text: 'Registrert.' },
  'bot-invoke-response-error-400': { kind: 'error', code: 'BadRequest', text: 'Ugyldig handling.' },
  'bot-invoke-response-error-500': { kind: 'error', code: 'InternalError', text: 'Noe gikk galt.' },
  'bot-invoke-response-login-401': { kind: 'sign-in', text: 'Logg inn' },
  'bot-invoke-response-precondition-412': { kind: 'error', code: '412', text: 'Token exchange failed.' },
};

const answerAs = (name: string): void => {
  const { status, body } = read(name).response;
  open.bot.answer(() => ({ status, body }));
};

describe('quirk 24: the answer to a button has its status inside, and 200 on the line', () => {
  test.each(Object.entries(meanings))('%s is understood', async (name, meaning) => {
    const message = await withApproval();
    answerAs(name);
    expect(await open.teams.person(ola).press(message, 'approveTransfer')).toEqual(meaning);
  });

  test.each([400, 401, 403, 404, 412])('the same answer with %i on the line is not understood', async (status) => {
    const message = await withApproval();
    open.bot.answer(() => ({ status, body: read('bot-invoke-response-error-400').response.body }));
    expect(await open.teams.person(ola).press(message, 'approveTransfer')).toEqual({ kind: 'wrong', status });
    expect(open.teams.transcript(ola).at(-1)).toMatchObject({
      kind: 'banner',
      tone: 'bad',
      text: expect.stringContaining('went wrong'),
    });
    expect(open.bot.heard).toHaveLength(1);
  });

  test.each([undefined, {}, { statusCode: 200, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'y' } }])(
    '%j is not understood',
    async (body) => {
      const message = await withApproval();
      open.bot.answer(() => ({ status: 200, body }));
      expect(await open.teams.person(ola).press(message, 'approveTransfer')).toEqual({ kind: 'wrong', status: 200 });
    },
  );
});

describe('quirk 25: a wrong code is spelt as Microsoft spells it', () => {
  test('bot-invoke-response-badcode-401 is understood', async () => {
    const message = await withApproval();
    answerAs('bot-invoke-response-badcode-401');
    expect(await open.teams.person(ola).press(message, 'approveTransfer')).toMatchObject({
      kind: 'error',
      code: 'inccorectAuthCode',
    });
  });

  test('spelt rightly it is not', async () => {
    const message = await withApproval();
    const body = { statusCode: 401, type: 'application/vnd.microsoft.error.incorrectAuthCode', value: null };
    open.bot.answer(() => ({ status: 200, body }));
    expect(await open.teams.person(ola).press(message, 'approveTransfer')).toEqual({ kind: 'wrong', status: 200 });
  });
});

const done = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Registrert.' };

describe('quirk 26: a button that gets no answer is pressed again by Teams', () => {
  test.each([502, 504])('%i on the line: again, with another id and everything else the same', async (status) => {
    const message = await withApproval();
    open.bot.answer(() => (open.bot.heard.length === 1 ? { status } : { status: 200, body: done }));
    expect(await open.teams.person(ola).press(message, 'Godkjenn')).toEqual({ kind: 'message', text: 'Registrert.' });
    const [first, second] = [heard(0), heard(1)];
    expect(first.id).not.toBe(second.id);
    expect({ ...first, id: '' }).toEqual({ ...second, id: '' });
  });

  test('so is one that is not answered in time', async () => {
    await open.close();
    open = await withTeams({ patience: { invokeMs: 40, invokeRetries: 1 } });
    const message = await withApproval();
    open.bot.answer(() => null);
    expect(await open.teams.person(ola).press(message, 'Godkjenn')).toEqual({ kind: 'wrong', status: null });
    expect(open.bot.heard).toHaveLength(2);
    expect(heard(0).id).not.toBe(heard(1).id);
  });

  test('its time is that of the second try', async () => {
    const message = await withApproval();
    open.bot.answer(() => {
      open.seconds(12);
      return { status: open.bot.heard.length === 1 ? 500 : 200, body: done };
    });
    await open.teams.person(ola).press(message, 'Godkjenn');
    expect(Date.parse(String(heard(1).timestamp)) - Date.parse(String(heard(0).timestamp))).toBe(12_000);
  });

  test('three times again, and then the person is told that something went wrong', async () => {
    const message = await withApproval();
    open.bot.answer(() => ({ status: 500 }));
    expect(await open.teams.person(ola).press(message, 'Godkjenn')).toEqual({ kind: 'wrong', status: 500 });
    expect(open.bot.heard).toHaveLength(4);
    expect(new Set(open.bot.heard.map(({ activity }) => activity.id)).size).toBe(4);
    expect(open.teams.transcript(ola).filter(({ kind }) => kind === 'banner')).toHaveLength(1);
    expect(open.teams.transcript(ada).filter(({ kind }) => kind === 'banner')).toEqual([]);
  });
});

test('the identities are those of the recorded exchanges', () => {
  expect(read('bot-token').request.body).toMatchObject({ client_id: bot.id });
});
