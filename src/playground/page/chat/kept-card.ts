import type { MessageView } from '../../play/view.ts';
import { drawCard } from './card-view.ts';
import type { DrawnCard } from './card-view.ts';
import type { Doing } from './doing.ts';
import { filledIn } from './filled-in.ts';
import type { Room } from './room.ts';

interface Kept {
  readonly look: string;
  readonly isDark: boolean;
  /** Null: it could not be drawn. */
  readonly drawn: DrawnCard | null;
}

/** The cards of a chat by their messages: how each looked when it was drawn, and in which colours. */
export type Cards = Map<string, Kept>;

/** A chat with its cards, and what can be done there. */
export interface Place {
  readonly room: Room;
  readonly cards: Cards;
  readonly doing: Doing;
}

const drawnOrNull = (
  json: Readonly<Record<string, unknown>>,
  isDark: boolean,
  press: Parameters<typeof drawCard>[2],
): DrawnCard | null => {
  try {
    return drawCard(json, isDark, press);
  } catch {
    // Cards are made by programs; a wrong one is said to be wrong where it would stand.
    return null;
  }
};

/** A card may change while somebody is writing on it: what is new is shown, what they have written stays. */
const writtenOn = (before: Kept | undefined, look: string): Readonly<Record<string, string>> =>
  (before?.look === look ? before.drawn?.inputs() : before?.drawn?.typed()) ?? {};

/** The card of a message: drawn once for each look, so that what is half filled in stays. */
export const keptCard = ({ room, cards, doing: { press } }: Place, message: MessageView, isDark: boolean): DrawnCard | null => {
  const { id, look, card } = message;
  if (card === null) return null;
  const before = cards.get(id);
  if (before?.look === look && before.isDark === isDark) return before.drawn;
  const old = before?.drawn ?? null;
  if (old?.element.contains(document.activeElement) === true) room.refocus = id;
  const drawn = drawnOrNull(filledIn(card, writtenOn(before, look)), isDark, (pressed) => void press(id, pressed));
  cards.set(id, { look, isDark, drawn });
  return drawn;
};
