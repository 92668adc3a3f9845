import { languages } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import type { Customer, World } from '../../sandbox/world.ts';
import { cast } from '../cast.ts';
import type { Somebody } from '../cast.ts';
import { cardFor } from '../teams/person/views.ts';
import type { Actor } from '../teams/person/create-actor.ts';
import type { Teams } from '../teams/teams.ts';
import { idOf } from '../teams/world.ts';
import type { Chat, Message } from '../teams/world.ts';
import type { News } from './news.ts';
import type { ChatName, ChatView, CustomerView, MessageView, PersonView } from './view.ts';

const languageOf = (culture: string): Language =>
  languages.find((language) => language.split('-')[0] === culture.split('-')[0]) ?? 'en';

const paneOf = ({ roles }: Somebody): PersonView['pane'] | null => {
  if (roles.includes('sales_agent')) return 'agent';
  return roles.includes('admin_agent') || roles.includes('global_admin') ? 'admin' : null;
};

const chatsOf = ({ world }: Teams, { chat: own, person }: Actor): readonly Chat[] => [
  own,
  ...[...world.chats.values()].filter((chat) => chat !== own && chat.kind !== 'personal' && chat.members.includes(person)),
];

/** Everybody who can be played. */
export const peopleShown = (teams: Teams, news: News): readonly PersonView[] =>
  Object.values(cast).flatMap((somebody: Somebody) => {
    const { id, name, roles } = somebody;
    const pane = paneOf(somebody);
    if (pane === null) return [];
    const actor = teams.person(id);
    const chats = chatsOf(teams, actor).map((chat): ChatName => ({
      id: chat.id,
      kind: chat.kind,
      name: chat.kind === 'personal' ? teams.world.bot.name : chat.name,
      stamp: news.stampOf(chat.id, id),
    }));
    return [{ id, name, roles, pane, locale: actor.person.locale, chats }];
  });

/** Everybody in the cloud in which our made-up partner is at home. */
export const customersShown = (world: World): readonly CustomerView[] =>
  [...world.customers.values()]
    .filter(({ cloud }) => cloud === 'global')
    .map(({ tenantId, name, culture }: Customer) => ({ tenant: tenantId, name, language: languageOf(culture) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));

export const partnersShown = (world: World, ours: string) =>
  [...world.partners.values()]
    .filter(({ cloud, tenantId }) => cloud === 'global' && tenantId !== ours)
    .map(({ tenantId, name }) => ({ tenant: tenantId, name }));

const messageShown = (teams: Teams, { person }: Actor, message: Message): MessageView => {
  const { id, thread, at, text, isDeleted } = message;
  const card = message.card === null || isDeleted ? null : cardFor(message, person);
  const from = message.from === null ? null : (teams.world.people.get(message.from) ?? null);
  const shown = { text: isDeleted ? '' : text, card, isDeleted };
  return {
    ...{ id, thread, at, ...shown },
    from: from && { id: from.id, name: from.name },
    look: idOf(JSON.stringify(shown)),
  };
};

/** So many of the last messages. */
const MOST_MESSAGES = 60;

/** A chat as one person sees it. */
export const chatShown = (teams: Teams, news: News, actor: Actor, chat: Chat): ChatView => ({
  stamp: news.stampOf(chat.id, actor.person.id),
  messages: chat.messages.slice(-MOST_MESSAGES).map((message) => messageShown(teams, actor, message)),
});
