import type { Chat, Message, Person, World } from './world.ts';

/** Its members by their ids. */
type KeptChat = Omit<Chat, 'members'> & { readonly members: readonly string[] };

interface KeptPerson {
  readonly locale: string;
  readonly hasApp: boolean;
}

/** All that was said, as plain data. It still belongs to the world: write it down at once. */
export interface KeptTeams {
  /** By the directory’s id. */
  readonly people: ReadonlyMap<string, KeptPerson>;
  readonly chats: readonly KeptChat[];
  readonly lastId: number;
}

export const keptOf = (world: World): KeptTeams => ({
  people: new Map([...world.people.values()].map(({ id, locale }) => [id, { locale, hasApp: world.installed.has(id) }])),
  chats: [...world.chats.values()].map((chat) => ({ ...chat, members: chat.members.map(({ id }) => id) })),
  lastId: world.ids.last,
});

const moveInAgain = ({ people, installed }: World, kept: KeptTeams): void => {
  for (const [id, { locale, hasApp }] of kept.people) {
    const person = people.get(id);
    if (person === undefined) continue;
    person.locale = locale;
    if (hasApp) installed.add(id);
    else installed.delete(id);
  }
};

const ofThose = <T>(people: World['people'], all: ReadonlyMap<string, T>): Map<string, T> =>
  new Map([...all].filter(([id]) => people.has(id)));

/** What somebody has said who is not there any more has nobody to stand beside it. */
const messagesOf = ({ people }: World, { messages }: KeptChat): Message[] =>
  messages
    .filter(({ from }) => from === null || people.has(from))
    .map((message) => ({
      ...message,
      views: ofThose(people, message.views),
      refreshed: ofThose(people, message.refreshed),
    }));

/** The chat as it was opened already, or opened now; null where nobody is left. */
const chatFor = ({ chats }: World, { id, kind, name, team }: KeptChat, members: readonly Person[]): Chat | null => {
  const there = chats.get(id);
  if (there !== undefined) return there;
  if (members.length === 0) return null;
  const chat: Chat = { id, kind, name, team, members: [], hasBot: false, messages: [] };
  chats.set(id, chat);
  return chat;
};

const sayAgain = (world: World, kept: KeptChat): void => {
  const members = kept.members.flatMap((id) => world.people.get(id) ?? []);
  const chat = chatFor(world, kept, members);
  if (chat === null) return;
  chat.hasBot = kept.hasBot;
  chat.members.push(...members.filter((person) => !chat.members.includes(person)));
  chat.messages.splice(0, chat.messages.length, ...messagesOf(world, kept));
};

/**
 * Puts what was kept into a world with the people of today. Chats that are open there already go on as what they were; whoever
 * has moved away is left out, with what they said.
 */
export const resume = (world: World, kept: KeptTeams): void => {
  moveInAgain(world, kept);
  for (const chat of kept.chats) sayAgain(world, chat);
  world.ids.last = Math.max(world.ids.last, kept.lastId);
};
