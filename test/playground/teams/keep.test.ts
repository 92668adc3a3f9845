import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { deserialize, serialize } from 'node:v8';
import { keptOf, resume } from '../../../src/playground/teams/keep.ts';
import type { KeptTeams } from '../../../src/playground/teams/keep.ts';
import type { TeamsWanted } from '../../../src/playground/teams/teams.ts';
import type { Message } from '../../../src/playground/teams/world.ts';
import { ada, bot, cardOf, channelId, gast, ola, tenant, withCard, withTeams } from '../../support/teams.ts';

type Open = Awaited<ReturnType<typeof withTeams>>;

let open: Open;
const opened: Open[] = [];
const start = async (wanted: Partial<TeamsWanted> = {}): Promise<Open> => {
  const one = await withTeams(wanted);
  opened.push(one);
  return one;
};

beforeEach(async () => {
  open = await start();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

const written = ({ teams }: Open): KeptTeams => deserialize(serialize(keptOf(teams.world))) as KeptTeams;

const next = async (before: Open, wanted: Partial<TeamsWanted> = {}): Promise<Open> => {
  const again = await start(wanted);
  resume(again.teams.world, written(before));
  return again;
};

const approve = { type: 'Action.Execute', title: 'Godkjenn', verb: 'approve', data: { verb: 'approve', id: 'R-1', seen: 'abc' } };
const seenAfter = cardOf({ type: 'TextBlock', text: 'Approved' });

const messageIn = ({ channel }: Open, id: string): Message => {
  const message = channel.messages.find((one) => one.id === id);
  if (message === undefined) throw new Error(`${id} is gone.`);
  return message;
};

const answerWithCard = ({ bot: { answer } }: Open): void => {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: seenAfter };
  answer(() => ({ status: 200, body }));
};

test('messages are there after a resume, with what each has seen, and the same press works', async () => {
  const id = await open.bot.post(channelId, withCard({ ...cardOf(), actions: [approve] }));
  answerWithCard(open);
  await open.teams.person(ada).press(messageIn(open, id), 'Godkjenn');

  const again = await next(open);
  const message = messageIn(again, id);
  expect(message).toEqual(messageIn(open, id));
  expect(again.teams.person(ada).sees(message)).toEqual(seenAfter);
  answerWithCard(again);
  expect(await again.teams.person(ola).press(message, 'Godkjenn')).toMatchObject({ kind: 'card' });
  expect(again.bot.heard).toMatchObject([{ activity: { replyToId: id, value: { action: { data: approve.data } } } }]);
});

test('a card that was just looked at is not asked for again, and one can go on in its thread', async () => {
  const refresh = { action: { type: 'Action.Execute', verb: 'view', data: { verb: 'view', id: 'R-1', seen: '' } } };
  const id = await open.bot.post(channelId, withCard({ ...cardOf(), refresh }));
  answerWithCard(open);
  await open.teams.person(ada).open(open.channel);

  const again = await next(open);
  await again.teams.person(ada).open(again.channel);
  expect(again.bot.heard).toEqual([]);
  await again.teams.person(ada).say(again.channel, 'takk', { to: messageIn(again, id) });
  expect(again.bot.heard).toMatchObject([{ activity: { conversation: { id: `${channelId};messageid=${id}` } } }]);
  await again.bot.call('PUT', `v3/conversations/${encodeURIComponent(channelId)}/activities/${id}`, withCard(seenAfter));
  expect(messageIn(again, id)).toMatchObject({ edits: 1, card: seenAfter });
});

test('personal chats are found again by the bot, with who has the app and in which language', async () => {
  const { teams } = open;
  await teams.person(ola).uninstall();
  teams.person(ada).person.locale = 'it-IT';
  await teams.person(ada).say(teams.personal(ada), 'ciao');

  const again = await next(open);
  const { world } = again.teams;
  expect([world.installed.has(ola), world.installed.has(ada), world.people.get(ada)?.locale]).toEqual([false, true, 'it-IT']);
  const chat = again.teams.personal(ada);
  expect([chat.hasBot, again.teams.personal(ola).hasBot]).toEqual([true, false]);
  expect(chat.messages.map(({ text }) => text)).toEqual(['ciao']);
  expect(chat.members).toEqual([again.teams.person(ada).person]);
  await again.bot.post(chat.id, withCard(cardOf()));
  expect(chat.messages).toHaveLength(2);
});

test('no id is given out twice, even when the clock was put back', async () => {
  const { id } = (await open.teams.person(ada).say(open.channel, 'first')).message;
  const again = await next(open, { now: () => '2026-01-01T00:00:00.000Z' as ReturnType<TeamsWanted['now']> });
  const second = (await again.teams.person(ada).say(again.channel, 'second')).message;
  expect(Number(second.id)).toBeGreaterThan(Number(id));
});

test('who has moved away is left out, who is new stays, and the others go on', async () => {
  const gerda = open.teams.person(gast);
  await gerda.say(open.channel, 'from Gerda');
  await gerda.say(gerda.chat, 'to the bot');
  const id = await open.bot.post(channelId, withCard(cardOf()));
  const message = messageIn(open, id);
  for (const one of [ada, gast]) message.views.set(one, { card: seenAfter, at: open.clock.at });

  const kept = written(open);
  const world = {
    ...open.teams.world,
    ...{ chats: new Map<string, typeof open.channel>(), installed: new Set(['new']), ids: { last: 0 } },
    people: new Map([...open.teams.world.people].filter(([one]) => one !== gast)),
  };
  resume(world, kept);
  const channel = world.chats.get(channelId);
  expect(channel?.members.map((member) => member.id)).toEqual([ola, ada]);
  expect(channel?.members.every((member) => world.people.get(member.id) === member)).toBe(true);
  expect(channel?.messages.map(({ from }) => from)).toEqual([null]);
  expect([...(channel?.messages[0]?.views.keys() ?? [])]).toEqual([ada]);
  expect([...world.chats.values()].some(({ kind, members }) => kind === 'personal' && members.length === 0)).toBe(false);
  expect([...world.installed]).toEqual(['new', ola, ada]);
  expect(world).toMatchObject({ tenant, bot: { id: bot.id } });
});
