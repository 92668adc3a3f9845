import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Speaker } from '../../../languages/speak.ts';
import type { Doing } from './doing.ts';
import { nameIn } from './message-view.ts';
import type { Room } from './room.ts';

interface Writing {
  readonly room: Room;
  readonly doing: Doing;
  readonly speaker: Speaker;
  readonly id: string;
  readonly draw: () => void;
}

const labelOf = ({ view, replyTo }: Room, { say }: Speaker): string => {
  const first = view?.messages.find(({ id, thread }) => replyTo !== null && (thread ?? id) === replyTo);
  return first === undefined ? say('play.chat.write') : say('play.chat.writeReply', { name: nameIn(first) });
};

const replyView = (label: string, { room, speaker: { say }, draw }: Writing) =>
  html`<p class="chat-row chat-reply">
    <span aria-hidden="true">${label}</span>
    <button
      type="button"
      class="chat-quiet"
      @click=${() => {
        room.replyTo = null;
        draw();
      }}
    >
      ${say('play.chat.cancelReply')}
    </button>
  </p>`;

const searchButton = ({ room, doing, speaker: { say }, id, draw }: Writing) =>
  html`<button
    type="button"
    class="chat-round"
    aria-label=${say('play.chat.search')}
    title=${say('play.chat.search')}
    aria-expanded=${room.search !== null}
    aria-controls="${id}-search"
    @click=${() => {
      if (room.search !== null) {
        room.search = null;
        draw();
        return;
      }
      // Before anything is typed Teams asks for what is likely to be wanted.
      void doing.search('customers', '');
      document.getElementById(`${id}-search-text`)?.focus();
    }}
  >
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m12.7 12.7 4.8 4.8" />
    </svg>
  </button>`;

/** The box in which one writes. */
export const composeView = (writing: Writing) => {
  const { room, doing, speaker, id } = writing;
  const { say } = speaker;
  const label = labelOf(room, speaker);
  const written = (event: Event): void => {
    if (event.currentTarget instanceof HTMLTextAreaElement) room.draft = event.currentTarget.value;
  };
  const typed = (event: KeyboardEvent): void => {
    // While a Chinese word is being put together the Enter key belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void doing.say();
  };
  const sent = (event: Event): void => {
    event.preventDefault();
    void doing.say();
  };
  return html`${room.replyTo === null ? nothing : replyView(label, writing)}
    <form class="chat-compose" @submit=${sent}>
      ${searchButton(writing)}
      <label class="chat-unseen" for="${id}-write">${label}</label>
      <textarea
        id="${id}-write"
        rows="1"
        placeholder=${label}
        enterkeyhint="send"
        .value=${live(room.draft)}
        @input=${written}
        @keydown=${typed}
      ></textarea>
      <button class="chat-round chat-send" aria-label=${say('play.chat.send')} title=${say('play.chat.send')}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 3.5 17.5 10 3 16.5 4.8 10Z M4.8 10h6" /></svg>
      </button>
    </form>`;
};
