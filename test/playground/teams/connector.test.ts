import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ada, channelId, elsewhere, gast, ola, tenant, tokenFrom, withTeams } from '../../support/teams.ts';

let open: Awaited<ReturnType<typeof withTeams>>;
beforeEach(async () => {
  open = await withTeams();
});
afterEach(() => open.close());

const call = (method: string, path: string, body?: unknown, token?: string | null) => open.bot.call(method, path, body, token);

const create = (id: string, more: object = {}) =>
  call('POST', 'v3/conversations', { members: [{ id }], tenantId: tenant, ...more });

const words = (text: string) => ({ type: 'message', text });

const inChannel = `v3/conversations/${channelId}`;

describe('opening a chat', () => {
  test('by the directory’s id or the address of Teams it is the same chat, each time', async () => {
    const answers = [await create(ola), await create('29:1simUser'), await create(ola)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const ids = answers.map(({ body }) => (body as { id: string }).id);
    expect(new Set(ids)).toEqual(new Set([open.teams.personal(ola).id]));
    expect(await create(ada)).not.toMatchObject({ body: { id: ids[0] } });
  });

  test('the first message may come with it', async () => {
    await create(ola, { activity: words('Good morning') });
    expect(open.teams.personal(ola).messages).toMatchObject([{ text: 'Good morning', from: null }]);
  });

  test('a channel gets a new thread', async () => {
    const wanted = { isGroup: true, tenantId: tenant, channelData: { channel: { id: channelId } }, activity: words('New case') };
    const { status, body } = await call('POST', 'v3/conversations', wanted);
    const [message] = open.channel.messages;
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: `${channelId};messageid=${message?.id ?? ''}`, activityId: message?.id });
  });

  test.each([
    ['nobody', { members: [] }],
    ['two at once', { members: [{ id: ola }, { id: ada }] }],
    ['no tenant', { tenantId: undefined }],
    ['a group', { isGroup: true }],
    ['somebody unknown', { members: [{ id: '29:1nobody' }] }],
    ['somebody of another tenant', { tenantId: elsewhere }],
  ])('%s: not understood', async (_what, changes) => {
    expect(await create(ola, changes)).toMatchObject({ status: 400 });
  });

  test('who does not have the app cannot be reached', async () => {
    open.teams.world.installed.delete(ada);
    expect(await create(ada)).toMatchObject({ status: 403, body: { error: { code: 'ForbiddenOperationException' } } });
  });
});

describe('speaking', () => {
  test('an answer stands in the thread of what it answers', async () => {
    const { message } = await open.teams.person(ola).say(open.channel, 'cases');
    await call('POST', `${inChannel}/activities/${message.id}`, words('None.'));
    expect(open.channel.messages.map(({ thread }) => thread)).toEqual([message.id, message.id]);
    await call('POST', `${inChannel};messageid=${message.id}/activities`, words('None at all.'));
    expect(open.channel.messages.at(-1)?.thread).toBe(message.id);
    await call('POST', `${inChannel}/activities`, words('Something else.'));
    expect(open.channel.messages.at(-1)?.thread).not.toBe(message.id);
  });

  test('typing is seen, and is no message', async () => {
    expect(await call('POST', `${inChannel}/activities`, { type: 'typing' })).toMatchObject({ status: 201 });
    expect(open.channel.messages).toEqual([]);
    expect(open.teams.transcript(ola)).toMatchObject([{ kind: 'typing' }]);
  });

  test('a message that was taken back is gone', async () => {
    const id = await open.bot.post(channelId, words('Wrong'));
    expect(await call('DELETE', `${inChannel}/activities/${id}`)).toMatchObject({ status: 200 });
    expect(open.channel.messages).toMatchObject([{ isDeleted: true }]);
    expect(await call('PUT', `${inChannel}/activities/${id}`, words('Right'))).toMatchObject({ status: 404 });
  });

  test('what a person has said the bot can neither change nor take back', async () => {
    const { message } = await open.teams.person(ola).say(open.channel, 'cases');
    const path = `${inChannel}/activities/${message.id}`;
    expect(await call('PUT', path, words('no cases'))).toMatchObject({ status: 403 });
    expect(await call('DELETE', path)).toMatchObject({ status: 403 });
    expect(message.text).toBe('cases');
  });

  test.each([
    ['no activity', {}],
    ['a list', []],
    ['an activity of another kind', { type: 'invoke' }],
  ])('%s is not understood', async (_what, body) => {
    expect(await call('POST', `${inChannel}/activities`, body)).toMatchObject({ status: 400 });
  });

  test('more than 100 KB is too big, measured in two bytes a letter and without pictures', async () => {
    const long = 'x'.repeat(50 * 1024);
    expect(await call('POST', `${inChannel}/activities`, words(long))).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig' } },
    });
    expect(await call('POST', `${inChannel}/activities`, words(long.slice(200)))).toMatchObject({ status: 201 });
    const picture = { type: 'message', attachments: [{ contentUrl: `data:image/png;base64,${long}` }] };
    expect(await call('POST', `${inChannel}/activities`, picture)).toMatchObject({ status: 201 });
  });

  test('who has taken the app away hears nothing more', async () => {
    const person = open.teams.person(ola);
    await person.uninstall();
    expect(await call('POST', `v3/conversations/${person.chat.id}/activities`, words('Hello?'))).toMatchObject({
      status: 403,
      body: { error: { innerHttpError: { body: { message: '{"subCode":"MessageWritesBlocked"}' } } } },
    });
  });

  test('nobody speaks without a token of the right maker, or with one that ran out', async () => {
    const path = `${inChannel}/activities`;
    expect(await call('POST', path, words('x'), null)).toMatchObject({ status: 401 });
    expect(await call('POST', path, words('x'), open.teams.mint())).toMatchObject({ status: 401 });
    open.pass(60 * 24);
    expect(await call('POST', path, words('x'))).toMatchObject({ status: 401 });
    expect(open.channel.messages).toEqual([]);
  });

  test('a token for something else is of no use, where Teams looks', async () => {
    await open.close();
    open = await withTeams({ audience: 'https://api.chat.example' });
    const other = await tokenFrom(open.teams, 'https://graph.example');
    expect(await call('POST', `${inChannel}/activities`, words('x'), other)).toMatchObject({ status: 401 });
    expect(await call('POST', `${inChannel}/activities`, words('x'))).toMatchObject({ status: 201 });
  });
});

describe('who is there', () => {
  test('one of them, by either id', async () => {
    const told = {
      ...{ id: '29:1simUser', aadObjectId: ola, name: 'Ola Nordmann', givenName: 'Ola', surname: 'Nordmann' },
      ...{ email: 'ola@nordlys.example', userPrincipalName: 'ola@nordlys.example', tenantId: tenant, userRole: 'user' },
    };
    expect(await call('GET', `${inChannel}/members/${ola}`)).toMatchObject({ status: 200, body: told });
    expect(await call('GET', `${inChannel}/members/29:1simUser`)).toMatchObject({ status: 200, body: told });
    expect(await call('GET', `${inChannel}/members/${gast}`)).toMatchObject({ body: { userRole: 'guest', tenantId: elsewhere } });
    const alone = `v3/conversations/${open.teams.personal(ola).id}/members/${ada}`;
    expect(await call('GET', alone)).toMatchObject({ status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } });
  });

  test('all of them, at once or page by page', async () => {
    const { body } = await call('GET', `${inChannel}/members`);
    expect(body).toMatchObject([{ aadObjectId: ola }, { aadObjectId: ada }, { aadObjectId: gast }]);
    const first = await call('GET', `${inChannel}/pagedmembers?pageSize=2`);
    expect(first.body).toMatchObject({ members: [{ aadObjectId: ola }, { aadObjectId: ada }] });
    const { continuationToken } = first.body as { continuationToken: string };
    const next = await call('GET', `${inChannel}/pagedmembers?pageSize=2&continuationToken=${continuationToken}`);
    expect(next.body).toEqual({ members: [expect.objectContaining({ aadObjectId: gast })] });
  });

  test('not where the bot is not', async () => {
    open.channel.hasBot = false;
    expect(await call('GET', `${inChannel}/members`)).toMatchObject({ status: 403 });
    expect(await call('GET', 'v3/conversations/19:nowhere@thread.v2/members')).toMatchObject({ status: 404 });
  });
});

describe('what goes wrong on purpose', () => {
  test.each([
    [500, 'ServiceError'],
    [502, 'BadGateway'],
    [503, 'ServiceUnavailable'],
    [504, 'GatewayTimeout'],
  ] as const)('%i, as often as was wanted, and then no more', async (status, code) => {
    open.teams.faults.next({ what: 'post', status, times: 2 });
    const say = () => call('POST', `${inChannel}/activities`, words('x'));
    expect(await say()).toMatchObject({ status, body: { error: { code } } });
    expect(await say()).toMatchObject({ status });
    expect(await say()).toMatchObject({ status: 201 });
    expect(open.channel.messages).toHaveLength(1);
  });

  test('only where it was wanted', async () => {
    open.teams.faults.next({ what: 'create', status: 429, retryAfter: 3 });
    expect(await call('POST', `${inChannel}/activities`, words('x'))).toMatchObject({ status: 201 });
    const refused = await create(ola);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    open.teams.faults.next({ what: 'members', status: 502 });
    open.teams.faults.clear();
    expect(await call('GET', `${inChannel}/members`)).toMatchObject({ status: 200 });
  });

  test('an answer that is lost is lost after it was done', async () => {
    open.teams.faults.next({ what: 'post', status: 'lost answer' });
    await expect(call('POST', `${inChannel}/activities`, words('once'))).rejects.toThrow('fetch failed');
    expect(open.channel.messages).toMatchObject([{ text: 'once' }]);
  });

  test('where no answer comes nothing was done', async () => {
    open.teams.faults.next({ what: 'post', status: 'timeout' });
    const { serviceUrl } = open.teams.addresses();
    const asked = fetch(`${serviceUrl}${inChannel}/activities`, { method: 'POST', body: '{}', signal: AbortSignal.timeout(30) });
    await expect(asked).rejects.toThrow('timeout');
    expect(open.channel.messages).toEqual([]);
  });

  test('tokens and keys can be out of reach too', async () => {
    const { login, metadata } = open.teams.addresses();
    open.teams.faults.next({ what: 'keys', status: 503 });
    open.teams.faults.next({ what: 'token', status: 500 });
    expect((await fetch(metadata)).status).toBe(503);
    expect((await fetch(metadata)).status).toBe(200);
    expect((await fetch(`${login}/${tenant}/oauth2/v2.0/token`, { method: 'POST' })).status).toBe(500);
  });
});

describe('how much the bot may say, where Teams counts', () => {
  beforeEach(async () => {
    await open.close();
    open = await withTeams({ hasLimits: true });
  });

  const said = async (times: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let time = 0; time < times; time += 1) statuses.push((await call('POST', `${inChannel}/activities`, words('x'))).status);
    return statuses;
  };

  test('seven messages a second in one conversation, and eight in two', async () => {
    expect(await said(8)).toEqual([...Array.from({ length: 7 }, () => 201), 429]);
    open.seconds(1);
    expect(await said(2)).toEqual([201, 429]);
    const elsewhereToo = `v3/conversations/${open.teams.personal(ola).id}/activities`;
    expect(await call('POST', elsewhereToo, words('x'))).toMatchObject({ status: 201 });
  });

  test('it is told when to come back', async () => {
    await said(7);
    const { headers } = await call('POST', `${inChannel}/activities`, words('x'));
    expect(headers.get('retry-after')).toBe('1');
    open.seconds(2);
    expect(await said(1)).toEqual([201]);
  });

  test('twice as many questions who is there', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 15; time += 1) statuses.push((await call('GET', `${inChannel}/members`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(14);
    expect(statuses.at(-1)).toBe(429);
  });
});
