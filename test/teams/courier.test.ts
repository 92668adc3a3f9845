import { afterEach, describe, expect, test } from '@jest/globals';
import type { Message } from '../../src/ports.ts';
import { failed } from '../../src/wire/failure.ts';
import { nordlys, openEdge, recorded } from '../support/teams-edge.ts';
import type { ConnectorAnswer, OpenEdge } from '../support/teams-edge.ts';

let edge: OpenEdge;
afterEach(() => edge.close());

const talk = { hear: () => Promise.reject(new Error('nobody talks')), onFailure: () => Promise.reject(new Error('nobody talks')) };
const open = async (answers: readonly ConnectorAnswer[], means: Parameters<typeof openEdge>[1] = {}) => {
  edge = await openEdge(talk, means);
  edge.answers.push(...answers);
  return edge.courier;
};
const chat = () => ({ id: '19:simulert-kanal@thread.tacv2', service: edge.serviceUrl });
const hello: Message = { text: 'Hello' };

const error = (status: number, code = 'X', headers = {}): ConnectorAnswer => ({
  status,
  headers,
  body: { error: { code, message: 'told' } },
});
const person = '0b1ec700-0001-4b01-8b01-0000000000b1';

describe('as recorded', () => {
  /** The recorded card, by whoever wanted it shown. */
  const messageIn = (body: unknown): Message => {
    const { attachments } = body as { attachments: { content: object }[] };
    return { card: attachments[0]?.content ?? {}, summary: '' };
  };
  const asked = () => edge.calls.map(({ method, path, body }) => ({ method, path, body }));
  const meant = ({ request }: ReturnType<typeof recorded>) => [
    { method: request.method, path: new URL(request.url).pathname, body: request.body },
  ];

  test('a card is posted', async () => {
    const fixture = recorded('bot-send-activity');
    const courier = await open([fixture.response]);
    expect(await courier.post(chat(), messageIn(fixture.request.body))).toEqual({ kind: 'posted', activityId: '1772442000001' });
    expect(asked()).toEqual(meant(fixture));
  });

  test('a card is replaced', async () => {
    const fixture = recorded('bot-update-activity');
    const courier = await open([fixture.response]);
    const updated = await courier.update(chat(), '1772442000001', messageIn(fixture.request.body));
    expect(updated).toEqual({ kind: 'posted', activityId: '1772442000001' });
    expect(asked()).toEqual(meant(fixture));
  });

  test('a chat is opened, at an address where the bot may speak', async () => {
    const fixture = recorded('bot-create-conversation');
    const courier = await open([fixture.response]);
    const opened = await courier.open('29:1simUser', nordlys);
    expect(opened).toEqual({ kind: 'opened', chat: { id: 'a:1simPersonal', service: `${edge.base}/teams/` } });
    expect(asked()).toEqual(meant(fixture).map((one) => ({ ...one, path: '/teams/v3/conversations' })));
  });

  test.each([
    ['bot-error-403-writesblocked', 'gone'],
    ['bot-error-403-notinroster', 'gone'],
    ['bot-error-404-conversation', 'gone'],
    ['bot-error-413', 'refused'],
    ['bot-error-429', 'again'],
    ['bot-error-412', 'again'],
    ['bot-error-502', 'again'],
  ])('%s means: %s', async (name, kind) => {
    const { response } = recorded(name);
    const courier = await open([response, response, response]);
    expect(await courier.post(chat(), hello)).toMatchObject({ kind, words: expect.stringContaining('Teams') });
  });
});

describe('is repeated', () => {
  test.each([429, 412, 502, 503, 504])('after %i, which says that nothing has happened', async (status) => {
    const courier = await open([error(status)]);
    expect(await courier.post(chat(), hello)).toMatchObject({ kind: 'posted' });
    expect(edge.calls).toHaveLength(2);
  });

  test('three times at most, and then later', async () => {
    const courier = await open([error(502), error(502), error(502)]);
    const posted = await courier.post(chat(), hello);
    expect(posted).toMatchObject({ kind: 'again' });
    expect(edge.calls).toHaveLength(3);
  });

  test('no sooner than they say', async () => {
    const courier = await open([error(429, 'TooManyRequests', { 'Retry-After': '120' })]);
    expect(await courier.post(chat(), hello)).toMatchObject({ kind: 'again', after: '2026-03-02T09:02:00.000Z' });
    expect(edge.calls).toHaveLength(1);
    const other = await courier.post({ ...chat(), id: '19:other' }, hello);
    expect(other).toMatchObject({ kind: 'posted' });
  });

  test('when it replaces something, as twice does no harm', async () => {
    const courier = await open([{ status: 200, hangUp: true }, error(500), { status: 200, body: { id: '1' } }]);
    expect(await courier.update(chat(), '1', hello)).toEqual({ kind: 'posted', activityId: '1' });
  });
});

describe('is not repeated', () => {
  test.each([
    ['an answer that was lost', { status: 200, hangUp: true }],
    ['a fault of theirs', error(500)],
    ['an answer without an id', { status: 201, body: {} }],
  ])('after %s: nobody knows whether it is there', async (_, answer) => {
    const courier = await open([answer]);
    expect(await courier.post(chat(), hello)).toMatchObject({ kind: 'unknown' });
    expect(edge.calls).toHaveLength(1);
  });

  test('after a refusal of the token, which is no refusal of the message', async () => {
    const words = 'the secret is wrong';
    const pass = failed({ kind: 'refused', status: 400, code: 'invalid_client', words });
    const courier = await open([], { authorize: () => Promise.resolve(pass) });
    expect(await courier.post(chat(), hello)).toEqual({ kind: 'again', words: `The bot gets no token: ${words}` });
    expect(edge.calls).toEqual([]);
  });
});

describe('is not sent at all', () => {
  test('to a chat of long ago, whose service is trusted no more', async () => {
    const courier = await open([]);
    const other = await openEdge(talk);
    expect(await courier.post({ ...chat(), service: other.serviceUrl }, hello)).toMatchObject({ kind: 'gone' });
    expect(other.calls).toEqual([]);
    await other.close();
  });

  test.each([
    'https://elsewhere.example/',
    'http://smba.example/',
    'not an address',
    'https://user:word@smba.example/',
    'https://smba.example/?',
  ])('to %j', async (service) => {
    const courier = await open([]);
    const lost = { ...chat(), service };
    expect(await courier.post(lost, hello)).toMatchObject({ kind: 'gone' });
    expect(await courier.update(lost, '1', hello)).toMatchObject({ kind: 'gone' });
    expect(edge.calls).toEqual([]);
  });

  test('when it is larger than a chat takes, counted as they count', async () => {
    const courier = await open([]);
    const most: Message = { text: 'ж'.repeat(50_000) };
    expect(await courier.post(chat(), most)).toMatchObject({ kind: 'posted' });
    expect(await courier.post(chat(), { text: 'ж'.repeat(51_200) })).toMatchObject({ kind: 'refused' });
    expect(await courier.update(chat(), '1', { text: 'ж'.repeat(51_200) })).toMatchObject({ kind: 'refused' });
    expect(edge.calls).toHaveLength(1);
  });

  test('into a chat whose id leads out of chats', async () => {
    const courier = await open([]);
    await courier.post({ ...chat(), id: '../../v3/conversations?x=1#' }, hello);
    await courier.post({ ...chat(), id: '..' }, hello);
    expect(edge.calls.map(({ path }) => path)).toEqual(['/emea/v3/conversations/..%2F..%2Fv3%2Fconversations%3Fx=1%23/activities']);
  });
});

describe('somebody who never spoke to the bot', () => {
  test('gets the app, where it may be installed, and then the chat', async () => {
    const installed: string[] = [];
    const courier = await open([error(403, 'Forbidden')], {
      install: (id) => {
        installed.push(id);
        return Promise.resolve({ ok: true, status: 201, body: null, headers: {} });
      },
    });
    expect(await courier.open(person, nordlys)).toMatchObject({ kind: 'opened' });
    expect(installed).toEqual([person]);
    expect(edge.calls).toHaveLength(2);
  });

  test.each([
    [201, 'again'],
    [409, 'refused'],
  ])('is tried again later where the app has only just come, and not where it was there before: %i', async (status, kind) => {
    const install = () => Promise.resolve({ ok: true, status, body: null, headers: {} } as const);
    const courier = await open([error(403, 'Forbidden'), error(403, 'Forbidden')], { install });
    expect(await courier.open(person, nordlys)).toMatchObject({ kind });
    expect(edge.calls).toHaveLength(2);
  });

  test('is not reached where it may not, and the words say both', async () => {
    const install = () =>
      Promise.resolve(failed({ kind: 'refused', status: 403, code: 'Forbidden', words: 'Graph: no permission' }));
    const courier = await open([error(403, 'BotNotInConversationRoster')], { install });
    const opened = await courier.open(person, nordlys);
    expect(opened).toMatchObject({
      kind: 'refused',
      words: expect.stringMatching(/403.*could not be installed: Graph: no permission/),
    });
  });

  test('is not reached where nobody can install anything', async () => {
    const courier = await open([error(403, 'BotNotInConversationRoster')]);
    expect(await courier.open(person, nordlys)).toMatchObject({ kind: 'gone' });
  });

  test('is not reached in a cloud where only those who spoke are', async () => {
    const first = await openEdge(talk);
    const courier = await open([], { hosts: { ...first.hosts, proactive: null } });
    await first.close();
    expect(await courier.open(person, nordlys)).toMatchObject({ kind: 'refused' });
  });
});
