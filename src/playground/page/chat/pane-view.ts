import { html, nothing } from 'lit-html';
import type { Speaker } from '../../../languages/speak.ts';
import type { ChatName } from '../../play/view.ts';
import { composeView } from './compose-view.ts';
import type { Place } from './kept-card.ts';
import { BOT, messagesView } from './message-view.ts';
import { isAtNewest } from './reading-place.ts';
import type { Notice, Room } from './room.ts';
import { searchView } from './search-view.ts';

interface Seen {
  readonly id: string;
  readonly place: Place;
  readonly chat: ChatName;
  readonly locale: string;
  readonly speaker: Speaker;
  readonly isDark: boolean;
  readonly draw: () => void;
}

const sentence = (notice: Notice, { say }: Speaker) => {
  if (notice.kind === 'unanswered') return say('play.chat.unanswered');
  if (notice.kind !== 'link') return notice.text;
  return html`${say('play.chat.opened')} <a href=${notice.url} target="_blank" rel="noopener noreferrer">${notice.url}</a>`;
};

/** Both stand there from the beginning: what reads the page aloud notices only what changes in them. */
const noticeView = ({ notice }: Room, speaker: Speaker) => {
  const said = notice === null ? nothing : sentence(notice, speaker);
  const isBad = notice?.kind === 'bad' || notice?.kind === 'unanswered';
  return html`<div class="chat-notice" role="status">${isBad ? nothing : said}</div>
    <div class="chat-notice chat-bad" role="alert">${isBad ? said : nothing}</div>`;
};

const logContent = (seen: Seen) => {
  const { place, chat, speaker, draw } = seen;
  const { room } = place;
  const { say } = speaker;
  const messages = room.view?.messages ?? [];
  if (room.view === null) return room.isBroken ? nothing : html`<p class="chat-subtle">${say('play.chat.loading')}</p>`;
  if (messages.length === 0) return html`<p class="chat-subtle">${say('play.chat.empty')}</p>`;
  const reply = (thread: string): void => {
    room.replyTo = thread;
    draw();
    document.getElementById(`${seen.id}-write`)?.focus();
  };
  return messagesView(messages, { place, kind: chat.kind, locale: seen.locale, speaker, isDark: seen.isDark, reply });
};

const brokenView = ({ place: { room, doing }, speaker: { say } }: Seen) =>
  room.isBroken
    ? html`<p class="chat-notice chat-bad" role="alert">
        ${say('play.chat.unloaded')}
        <button type="button" class="chat-quiet" @click=${doing.reload}>${say('play.chat.again')}</button>
      </p>`
    : nothing;

const newestView = ({ place: { room }, speaker: { say }, draw }: Seen) =>
  room.hasNew
    ? html`<button
        type="button"
        class="chat-newest"
        @click=${() => {
          room.hasNew = false;
          room.isFollowing = true;
          room.goTo = room.view?.messages.at(-1)?.id ?? null;
          draw();
        }}
      >
        ${say('play.chat.newest')} ↓
      </button>`
    : nothing;

const typingView = ({ place: { room }, speaker: { say } }: Seen) =>
  html`<p class="chat-typing" role="status">
    ${room.underWay > 0 ? html`<span class="chat-dots" aria-hidden="true">…</span> ${say('play.chat.typing', { name: BOT })}` : nothing}
  </p>`;

/** A chat: what was said, what is under way, and where one writes. */
export const paneView = (seen: Seen) => {
  const { id, chat, speaker, draw } = seen;
  const { room, doing } = seen.place;
  const scrolled = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    room.isFollowing = isAtNewest(event.currentTarget, room.view?.messages.at(-1)?.id);
    if (!room.isFollowing || !room.hasNew) return;
    room.hasNew = false;
    draw();
  };
  const close = (): void => {
    room.search = null;
    draw();
    document.querySelector<HTMLElement>(`[aria-controls="${id}-search"]`)?.focus();
  };
  return html`<div class="chat-pane">
    <div class="chat-reading">
      <div
        class="chat-log"
        role="log"
        aria-live="polite"
        tabindex="0"
        aria-label=${speaker.say('play.chat.messages', { chat: chat.name })}
        @scroll=${scrolled}
      >
        ${logContent(seen)}
      </div>
      ${newestView(seen)}
    </div>
    ${brokenView(seen)}${typingView(seen)}${noticeView(room, speaker)}${searchView({ room, doing, speaker, id, close })}
    ${composeView({ room, doing, speaker, id, draw })}
  </div>`;
};
