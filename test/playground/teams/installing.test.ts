import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ada, appId, bot, channelId, gast, ola, tenant, tokenFrom, withTeams } from '../../support/teams.ts';

let open: Awaited<ReturnType<typeof withTeams>>;
let token: string;
beforeEach(async () => {
  open = await withTeams();
  token = await tokenFrom(open.teams, 'https://graph.example');
  open.teams.world.installed.clear();
});
afterEach(() => open.close());

const graph = async (method: string, path: string, body?: object, bearer = token) => {
  const response = await fetch(`${open.teams.addresses().graph}/v1.0/users/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
};

const APPS = 'teamwork/installedApps';
const bound = (app: string) => ({ 'teamsApp@odata.bind': `https://graph.example/v1.0/appCatalogs/teamsApps/${app}` });
const filtered = (app: string) => `${APPS}?$expand=teamsApp&$filter=${encodeURIComponent(`teamsApp/id eq '${app}'`)}`;

describe('the app is installed for somebody through Graph', () => {
  test('who can then be reached, and hears nothing of it', async () => {
    const create = { members: [{ id: ada }], tenantId: tenant };
    expect(await open.bot.call('POST', 'v3/conversations', create)).toMatchObject({ status: 403 });
    expect(await graph('POST', `${ada}/${APPS}`, bound(appId))).toEqual({ status: 201, body: null });
    expect(await open.bot.call('POST', 'v3/conversations', create)).toMatchObject({
      status: 201,
      body: { id: open.teams.personal(ada).id },
    });
    expect(open.bot.heard).toEqual([]);
  });

  test('once; the second time it is there already', async () => {
    await graph('POST', `${ada}/${APPS}`, bound(appId));
    expect(await graph('POST', `${ada}/${APPS}`, bound(appId))).toMatchObject({
      status: 409,
      body: { error: { code: 'Conflict' } },
    });
  });

  test('whether it is can be asked, and by which chat it speaks', async () => {
    expect(await graph('GET', `${ada}/${filtered(appId)}`)).toMatchObject({ status: 200, body: { value: [] } });
    await graph('POST', `${ada}/${APPS}`, bound(appId));
    const { body } = await graph('GET', `${ada}/${filtered(appId)}`);
    const { value } = body as { value: [{ id: string; teamsApp: object }] };
    expect(value).toHaveLength(1);
    expect(value[0].teamsApp).toMatchObject({ id: appId, externalId: bot.id });
    expect(await graph('GET', `${ada}/${filtered('another')}`)).toMatchObject({ body: { value: [] } });
    const chat = await graph('GET', `${ada}/${APPS}/${value[0].id}/chat`);
    expect(chat).toMatchObject({ status: 200, body: { chatType: 'oneOnOne' } });
    await open.bot.post((chat.body as { id: string }).id, { type: 'message', text: 'Hello' });
    expect(open.teams.personal(ada).messages).toMatchObject([{ text: 'Hello' }]);
  });

  test.each([
    ['where it is not allowed', gast, bound(appId), 403],
    ['nor for a stranger', 'f0e16100-0001-4f01-8f01-0000000000e1', bound(appId), 404],
    ['nor another app', ada, bound('another'), 404],
    ['nor none', ada, {}, 400],
  ])('%s: no', async (_what, id, body, status) => {
    expect(await graph('POST', `${id}/${APPS}`, body)).toMatchObject({ status });
    expect(open.teams.world.installed.size).toBe(0);
  });

  test('not without a token, and not where Graph has trouble', async () => {
    expect(await graph('POST', `${ada}/${APPS}`, bound(appId), 'guessed')).toMatchObject({ status: 401 });
    open.teams.faults.next({ what: 'install', status: 503 });
    expect(await graph('POST', `${ada}/${APPS}`, bound(appId))).toMatchObject({ status: 503 });
  });
});

const kinds = () =>
  open.bot.heard.map(({ activity: { type, action, membersAdded, membersRemoved } }) => ({
    type,
    ...(action !== undefined && { action }),
    ...(membersAdded !== undefined && { membersAdded }),
    ...(membersRemoved !== undefined && { membersRemoved }),
  }));

const us = [{ id: `28:${bot.id}` }];

describe('people add the bot themselves', () => {
  test('for themselves; it is told, and of its end too', async () => {
    const person = open.teams.person(ola);
    await person.install();
    await person.uninstall();
    expect(kinds()).toEqual([
      { type: 'installationUpdate', action: 'add' },
      { type: 'conversationUpdate', membersAdded: us },
      { type: 'installationUpdate', action: 'remove' },
    ]);
    expect(open.bot.heard[0]?.activity).toMatchObject({ conversation: { id: person.chat.id }, from: { aadObjectId: ola } });
  });

  test('to a channel, and out of it', async () => {
    const person = open.teams.person(ola);
    await person.uninstall(open.channel);
    expect(await open.bot.call('POST', `v3/conversations/${channelId}/activities`, { type: 'message', text: 'x' })).toMatchObject({
      status: 403,
      body: { error: { code: 'BotNotInConversationRoster' } },
    });
    await person.install(open.channel);
    expect(kinds()).toEqual([
      { type: 'installationUpdate', action: 'remove' },
      { type: 'conversationUpdate', membersRemoved: us },
      { type: 'installationUpdate', action: 'add' },
      { type: 'conversationUpdate', membersAdded: us },
    ]);
  });
});
