import { canonical } from '../../cases/digest.ts';
import { speakerOf } from '../../languages/catalogues.ts';
import { languageNames } from '../../languages/speak.ts';
import { locales } from '../cast.ts';
import { shareableIn } from '../teams/answers.ts';
import { buttonsOf, titleOf } from '../teams/card/buttons.ts';
import { isPart, wordIn } from '../teams/card/card.ts';
import type { Card } from '../teams/card/card.ts';
import type { Actor } from '../teams/person/create-actor.ts';
import type { Pressed } from '../teams/person/press.ts';
import type { Teams } from '../teams/teams.ts';
import type { Chat, Message } from '../teams/world.ts';
import type { Act, ActAnswer, ButtonMeant } from './view.ts';

/** Who asks for what is not there. */
export class NotHere extends Error {}

const done: ActAnswer = { kind: 'done' };

interface Place {
  readonly actor: Actor;
  readonly chat: Chat;
}

type InChat = Extract<Act, { readonly chat: string }>;
type Of<Kind extends Act['do']> = Extract<Act, { readonly do: Kind }>;

/** A person, and a chat of theirs. */
export const placeIn = (teams: Teams, { person, chat }: Pick<InChat, 'person' | 'chat'>): Place => {
  if (!teams.world.people.has(person)) throw new NotHere('There is nobody with this id.');
  const actor = teams.person(person);
  const found = [actor.chat, ...teams.world.chats.values()].find(
    ({ id, members }) => id === chat && members.includes(actor.person),
  );
  if (found === undefined) throw new NotHere('This person has no such chat.');
  return { actor, chat: found };
};

const messageIn = (chat: Chat, id: string): Message => {
  const found = chat.messages.find((message) => message.id === id);
  if (found === undefined) throw new NotHere('The chat has no such message.');
  return found;
};

const isMeant =
  ({ title, verb, data }: ButtonMeant) =>
  (button: Card): boolean =>
    titleOf(button) === (title || verb) &&
    wordIn(button.verb) === verb &&
    canonical(isPart(button.data) ? button.data : {}) === canonical(data);

const seenOf = (pressed: Pressed): ActAnswer => {
  switch (pressed.kind) {
    case 'message':
      return { kind: 'banner', tone: 'good', text: pressed.text };
    case 'error':
    case 'sign-in':
      return { kind: 'banner', tone: 'bad', text: pressed.text };
    case 'wrong':
      return { kind: 'banner', tone: 'bad', text: 'Something went wrong. Please try again.' };
    case 'link':
    case 'not-sent':
      return pressed;
    case 'card':
    case 'sent':
      return done;
  }
};

const press = async ({ actor, chat }: Place, { message: id, button, inputs }: Of<'press'>): Promise<ActAnswer> => {
  const message = messageIn(chat, id);
  if (message.isDeleted || message.card === null) return { kind: 'changed' };
  const wanted = isMeant(button);
  const isThere = buttonsOf(actor.sees(message)).filter(wanted).length === 1;
  return isThere ? seenOf(await actor.press(message, wanted, inputs)) : { kind: 'changed' };
};

const found = async ({ actor, chat }: Place, { command, text }: Of<'search' | 'share'>) =>
  shareableIn(await actor.query(chat, command, text));

const share = async (place: Place, act: Of<'share'>): Promise<ActAnswer> => {
  const chosen = (await found(place, act))[act.place];
  if (chosen === undefined) return { kind: 'changed' };
  place.actor.share(place.chat, chosen);
  return done;
};

const say = async ({ actor, chat }: Place, { text, to }: Of<'say'>): Promise<ActAnswer> => {
  await actor.say(chat, text, to === undefined ? {} : { to: messageIn(chat, to) });
  return done;
};

const open = async ({ actor, chat }: Place): Promise<ActAnswer> => {
  await actor.open(chat);
  return done;
};

const inChat = async (place: Place, act: InChat): Promise<ActAnswer> => {
  switch (act.do) {
    case 'say':
      return say(place, act);
    case 'press':
      return press(place, act);
    case 'open':
      return open(place);
    case 'search':
      return { kind: 'found', found: (await found(place, act)).map(({ title, text }) => ({ title, text })) };
    case 'share':
      return share(place, act);
  }
};

/** Their program speaks it from now on. The bot stays with what it knows of them, and is told so as people tell it. */
const speaks = async (teams: Teams, { person: id, language }: Of<'set-language'>): Promise<ActAnswer> => {
  if (!teams.world.people.has(id)) throw new NotHere('There is nobody with this id.');
  const actor = teams.person(id);
  actor.person.locale = locales[language];
  if (actor.chat.messages.length === 0) return done;
  const told = speakerOf(language).say('play.words.language', { language: languageNames[language] });
  await actor.say(actor.chat, told);
  return done;
};

/** What a page asks for is done as people do it, through the bot’s own door. */
export const createDoing =
  (teams: Teams, jump: (days: number) => void) =>
  (act: Act): Promise<ActAnswer> | ActAnswer => {
    if (act.do === 'jump') {
      jump(act.days);
      return done;
    }
    return act.do === 'set-language' ? speaks(teams, act) : inChat(placeIn(teams, act), act);
  };
