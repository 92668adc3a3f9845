import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ada, cardOf, channelId, elsewhere, gast, ola, tenant, withCard, withTeams } from '../../support/teams.ts';

let open: Awaited<ReturnType<typeof withTeams>>;
beforeEach(async () => {
  open = await withTeams();
});
afterEach(() => open.close());

const only = () => {
  const [got] = open.bot.heard;
  if (got === undefined || open.bot.heard.length > 1) throw new Error(`The bot heard ${open.bot.heard.length} activities.`);
  return got;
};

describe('somebody says something', () => {
  test('in a personal chat the bot hears the words, and who says them in which language', async () => {
    const person = open.teams.person(ola);
    const { status, message } = await person.say(person.chat, 'help');
    expect(status).toBe(200);
    expect(only().activity).toMatchObject({
      ...{ type: 'message', id: message.id, text: 'help', textFormat: 'plain', locale: 'nb-NO', channelId: 'msteams' },
      serviceUrl: `${open.base}/teams/`,
      from: { id: '29:1simUser', name: 'Ola Nordmann', aadObjectId: ola },
      conversation: { id: person.chat.id, conversationType: 'personal', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      timestamp: '2026-03-02T09:00:00.000Z',
    });
  });

  test('in a channel the bot hears it only when it is mentioned, in the thread that was begun', async () => {
    const person = open.teams.person(ola);
    expect(await person.say(open.channel, 'lunch?', { isMentioned: false })).toMatchObject({ status: null });
    expect(open.bot.heard).toEqual([]);
    const { message } = await person.say(open.channel, 'cases');
    const mention = '<at>Nordlys Partner Bot</at>';
    expect(only().activity).toMatchObject({
      text: `${mention} cases`,
      conversation: { id: `${channelId};messageid=${message.id}`, conversationType: 'channel', isGroup: true },
      entities: [{ type: 'mention', text: mention, mentioned: { id: '28:b070b070-0001-4f01-8f01-0000000000f2' } }, {}],
      channelData: { channel: { id: channelId }, team: { id: channelId }, tenant: { id: tenant } },
    });
  });

  test('a group chat is one for the bot too', async () => {
    const group = open.teams.group({ name: 'To og to', people: [ola, ada] });
    await open.teams.person(ada).say(group, 'cases');
    expect(only().activity).toMatchObject({ conversation: { conversationType: 'groupChat', id: group.id, isGroup: true } });
  });

  test('several lines arrive as one message', async () => {
    const person = open.teams.person(ola);
    await person.paste(person.chat, ['request admin', 'contoso.example']);
    expect(only().activity.text).toBe('request admin\ncontoso.example');
  });

  test('who changes the language of their program speaks that one from then on', async () => {
    const person = open.teams.person(ola);
    person.person.locale = 'it-IT';
    await person.say(person.chat, 'aiuto');
    expect(only().activity.locale).toBe('it-IT');
  });

  test('a guest is of our directory, and at home elsewhere', async () => {
    const guest = open.teams.person(gast);
    await guest.say(guest.chat, 'help');
    expect(only().activity).toMatchObject({ from: { tenantId: elsewhere }, conversation: { tenantId: tenant } });
  });

  test('who is in another tenant speaks from there', async () => {
    await open.close();
    const stranger = 'f0e16100-0001-4f01-8f01-0000000000e1';
    open = await withTeams({
      people: [
        { id: ola, name: 'Ola' },
        { id: ada, name: 'Ada' },
        { id: gast, name: 'G' },
        { id: stranger, name: 'S', tenant: elsewhere },
      ],
    });
    const person = open.teams.person(stranger);
    await person.say(person.chat, 'help');
    expect(only().activity).toMatchObject({ conversation: { tenantId: elsewhere }, channelData: { tenant: { id: elsewhere } } });
  });

  test('what nobody could do is refused to the test that wants it', async () => {
    const group = open.teams.group({ name: 'To', people: [ola, gast] });
    await expect(open.teams.person(ada).say(group, 'hei')).rejects.toThrow('Ada Lind is not in “To”.');
  });

  test('a message that met trouble comes once more, with the same id', async () => {
    open.bot.answer(() => ({ status: open.bot.heard.length === 1 ? 502 : 200 }));
    const person = open.teams.person(ola);
    expect(await person.say(person.chat, 'help')).toMatchObject({ status: 200 });
    const ids = open.bot.heard.map(({ activity }) => activity.id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('and not a third time', async () => {
    open.bot.answer(() => ({ status: 500 }));
    const person = open.teams.person(ola);
    expect(await person.say(person.chat, 'help')).toMatchObject({ status: 500 });
    expect(open.bot.heard).toHaveLength(2);
  });
});

describe('the bot says something', () => {
  test('the next message of the bot is there as soon as it comes', async () => {
    const person = open.teams.person(ola);
    await person.say(person.chat, 'help');
    const next = open.teams.nextMessage(person.chat);
    await open.bot.post(person.chat.id, { type: 'message', text: 'This I can do.' });
    expect(await next).toMatchObject({ text: 'This I can do.', from: null });
  });

  test('a message that was changed is the same message', async () => {
    const person = open.teams.person(ola);
    const id = await open.bot.post(person.chat.id, withCard(cardOf({ type: 'TextBlock', text: 'one' })));
    const message = await open.teams.nextMessage(person.chat);
    const changed = open.teams.nextUpdate(message);
    const after = withCard(cardOf({ type: 'TextBlock', text: 'two' }));
    const answered = await open.bot.call('PUT', `v3/conversations/${person.chat.id}/activities/${id}`, after);
    expect(answered).toMatchObject({ status: 200, body: { id } });
    expect(await changed).toBe(message);
    expect(person.sees(message)).toEqual(cardOf({ type: 'TextBlock', text: 'two' }));
    expect(person.chat.messages).toHaveLength(1);
  });

  test('who waits in vain is told what happened last', async () => {
    const person = open.teams.person(ola);
    await person.say(person.chat, 'help');
    await expect(open.teams.waitFor(() => null, 10)).rejects.toThrow('"kind":"said","who":"Ola Nordmann"');
  });
});
