import type { Card } from '../card/card.ts';
import type { Message, Person, World } from '../world.ts';

const MOST_VIEWS = 60;

/** The card as this person sees it: their own view, or what everybody sees. */
export const cardFor = (message: Message, person: Person): Card => {
  const card = message.views.get(person.id)?.card ?? message.card;
  if (card === null || message.isDeleted) throw new Error(`The message ${message.id} has no card.`);
  return card;
};

/** Keeps what this person alone sees; where too many have a view of their own, the oldest is lost. */
export const keepView = (world: World, message: Message, person: Person, card: Card): void => {
  message.views.delete(person.id);
  message.views.set(person.id, { card, at: world.now() });
  const [oldest] = message.views.keys();
  if (message.views.size > MOST_VIEWS && oldest !== undefined) message.views.delete(oldest);
};
