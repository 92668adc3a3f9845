import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Speaker } from '../../../languages/speak.ts';
import type { ChatName, MessageView } from '../../play/view.ts';
import { keptCard } from './kept-card.ts';
import type { Place } from './kept-card.ts';
import { momentsIn } from './moments.ts';
import { partsOf } from './spoken-text.ts';
import type { Part } from './spoken-text.ts';
import { threadsOf } from './threads.ts';
import type { Thread } from './threads.ts';

/** The bot’s name, in every language. */
export const BOT = 'Handshake';

/** What the messages of a chat are drawn with. */
export interface Seen {
  readonly place: Place;
  readonly kind: ChatName['kind'];
  readonly locale: string;
  readonly speaker: Speaker;
  readonly isDark: boolean;
  readonly reply: (thread: string) => void;
}

export const nameIn = ({ from }: MessageView): string => from?.name ?? BOT;

const partView = ({ text, address }: Part) =>
  address === null ? text : html`<a href=${address} target="_blank" rel="noopener noreferrer">${text}</a>`;

const textView = (text: string) => {
  // Lines stand as they were written, and so would those of this template.
  const parts = partsOf(text).map(partView);
  return html`<p class="chat-text">${parts}</p>`;
};

const cardView = (message: MessageView, { place, isDark, speaker: { say } }: Seen) => {
  if (message.card === null) return nothing;
  const card = keptCard(place, message, isDark);
  card?.setBusy(place.room.pressed.has(message.id));
  return card?.element ?? html`<p class="chat-text">${say('play.chat.undrawable')}</p>`;
};

const contentView = (message: MessageView, seen: Seen) => {
  if (message.isDeleted) return html`<p class="chat-text chat-deleted">${seen.speaker.say('play.chat.deleted')}</p>`;
  return html`${message.text === '' ? nothing : textView(message.text)}${cardView(message, seen)}`;
};

const messageView = (message: MessageView, before: MessageView | undefined, seen: Seen) => {
  const { day, time } = momentsIn(seen.locale);
  const isNewDay = before === undefined || day(before.at) !== day(message.at);
  const isOwn = message.from?.id === seen.place.room.person;
  return html`${isNewDay ? html`<p class="chat-day">${day(message.at)}</p>` : nothing}
    <article class="chat-message ${isOwn ? 'chat-own' : ''}" data-message=${message.id}>
      <p class="chat-from"><b>${nameIn(message)}</b> <time datetime=${message.at}>${time(message.at)}</time></p>
      <div class="chat-bubble ${message.card === null ? '' : 'chat-wide'}">${contentView(message, seen)}</div>
    </article>`;
};

const threadView = ({ id, messages }: Thread, seen: Seen) => {
  const { say } = seen.speaker;
  const [first] = messages;
  const all = repeat(
    messages,
    (message) => message.id,
    (message, place) => messageView(message, messages[place - 1], seen),
  );
  if (seen.kind !== 'channel' || first === undefined) return all;
  const name = nameIn(first);
  return html`<section class="chat-thread">
    ${all}
    <button
      type="button"
      class="chat-quiet"
      aria-label=${say('play.chat.writeReply', { name })}
      @click=${() => {
        seen.reply(id);
      }}
    >
      ${say('play.chat.reply')}
    </button>
  </section>`;
};

/** What was said in a chat. */
export const messagesView = (messages: readonly MessageView[], seen: Seen) =>
  repeat(
    threadsOf(messages, seen.kind),
    ({ id }) => id,
    (thread) => threadView(thread, seen),
  );
