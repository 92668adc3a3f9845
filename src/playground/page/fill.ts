import type { MessageView } from '../play/view.ts';
import { buttonsOf } from '../teams/card/buttons.ts';
import { everyPart, partsIn, wordIn } from '../teams/card/card.ts';
import type { Card } from '../teams/card/card.ts';
import { pressedOn } from './chat/pressed.ts';
import { loadChat, sendAct } from './server.ts';

/** Somebody’s chat, and how buttons are called there. */
interface Hands {
  readonly person: string;
  readonly chat: string;
  readonly say: (key: string) => string;
}

type Inputs = Readonly<Record<string, string>>;

/** More pages than any wizard has, and more things to tick off than any list. */
const MOST = 15;

const fieldsOf = (card: Card): readonly Card[] => [...everyPart(card)].filter(({ type }) => wordIn(type).startsWith('Input.'));

const isCard = (message: MessageView): message is MessageView & { readonly card: Card } => message.card !== null;

/** Presses this button on the newest card; says whether there was one, and it was content with what was filled in. */
const press = async ({ person, chat, say }: Hands, key: string, fill: (fields: readonly Card[]) => Inputs): Promise<boolean> => {
  const message = (await loadChat(person, chat)).messages.findLast(isCard);
  const pressed = pressedOn(message && buttonsOf(message.card).find(({ title }) => title === say(key)));
  if (message === undefined || pressed?.kind !== 'button') return false;
  const inputs = fill(fieldsOf(message.card));
  const answer = await sendAct({ do: 'press', person, chat, message: message.id, button: pressed.button, inputs });
  return answer.kind === 'done';
};

const askedOf = (known: Inputs, fields: readonly Card[]): Inputs => {
  const ids = new Set(fields.map(({ id }) => id));
  return Object.fromEntries(Object.entries(known).filter(([id]) => ids.has(id)));
};

/** Goes through the pages of a wizard, with what is known of each of them, and asks for approval at the end. */
export const fillIn = async (hands: Hands, known: Inputs): Promise<void> => {
  for (let page = 0; page < MOST; page++) {
    if (await press(hands, 'wizard.ask', () => ({}))) return;
    if (!(await press(hands, 'wizard.next', (fields) => askedOf(known, fields)))) return;
  }
};

const firstChoice = (fields: readonly Card[]): string => wordIn(partsIn(fields.find(({ id }) => id === 'item')?.choices)[0]?.value);

/** Ticks off one thing after the other, each with the same words. */
export const tickAll = async (hands: Hands): Promise<void> => {
  const words = hands.say('play.proof');
  const one = (fields: readonly Card[]): Inputs => ({ item: firstChoice(fields), words });
  for (let done = 0; done < MOST; done++) if (!(await press(hands, 'case.button.tick', one))) return;
};
