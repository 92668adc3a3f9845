import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from '../../../src/playground/teams/world.ts';
import { ada, cardOf, channelId, gast, ola, withCard, withTeams } from '../../support/teams.ts';

let open: Awaited<ReturnType<typeof withTeams>>;
beforeEach(async () => {
  open = await withTeams();
});
afterEach(() => open.close());

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

const answered = (card: object) => ({ status: 200, body: { statusCode: 200, type: ADAPTIVE, value: card } });

const line = (text: string) => ({ type: 'TextBlock', text });

const button = (title: string, more: object = {}) => ({
  ...{ type: 'Action.Execute', title, verb: 'approve', data: { verb: 'approve', id: 'R-1', seen: 'abc' } },
  ...more,
});

const refresh = (...userIds: string[]) => ({
  action: { type: 'Action.Execute', verb: 'view', data: { verb: 'view', id: 'R-1', seen: '' } },
  ...(userIds.length > 0 && { userIds }),
});

const posted = async (card: object, conversation = channelId): Promise<Message> => {
  const id = await open.bot.post(conversation, withCard(card));
  const found = [...open.teams.world.chats.values()].flatMap(({ messages }) => messages).find((message) => message.id === id);
  if (found === undefined) throw new Error('It is not there.');
  return found;
};

const fields = [
  { type: 'Input.Text', id: 'reason', label: 'Why' },
  { type: 'Input.Number', id: 'days', min: 1, max: 730, value: 90 },
  { type: 'Input.Toggle', id: 'extend', title: 'Extend', value: 'false' },
  { type: 'Input.ChoiceSet', id: 'roles', isMultiSelect: true, choices: ['a', 'b', 'c'].map((value) => ({ title: value, value })) },
  { type: 'Input.ChoiceSet', id: 'language', choices: ['es', 'it'].map((value) => ({ title: value, value })) },
];

const dataSent = () => (open.bot.heard.at(-1)?.activity.value as { action: { data: unknown } }).action.data;

describe('a press', () => {
  test('sends what is in the fields as Teams does: everything is a text', async () => {
    const message = await posted({ ...cardOf(...fields), actions: [button('Godkjenn')] });
    const inputs = { reason: 'fine', days: 7, extend: true, roles: ['a', 'c'], language: 'it' };
    await open.teams.person(ada).press(message, 'Godkjenn', inputs);
    const filled = { reason: 'fine', days: '7', extend: 'true', roles: 'a,c', language: 'it' };
    expect(dataSent()).toEqual({ verb: 'approve', id: 'R-1', seen: 'abc', ...filled });
    expect(open.bot.heard[0]?.activity).toMatchObject({
      name: 'adaptiveCard/action',
      replyToId: message.id,
      from: { aadObjectId: ada },
    });
  });

  test('sends what stood in the fields already, and nothing of choices nobody made', async () => {
    const message = await posted({ ...cardOf(...fields), actions: [button('Godkjenn')] });
    await open.teams.person(ada).press(message, 'Godkjenn');
    expect(dataSent()).toEqual({ verb: 'approve', id: 'R-1', seen: 'abc', reason: '', days: '90', extend: 'false' });
  });

  test('without fields where the button does not want them', async () => {
    const required = { type: 'Input.Text', id: 'reason', isRequired: true };
    const message = await posted({ ...cardOf(required), actions: [button('Back', { associatedInputs: 'none' })] });
    await open.teams.person(ada).press(message, 'Back');
    expect(dataSent()).toEqual({ verb: 'approve', id: 'R-1', seen: 'abc' });
  });

  test.each([
    [{ type: 'Input.Text', id: 'x', isRequired: true, errorMessage: 'Say why.' }, ''],
    [{ type: 'Input.Text', id: 'x', regex: '^[a-z]+$', errorMessage: 'Say why.' }, 'A1'],
    [{ type: 'Input.Text', id: 'x', maxLength: 3, errorMessage: 'Say why.' }, 'four'],
    [{ type: 'Input.Number', id: 'x', max: 730, errorMessage: 'Say why.' }, 731],
    [{ type: 'Input.Toggle', id: 'x', isRequired: true, errorMessage: 'Say why.' }, false],
  ])('%j filled in with %j is not sent; what is amiss stands under the field', async (field, value) => {
    const message = await posted({ ...cardOf(field), actions: [button('Godkjenn')] });
    const pressed = await open.teams.person(ada).press(message, 'Godkjenn', { x: value });
    expect(pressed).toEqual({ kind: 'not-sent', problems: [{ id: 'x', text: 'Say why.' }] });
    expect(open.bot.heard).toEqual([]);
  });

  test('finds buttons by title, verb, id, or verb and what it is about', async () => {
    const say = (id: string) => button(`Say ${id}`, { verb: 'say', data: { verb: 'say', id, seen: '' } });
    const deep = { type: 'Container', items: [{ type: 'ActionSet', actions: [say('help'), say('cases')] }] };
    const message = await posted({ ...cardOf(deep), actions: [button('Godkjenn', { id: 'the-one' })] });
    const person = open.teams.person(ada);
    for (const wanted of ['Godkjenn', 'approve', 'the-one']) await person.press(message, wanted);
    await person.press(message, 'say cases');
    const verbs = open.bot.heard.map(({ activity }) => (activity.value as { action: { verb: string } }).action.verb);
    expect(verbs).toEqual(['approve', 'approve', 'approve', 'say']);
    expect(dataSent()).toMatchObject({ id: 'cases' });
    expect(person.buttons(message)).toEqual(['Say help', 'Say cases', 'Godkjenn']);
  });

  test.each([
    ['not there', 'Avslå', {}, 'No button “Avslå”. There are: “Godkjenn”'],
    ['hidden', 'Hemmelig', {}, 'No button “Hemmelig”'],
    ['switched off', 'Av', {}, 'is switched off'],
    ['meant by two names', 'twice', {}, '2 buttons “twice”'],
    ['pressed with a field that is not there', 'Godkjenn', { reason: 'x' }, 'There is no field reason'],
    ['pressed with a choice that is not there', 'Godkjenn', { language: 'fr' }, 'does not offer “fr”'],
  ])('a button that is %s cannot be pressed', async (_what, wanted, inputs, words) => {
    const hidden = { type: 'Container', isVisible: false, items: [{ type: 'ActionSet', actions: [button('Hemmelig')] }] };
    const twice = [button('One', { verb: 'twice' }), button('Two', { verb: 'twice' })];
    const off = button('Av', { isEnabled: false });
    const [, , , , language = {}] = fields;
    const message = await posted({ ...cardOf(hidden, language), actions: [button('Godkjenn'), off, ...twice] });
    await expect(open.teams.person(ada).press(message, wanted, inputs)).rejects.toThrow(words);
    expect(open.bot.heard).toEqual([]);
  });

  test('a link is opened, and the bot hears nothing', async () => {
    const link = { type: 'Action.OpenUrl', title: 'Portal', url: 'https://portal.example/' };
    const message = await posted({ ...cardOf(), actions: [link] });
    expect(await open.teams.person(ada).press(message, 'Portal')).toEqual({ kind: 'link', url: 'https://portal.example/' });
    expect(open.bot.heard).toEqual([]);
  });

  test('in an old program it is a message with data, and no words', async () => {
    const fallback = { type: 'Action.Submit', title: 'Godkjenn', data: { verb: 'approve', id: 'R-1', seen: 'abc' } };
    const actions = [button('Godkjenn', { fallback })];
    const [reason = {}] = fields;
    const message = await posted({ ...cardOf(reason), actions });
    const pressed = await open.teams.person(ada).submit(message, 'Godkjenn', { reason: 'fine' });
    expect(pressed).toEqual({ kind: 'sent', status: 200 });
    const [got] = open.bot.heard;
    expect(got?.activity).toMatchObject({ type: 'message', replyToId: message.id });
    expect(got?.activity.value).toEqual({ verb: 'approve', id: 'R-1', seen: 'abc', reason: 'fine' });
    expect(got?.activity).not.toHaveProperty('text');
    const bare = await posted({ ...cardOf(), actions: [button('Godkjenn')] });
    await expect(open.teams.person(ada).submit(bare, 'Godkjenn')).rejects.toThrow('does nothing in old programs');
  });
});

describe('what comes back', () => {
  test('a card is what this person sees from then on, and nobody else', async () => {
    const before = { ...cardOf(line('Waiting')), actions: [button('Godkjenn')] };
    const message = await posted(before);
    const after = cardOf(line('Approved'));
    open.bot.answer(() => answered(after));
    const [one, other] = [open.teams.person(ada), open.teams.person(ola)];
    expect(await one.press(message, 'Godkjenn')).toEqual({ kind: 'card', card: after });
    expect([one.sees(message), other.sees(message)]).toEqual([after, before]);
    await expect(one.press(message, 'Godkjenn')).rejects.toThrow('No button');
    expect(open.teams.transcript(ola)).not.toContainEqual(expect.objectContaining({ kind: 'saw' }));
    expect(open.teams.transcript(ada).at(-1)).toMatchObject({ kind: 'saw', card: after, because: 'pressed' });
  });

  test('a change by the bot is what everybody sees', async () => {
    const message = await posted({ ...cardOf(line('Waiting')), actions: [button('Godkjenn')] });
    open.bot.answer(() => answered(cardOf(line('Mine'))));
    const person = open.teams.person(ada);
    await person.press(message, 'Godkjenn');
    const all = cardOf(line('Approved'));
    await open.bot.call('PUT', `v3/conversations/${channelId}/activities/${message.id}`, withCard(all));
    expect(person.sees(message)).toEqual(all);
  });

  test('sixty people can have a view of their own, and then the oldest is lost', async () => {
    const crowd = Array.from({ length: 61 }, (_, number) => ({ id: `person-${number}`, name: `Person ${number}` }));
    await open.close();
    open = await withTeams({ people: [...crowd, { id: ola, name: 'O' }, { id: ada, name: 'A' }, { id: gast, name: 'G' }] });
    const chat = open.teams.group({ name: 'All', people: crowd.map(({ id }) => id) });
    const message = await posted({ ...cardOf(line('All')), actions: [button('Godkjenn')] }, chat.id);
    open.bot.answer(() => answered(cardOf(line('Mine'))));
    for (const { id } of crowd) await open.teams.person(id).press(message, 'Godkjenn');
    expect(message.views.size).toBe(60);
    expect(open.teams.person('person-0').sees(message)).toMatchObject({ body: [line('All')] });
    expect(open.teams.person('person-60').sees(message)).toMatchObject({ body: [line('Mine')] });
  });
});

describe('looking at a chat', () => {
  const adasAddress = () => open.teams.person(ada).person.address;

  test('whoever the card names gets a view of their own, without pressing', async () => {
    const message = await posted({ ...cardOf(line('All')), refresh: refresh(adasAddress()) });
    open.bot.answer(() => answered(cardOf(line('For Ada'))));
    await open.teams.person(ola).open(open.channel);
    expect(open.bot.heard).toEqual([]);
    await open.teams.person(ada).open(open.channel);
    expect(open.bot.heard[0]?.activity).toMatchObject({
      value: { trigger: 'automatic', action: { verb: 'view' } },
      replyToId: message.id,
      from: { aadObjectId: ada },
    });
    expect(open.teams.person(ada).sees(message)).toEqual(cardOf(line('For Ada')));
    expect(open.teams.person(ola).sees(message)).toMatchObject({ body: [line('All')] });
  });

  test('not more than once a minute, except after a change', async () => {
    const card = { ...cardOf(line('All')), refresh: refresh(adasAddress()) };
    const message = await posted(card);
    open.bot.answer(() => answered(card));
    const look = async (): Promise<number> => {
      await open.teams.person(ada).open(open.channel);
      return open.bot.heard.length;
    };
    expect([await look(), await look()]).toEqual([1, 1]);
    open.seconds(59);
    expect(await look()).toBe(1);
    open.seconds(1);
    expect(await look()).toBe(2);
    await open.bot.call('PUT', `v3/conversations/${channelId}/activities/${message.id}`, withCard(card));
    expect(await look()).toBe(3);
  });

  test('where the card names nobody everybody is meant, up to sixty in the chat', async () => {
    await posted({ ...cardOf(line('All')), refresh: refresh() });
    await open.teams.person(ola).open(open.channel);
    expect(open.bot.heard).toHaveLength(1);
    const [member] = open.channel.members;
    if (member === undefined) throw new Error('Nobody is there.');
    open.channel.members.push(...Array.from({ length: 58 }, () => member));
    await open.teams.person(ada).open(open.channel);
    expect(open.bot.heard).toHaveLength(1);
  });

  test('of those whom the card names the first sixty count', async () => {
    await posted({ ...cardOf(line('All')), refresh: refresh(...Array.from({ length: 60 }, (_, n) => `29:${n}`), adasAddress()) });
    await open.teams.person(ada).open(open.channel);
    expect(open.bot.heard).toEqual([]);
  });

  test('nothing is told where it fails', async () => {
    await posted({ ...cardOf(line('All')), refresh: refresh() });
    open.bot.answer(() => ({ status: 400 }));
    await open.teams.person(ada).open(open.channel);
    expect(open.teams.transcript(ada).map(({ kind }) => kind)).toEqual(['showed']);
  });
});

describe('a card that was forwarded', () => {
  test('comes from where it is now', async () => {
    const message = await posted({ ...cardOf(), actions: [button('Godkjenn')] });
    const group = open.teams.group({ name: 'Annet', people: [ola, ada] });
    const copy = open.teams.person(ola).forward(message, group);
    await open.teams.person(ada).press(copy, 'Godkjenn');
    expect(open.bot.heard[0]?.activity).toMatchObject({ conversation: { id: group.id }, replyToId: copy.id });
    expect(copy.id).not.toBe(message.id);
  });

  test('is a picture where the bot is not', async () => {
    const message = await posted({ ...cardOf(), actions: [button('Godkjenn')] });
    const group = open.teams.group({ name: 'Uten', people: [ola], hasBot: false });
    const person = open.teams.person(ola);
    expect(await person.press(person.forward(message, group), 'Godkjenn')).toEqual({ kind: 'wrong', status: 404 });
    expect(open.bot.heard).toEqual([]);
  });
});
