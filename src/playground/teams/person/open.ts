import { invokeAnswerOf } from '../answers.ts';
import { isPart } from '../card/card.ts';
import type { Card } from '../card/card.ts';
import type { Message } from '../world.ts';
import { invoked } from './line.ts';
import type { Standing } from './line.ts';
import { actionOf, shown } from './press.ts';
import { cardFor } from './views.ts';

const MINUTE_MS = 60_000;
const MOST = 60;

/** What the card is refreshed by, if it is for this person. */
const refreshOf = ({ chat, person }: Standing, { refresh }: Card): Card | null => {
  if (!isPart(refresh) || !isPart(refresh.action)) return null;
  const { userIds } = refresh;
  const isMeant = Array.isArray(userIds) ? userIds.slice(0, MOST).includes(person.address) : chat.members.length <= MOST;
  return isMeant ? refresh.action : null;
};

const isFresh = ({ world, person }: Standing, { refreshed }: Message): boolean => {
  const last = refreshed.get(person.id);
  return last !== undefined && Date.parse(world.now()) - Date.parse(last) < MINUTE_MS;
};

const refresh = async (at: Standing, message: Message, action: Card): Promise<void> => {
  message.refreshed.set(at.person.id, at.world.now());
  const { edits } = message;
  const value = { action: actionOf(action, {}), trigger: 'automatic' };
  const there = { ...at, thread: message.thread };
  const answer = invokeAnswerOf(await invoked(there, 'adaptiveCard/action', { replyToId: message.id, value }));
  // An answer for a card that is not there any more is of no use.
  if (edits === message.edits) shown(at, message, answer, 'opened');
};

/** Looks at a chat: cards that show everybody their own state ask for it, one after the other. */
export const open = async (at: Standing): Promise<void> => {
  for (const message of at.chat.messages.filter(({ card, isDeleted }) => card !== null && !isDeleted)) {
    const action = isFresh(at, message) ? null : refreshOf(at, cardFor(message, at.person));
    if (action !== null) await refresh(at, message, action);
  }
};
