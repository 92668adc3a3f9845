import { randomUUID } from 'node:crypto';
import { botAddress, conversationId } from './world.ts';
import type { Chat, Person, World } from './world.ts';

/** An activity as it goes to the bot. */
export type Activity = Readonly<Record<string, unknown>>;

/** Guests are people of our directory; others speak from the tenant they are at home in. */
const tenantOf = (world: World, chat: Chat, person: Person): string =>
  chat.kind === 'personal' && !person.isGuest ? person.tenant : world.tenant;

const addressed = (world: World, { id, name, address, tenant }: Person) => ({
  id: address,
  name,
  aadObjectId: id,
  ...(tenant !== world.tenant && { tenantId: tenant }),
});

const placed = (world: World, chat: Chat, person: Person) => {
  const tenant = { id: tenantOf(world, chat, person) };
  if (chat.team === null) return { tenant };
  const { team } = chat;
  return {
    teamsChannelId: chat.id,
    teamsTeamId: team.id,
    channel: { id: chat.id },
    team: { id: team.id, name: team.name },
    tenant,
  };
};

export interface Speaking {
  readonly world: World;
  readonly person: Person;
  readonly chat: Chat;
  readonly thread: string | null;
}

const clientInfo = ({ locale }: Person) => ({
  type: 'clientInfo',
  locale,
  country: locale.split('-').at(-1),
  platform: 'Web',
  timezone: 'Etc/UTC',
});

/** What every activity of somebody in a chat carries. */
export const activityOf = ({ world, person, chat, thread }: Speaking, what: Activity): Activity => ({
  channelId: 'msteams',
  serviceUrl: world.serviceUrl(),
  from: addressed(world, person),
  recipient: { id: botAddress(world), name: world.bot.name },
  conversation: {
    id: conversationId(chat, thread),
    conversationType: chat.kind === 'group' ? 'groupChat' : chat.kind,
    ...(chat.kind !== 'personal' && { isGroup: true, name: chat.name }),
    tenantId: tenantOf(world, chat, person),
  },
  channelData: placed(world, chat, person),
  locale: person.locale,
  timestamp: world.now(),
  localTimestamp: world.now(),
  ...what,
});

const mentionOf = (world: World) => ({
  type: 'mention',
  mentioned: { id: botAddress(world), name: world.bot.name },
  text: `<at>${world.bot.name}</at>`,
});

/** Words, with the bot’s name before them where it is one among many. */
export const wordsOf = (speaking: Speaking, id: string, text: string): Activity => {
  const { world, person, chat } = speaking;
  const info = clientInfo(person);
  const message = { type: 'message', id, textFormat: 'plain' };
  if (chat.kind === 'personal') return activityOf(speaking, { ...message, text, entities: [info] });
  const mention = mentionOf(world);
  return activityOf(speaking, { ...message, text: `${mention.text} ${text}`, entities: [mention, info] });
};

/** Each time it is sent it has another id, and another time. */
export const invokeOf = (speaking: Speaking, name: string, what: Activity): Activity =>
  activityOf(speaking, { type: 'invoke', name, id: `f:${randomUUID()}`, ...what });
