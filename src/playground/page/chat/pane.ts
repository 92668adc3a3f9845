import { render } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import type { Speaker } from '../../../languages/speak.ts';
import type { ChatName, PersonView } from '../../play/view.ts';
import { createArriving } from './arriving.ts';
import type { Line } from './arriving.ts';
import { createDoing } from './doing.ts';
import type { Cards, Place } from './kept-card.ts';
import { paneView } from './pane-view.ts';
import { settle } from './reading-place.ts';
import { createRoom } from './room.ts';
import type { Room } from './room.ts';

interface Means extends Line {
  readonly speaker: () => Speaker;
  readonly isDark: () => boolean;
}

interface Shown {
  readonly person: PersonView;
  readonly chat: ChatName;
  readonly people: readonly PersonView[];
}

export interface ChatPane {
  /** Cheap, and to be called with every new state, and when the pane comes into view. */
  readonly show: (host: HTMLElement, state: Shown) => void;
}

/** Whoever comes into a chat sees what is newest there. */
const comeBack = (room: Room): void => {
  room.isFollowing = true;
  room.hasNew = false;
  room.goTo = room.view?.messages.at(-1)?.id ?? null;
};

let panes = 0;

/** A place on the page in which one chat of one person is seen at a time. */
export const createChatPane = (means: Means): ChatPane => {
  const id = `chat-${(panes += 1)}`;
  const rooms = new Map<string, Place>();
  let place: { readonly host: HTMLElement; readonly state: Shown } | null = null;
  let inside: Room | null = null;

  const enter = (person: string, chat: string): Place => {
    const key = JSON.stringify([person, chat]);
    const known = rooms.get(key);
    if (known) return known;
    const room = createRoom(person, chat);
    const reload = (): void => {
      void arriving.read(room, room.asked ?? 0);
    };
    const cards: Cards = new Map();
    const entered = { room, cards, doing: createDoing(room, { cards, act: means.act, reload, draw }) };
    rooms.set(key, entered);
    return entered;
  };

  const draw = (): void => {
    if (place === null) return;
    const { host, state } = place;
    const { person, chat } = state;
    const entered = enter(person.id, chat.id);
    const { room } = entered;
    const view = paneView({
      id,
      place: entered,
      chat,
      locale: person.locale,
      speaker: means.speaker(),
      isDark: means.isDark(),
      draw,
    });
    render(keyed(room, view), host);
    settle(host, room);
    if (document.visibilityState === 'visible' && host.checkVisibility()) void arriving.open(room);
  };

  const arriving = createArriving(means, draw);

  return {
    show: (host, state) => {
      place = { host, state };
      const { room } = enter(state.person.id, state.chat.id);
      if (room !== inside) comeBack(room);
      inside = room;
      if (room.asked !== state.chat.stamp) void arriving.read(room, state.chat.stamp);
      draw();
    },
  };
};
