import type { MessageView } from '../../play/view.ts';

type Card = NonNullable<MessageView['card']>;

const isPart = (value: unknown): value is Card => typeof value === 'object' && value !== null;

/** So many of its first texts say what a card is about: its title, whose it is, where it stands. */
const TELLING = 4;

function* textsIn(value: unknown): Generator<string> {
  if (!isPart(value)) return;
  if (typeof value.text === 'string') yield value.text;
  for (const below of Object.values(value)) yield* textsIn(below);
}

const headOf = (card: Card | null): string => [...textsIn(card?.body).take(TELLING)].join('\n').replaceAll(/\d+/g, '');

/** Whether a card still shows what it showed: who has pressed a button at its end wants to stay there. */
export const isSamePage = (before: Card | null, now: Card | null): boolean => headOf(before) === headOf(now);
