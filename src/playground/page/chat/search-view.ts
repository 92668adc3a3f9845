import { html, nothing } from 'lit-html';
import type { Speaker } from '../../../languages/speak.ts';
import type { SearchCommand } from '../../play/view.ts';
import type { Doing } from './doing.ts';
import type { Room, Search } from './room.ts';

interface Searching {
  readonly room: Room;
  readonly doing: Doing;
  readonly speaker: Speaker;
  readonly id: string;
  readonly close: () => void;
}

/** A pause of this many milliseconds: a word has been typed. */
const PAUSE = 250;
let waiting: ReturnType<typeof setTimeout> | undefined;

const commands: readonly SearchCommand[] = ['customers', 'cases'];

const nameOf = (command: SearchCommand, { say }: Speaker): string =>
  command === 'customers' ? say('play.chat.searchCustomers') : say('play.chat.searchCases');

const commandView = (command: SearchCommand, search: Search, { room, doing, speaker }: Searching) =>
  html`<button
    type="button"
    class="chat-tab"
    aria-pressed=${search.command === command}
    @click=${() => {
      clearTimeout(waiting);
      void doing.search(command, room.search?.text ?? '');
    }}
  >
    ${nameOf(command, speaker)}
  </button>`;

const foundView = ({ result }: Search, { room, doing, close }: Searching) => {
  const share = async (place: number): Promise<void> => {
    await doing.share(place);
    if (room.search === null) close();
  };
  return (result?.found ?? []).map(
    ({ title, text }, place) =>
      html`<li>
        <button type="button" class="chat-found" @click=${() => share(place)}><b>${title}</b><span>${text}</span></button>
      </li>`,
  );
};

const statusOf = ({ result }: Search, { room, speaker: { say } }: Searching): string => {
  const count = result?.found.length;
  if (count !== undefined) return count === 0 ? say('play.chat.nothingFound') : say('play.chat.found', { count });
  return room.underWay > 0 ? say('play.chat.searching') : '';
};

/** Finds something to share, as one does from the box in which one writes. */
export const searchView = (searching: Searching) => {
  const { room, doing, speaker, id, close } = searching;
  const { search } = room;
  const { say } = speaker;
  if (search === null) return nothing;
  const look = (text: string, after: number): void => {
    room.search = { ...search, text };
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (room.search !== null) void doing.search(room.search.command, room.search.text);
    }, after);
  };
  const textIn = (event: Event): string => (event.currentTarget instanceof HTMLInputElement ? event.currentTarget.value : '');
  return html`<section
    id="${id}-search"
    class="chat-search"
    aria-label=${say('play.chat.search')}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    }}
  >
    <p class="chat-row">
      ${commands.map((command) => commandView(command, search, searching))}
      <button type="button" class="chat-quiet" @click=${close}>${say('play.chat.close')}</button>
    </p>
    <label class="chat-unseen" for="${id}-search-text">${say('play.chat.searchFor')}</label>
    <input
      id="${id}-search-text"
      type="search"
      autocomplete="off"
      placeholder=${say('play.chat.searchFor')}
      .value=${search.text}
      @input=${(event: Event) => {
        look(textIn(event), PAUSE);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.isComposing) look(textIn(event), 0);
      }}
    />
    <p class="chat-subtle" role="status">${statusOf(search, searching)}</p>
    <ul class="chat-list">
      ${foundView(search, searching)}
    </ul>
  </section>`;
};
