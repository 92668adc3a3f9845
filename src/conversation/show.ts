import { render } from '../cards/render.ts';
import type { ScreenData, ScreenName } from '../cards/screens.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Message } from '../ports.ts';
import type { Reply } from './heard.ts';

/** A screen, and what it shows. */
export type Shown = { readonly [N in ScreenName]: { readonly screen: N; readonly data: ScreenData<N> } }[ScreenName];

const cardOf = ({ screen, data }: Shown, speaker: Speaker): object => render(screen, data as never, speaker);

const spoken = (card: object): string => ('speak' in card && typeof card.speak === 'string' ? card.speak : '');

/** A card with what it says in short: a list of chats shows that line. */
export const messageOf = (shown: Shown, speaker: Speaker): Extract<Message, { card: object }> => {
  const card = cardOf(shown, speaker);
  return { card, summary: spoken(card) };
};

export const replyOf = (shown: Shown, speaker: Speaker, isPrivate = false): Reply => ({
  kind: 'card',
  ...messageOf(shown, speaker),
  language: speaker.language,
  ...(isPrivate && { isPrivate }),
});
