import type { Speaker } from '../languages/speak.ts';
import { createBinding } from './bound.ts';
import type { Limits } from './bound.ts';
import { createDrawn } from './drawn.ts';
import { screens } from './screens.ts';
import type { ScreenData, ScreenName, Shown } from './screens.ts';
import { aloud } from './letters.ts';
import { spoken } from './spoken.ts';
import { labelsOf, templateOf } from './templates.ts';

/** An Adaptive Card, ready to be sent. */
export type Card = Readonly<Record<string, unknown>>;

/** Teams takes messages of about 28 KB; what carries the card needs some of it. */
export const MOST_BYTES = 26 * 1024;

/** What is given up, in this order, on a card that is too long. */
const LIMITS: readonly [Limits, ...Limits[]] = [
  { findings: 12, letters: 2000 },
  { findings: 6, letters: 1000 },
  { findings: 3, letters: 400 },
  { findings: 1, letters: 200 },
  { findings: 0, letters: 100 },
  { findings: 0, letters: 40 },
];

const isRecord = (value: unknown): value is Card => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A template cannot leave a property out; it leaves it empty. */
const withoutEmpty = (node: unknown): unknown => {
  if (Array.isArray(node)) return Object.freeze(node.map(withoutEmpty));
  if (!isRecord(node)) return node;
  const isCarried = 'verb' in node && !('type' in node);
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node))
    if (isCarried || (value !== null && value !== '')) kept[name] = withoutEmpty(value);
  return Object.freeze(kept);
};

const rank = { positive: 0, default: 1, destructive: 2 } as const;

const inOrder = <N extends ScreenName>(data: Shown<N>): Shown<N> => ({
  ...data,
  buttons: data.buttons.toSorted((one, other) => rank[one.tone] - rank[other.tone]),
});

/** Cards take no script after the language. */
const languageTag = ({ language }: Speaker): string => language.split('-')[0] ?? language;

const drawnAnew = <N extends ScreenName>(name: N, data: ScreenData<N>, speaker: Speaker): Card => {
  const parsed = inOrder<N>(screens[name].parse(data) as Shown<N>);
  const say = labelsOf(name, speaker);
  const title = typeof say.title === 'string' ? say.title : null;
  const around = { lang: languageTag(speaker), say, spoken: aloud([title, ...spoken[name](parsed)]) };
  const drawn = (limits: Limits): Card => {
    const $root = { ...createBinding(speaker, limits)(parsed), ...around };
    return withoutEmpty(templateOf(name).expand({ $root })) as Card;
  };
  const fits = (card: Card): boolean => Buffer.byteLength(JSON.stringify(card)) <= MOST_BYTES;
  const [all, ...less] = LIMITS;
  let card = drawn(all);
  for (const limits of less) {
    if (fits(card)) break;
    card = drawn(limits);
  }
  return card;
};

const drawnOnce = createDrawn<Card>();

/** A screen as a card, in the language of the speaker. */
export const render = <N extends ScreenName>(name: N, data: ScreenData<N>, speaker: Speaker): Card =>
  drawnOnce(speaker, JSON.stringify([name, data]), () => drawnAnew(name, data, speaker));
