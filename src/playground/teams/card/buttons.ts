import { everyPart, isPart, isShown, wordIn } from './card.ts';
import type { Card } from './card.ts';

const presses = ['Action.Execute', 'Action.Submit', 'Action.OpenUrl'];

const isButton = (part: Card): boolean => presses.includes(wordIn(part.type));

/** What of a card a person can press. */
export const buttonsOf = (card: Card): readonly Card[] => [...everyPart(card, isShown)].filter(isButton);

/** By its title, its verb or its id; or as somebody else would recognise it. */
export type Wanted = string | ((button: Card) => boolean);

const nameOf = (button: Card): string => wordIn(button.title) || wordIn(button.verb) || wordIn(button.id);

const dataOf = ({ data }: Card): Card => (isPart(data) ? data : {});

const ways: readonly ((button: Card) => string)[] = [
  ({ title }) => wordIn(title),
  ({ verb }) => wordIn(verb),
  ({ id }) => wordIn(id),
  (button) => `${wordIn(button.verb)} ${wordIn(dataOf(button).id)}`,
];

const matching = (buttons: readonly Card[], wanted: Wanted): readonly Card[] => {
  if (typeof wanted !== 'string') return buttons.filter(wanted);
  const byWay = ways.map((read) => buttons.filter((button) => read(button) === wanted));
  return byWay.find((found) => found.length > 0) ?? [];
};

/** The one button that is meant; nobody can press what is not there. */
export const buttonIn = (card: Card, wanted: Wanted): Card => {
  const all = buttonsOf(card);
  const found = matching(all, wanted);
  const [button] = found;
  const called = typeof wanted === 'string' ? `“${wanted}”` : 'like that';
  if (button === undefined)
    throw new Error(`No button ${called}. There are: ${all.map((one) => `“${nameOf(one)}”`).join(', ') || 'none'}.`);
  if (found.length > 1) throw new Error(`${found.length} buttons ${called}: ${found.map(nameOf).join(', ')}.`);
  if (button.isEnabled === false) throw new Error(`The button ${called} is switched off.`);
  return button;
};

export const titleOf = nameOf;
