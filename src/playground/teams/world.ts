import { createHash } from 'node:crypto';
import type { Instant } from '../../cases/time.ts';
import type { Card } from './card/card.ts';
import type { Happening } from './transcript.ts';

export interface Person {
  /** The directory's id. */
  readonly id: string;
  readonly name: string;
  /** What their program is set to; they may change it. */
  locale: string;
  readonly upn: string;
  readonly isGuest: boolean;
  /** Where they are at home. */
  readonly tenant: string;
  /** How Teams addresses them: `29:…`. */
  readonly address: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly aadGroupId: string;
}

/** How somebody alone sees a card. */
interface View {
  readonly card: Card;
  readonly at: Instant;
}

export interface Message {
  readonly id: string;
  /** The first message of its thread, in a channel. */
  readonly thread: string | null;
  /** The person's id; null: the bot. */
  readonly from: string | null;
  readonly at: Instant;
  text: string;
  card: Card | null;
  /** As the bot has sent it, last. */
  activity: Readonly<Record<string, unknown>>;
  /** How often it was changed in place. */
  edits: number;
  isDeleted: boolean;
  /** By the person's id. */
  readonly views: Map<string, View>;
  /** When the person's program last asked for their view. */
  readonly refreshed: Map<string, Instant>;
}

export interface Chat {
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly name: string;
  readonly team: Team | null;
  readonly members: Person[];
  hasBot: boolean;
  readonly messages: Message[];
}

export interface World {
  readonly tenant: string;
  /** `id` is the id of its application. */
  readonly bot: { readonly id: string; readonly name: string };
  /** Of the Teams app, in the tenant's catalogue. */
  readonly appId: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly chats: Map<string, Chat>;
  /** Who has the app for themselves. */
  readonly installed: Set<string>;
  readonly mayInstall: (person: Person) => boolean;
  readonly now: () => Instant;
  /** Where the bot reaches the chats, with a slash at the end. */
  readonly serviceUrl: () => string;
  /** A new id of a message: milliseconds, and never the same twice. */
  readonly nextId: () => string;
  /** The last id that was given out. */
  readonly ids: { last: number };
  readonly note: (happening: Happening) => void;
}

/** An id that looks like those of Teams, the same for the same text. */
export const idOf = (text: string): string => createHash('sha256').update(text).digest('base64url').replaceAll(/[-_]/g, 'x');

export const botAddress = ({ bot }: World): string => `28:${bot.id}`;

/** By the directory's id, or as Teams addresses them. */
export const personCalled = ({ people }: World, id: string): Person | undefined =>
  people.get(id) ?? [...people.values()].find(({ address }) => address === id || address === `29:${id}`);

const PERSONAL = 'a:1';

/** The personal chat with the bot, which is the same for ever. */
export const personalChat = (world: World, person: Person): Chat => {
  const id = `${PERSONAL}${idOf(`chat ${person.id}`)}`;
  const there = world.chats.get(id);
  if (there !== undefined) return there;
  const hasBot = world.installed.has(person.id);
  const chat: Chat = { id, kind: 'personal', name: person.name, team: null, members: [person], hasBot, messages: [] };
  world.chats.set(id, chat);
  return chat;
};

const THREAD = ';messageid=';

/** As Graph calls a personal chat; the connector understands it too. */
export const graphChatId = ({ bot }: World, { members }: Chat): string =>
  `19:${members.map(({ id }) => id).join('_')}_${bot.id}@unq.gbl.spaces`;

/** A thread of a channel is reached by the channel’s id with its first message behind it. */
export const placeCalled = (world: World, id: string): { readonly chat: Chat; readonly thread: string | null } | null => {
  const [name = '', thread = null] = id.split(THREAD);
  const chat =
    world.chats.get(name) ?? [...world.chats.values()].find((one) => one.kind === 'personal' && graphChatId(world, one) === name);
  return chat === undefined ? null : { chat, thread };
};

export const conversationId = ({ id }: Chat, thread: string | null): string => (thread === null ? id : `${id}${THREAD}${thread}`);

export interface Written {
  readonly from: string | null;
  readonly thread?: string | null;
  readonly text?: string;
  readonly card?: Card | null;
  readonly activity?: Readonly<Record<string, unknown>>;
  readonly id?: string;
}

/** Puts a message into a chat; in a channel, one without a thread begins its own. */
export const write = (world: World, chat: Chat, written: Written): Message => {
  const { from, thread = null, text = '', card = null, activity = {}, id = world.nextId() } = written;
  const message: Message = {
    ...{ id, from, text, card, activity, edits: 0, isDeleted: false, at: world.now(), views: new Map(), refreshed: new Map() },
    thread: chat.kind === 'channel' ? (thread ?? id) : null,
  };
  chat.messages.push(message);
  return message;
};

/** The chat in which a message stands. */
export const chatOf = (world: World, message: Message): Chat => {
  const chat = [...world.chats.values()].find(({ messages }) => messages.includes(message));
  if (chat === undefined) throw new Error(`No chat has the message ${message.id}.`);
  return chat;
};
