/** Something of a card in JSON: the card itself, an element, an action. */
export type Card = Readonly<Record<string, unknown>>;

export const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

export const isPart = (value: unknown): value is Card => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts that stand in a list. */
export const partsIn = (value: unknown): readonly Card[] => (Array.isArray(value) ? value.filter(isPart) : []);

/** A text; whatever else stands there is none. */
export const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isShown = (part: Card): boolean => part.isVisible !== false;

const lists = ['body', 'items', 'columns', 'rows', 'cells', 'actions', 'inlines', 'images'] as const;
const singles = ['selectAction', 'inlineAction', 'card'] as const;

/** Everything below a part, from top to bottom; `enters` says where to look no further. */
export function* everyPart(part: Card, enters: (part: Card) => boolean = () => true): Generator<Card> {
  if (!enters(part)) return;
  yield part;
  for (const name of lists) for (const below of partsIn(part[name])) yield* everyPart(below, enters);
  for (const name of singles) {
    const below = part[name];
    if (isPart(below)) yield* everyPart(below, enters);
  }
}

/** The first Adaptive Card among the attachments of an activity. */
export const cardIn = (activity: Card): Card | null => {
  const attachment = partsIn(activity.attachments).find(({ contentType }) => contentType === ADAPTIVE);
  return isPart(attachment?.content) ? attachment.content : null;
};
