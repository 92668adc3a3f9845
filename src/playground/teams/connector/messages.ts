import { cardIn, isPart, wordIn } from '../card/card.ts';
import type { Card } from '../card/card.ts';
import { noteIn } from '../transcript.ts';
import { write } from '../world.ts';
import type { Chat, Message, World } from '../world.ts';
import type { Reply } from '../../../sandbox/exchange.ts';
import type { Call } from './call.ts';
import { badArgument, noActivity, noConversation, notInRoster, notYours, tooBig, writesBlocked } from './refusals.ts';

const MOST_BYTES = 100 * 1024;
const PICTURE = /data:[\w.+-]+\/[\w.+-]+;base64,[\w+/=]+/g;

/** As Teams measures: UTF-16, with cards, without pictures that are part of it. */
export const isTooBig = (text: string): boolean => text.replaceAll(PICTURE, '').length * 2 > MOST_BYTES;

/** Why the bot may not speak there; null: it may. */
const silenced = ({ hasBot, kind }: Chat): Reply | null => {
  if (hasBot) return null;
  return kind === 'personal' ? writesBlocked : notInRoster;
};

interface Place {
  readonly chat: Chat;
  readonly thread: string | null;
}

const inPlace = (call: Call, act: (place: Place) => Reply): Reply => {
  if (call.place === null) return noConversation;
  return silenced(call.place.chat) ?? act(call.place);
};

const withActivity = (call: Call, act: (activity: Card, place: Place) => Reply): Reply =>
  inPlace(call, (place) => {
    if (isTooBig(call.asked.raw.toString())) return tooBig;
    return isPart(call.body) && typeof call.body.type === 'string' ? act(call.body, place) : badArgument;
  });

/** A message of the bot arrives in a chat. */
export const showIn = (world: World, { chat, thread }: Place, activity: Card): Message => {
  const text = wordIn(activity.text);
  const message = write(world, chat, { from: null, thread, text, card: cardIn(activity), activity });
  noteIn(world, { chat, message }, { kind: 'showed', text, card: message.card });
  return message;
};

const messageOf = ({ messages }: Chat, id: string | undefined): Message | null =>
  messages.find((message) => message.id === id && !message.isDeleted) ?? null;

export const post = (call: Call): Reply =>
  withActivity(call, (activity, place) => {
    const { world, parameters } = call;
    if (activity.type === 'typing') {
      noteIn(world, { chat: place.chat }, { kind: 'typing' });
      return { status: 201, body: { id: world.nextId() } };
    }
    if (activity.type !== 'message') return badArgument;
    const answered = parameters.activity === undefined ? null : messageOf(place.chat, parameters.activity);
    if (parameters.activity !== undefined && answered === null) return noActivity;
    const thread = place.thread ?? answered?.thread ?? null;
    return { status: 201, body: { id: showIn(world, { ...place, thread }, activity).id } };
  });

const withOwn = (chat: Chat, id: string | undefined, act: (message: Message) => Reply): Reply => {
  const message = messageOf(chat, id);
  if (message === null) return noActivity;
  return message.from === null ? act(message) : notYours;
};

/** Nobody keeps a view of what is not there any more. */
const change = (message: Message, activity: Card): void => {
  message.text = wordIn(activity.text);
  message.card = cardIn(activity);
  message.activity = activity;
  message.edits += 1;
  message.views.clear();
  message.refreshed.clear();
};

export const update = (call: Call): Reply =>
  withActivity(call, (activity, { chat }) =>
    withOwn(chat, call.parameters.activity, (message) => {
      change(message, activity);
      noteIn(call.world, { chat, message }, { kind: 'changed', text: message.text, card: message.card });
      return { status: 200, body: { id: message.id } };
    }),
  );

export const remove = (call: Call): Reply =>
  inPlace(call, ({ chat }) =>
    withOwn(chat, call.parameters.activity, (message) => {
      message.isDeleted = true;
      noteIn(call.world, { chat, message }, { kind: 'deleted' });
      return { status: 200 };
    }),
  );
