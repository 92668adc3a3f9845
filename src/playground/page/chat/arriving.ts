import type { Act, ActAnswer, ChatView } from '../../play/view.ts';
import type { Room } from './room.ts';
import { isSamePage } from './same-page.ts';

/** How a pane reaches the server. */
export interface Line {
  readonly act: (act: Act) => Promise<ActAnswer>;
  readonly load: (person: string, chat: string) => Promise<ChatView>;
}

/** What is new in a chat, and whether its reader wants to be taken there. */
export const take = (room: Room, view: ChatView): void => {
  const before = room.view?.messages ?? [];
  const known = new Map(before.map((message) => [message.id, message]));
  const fresh = view.messages.filter(({ id }) => !known.has(id));
  const answered = view.messages.find(({ id, look }) => id === room.lastPressed && known.get(id)?.look !== look);
  const newest = fresh.at(-1);
  room.view = view;
  room.isBroken = false;
  if (newest !== undefined) {
    const isOwn = fresh.some(({ from }) => from?.id === room.person);
    if (isOwn || room.isFollowing) room.goTo = newest.id;
    else room.hasNew = true;
  } else if (answered !== undefined && !isSamePage(known.get(answered.id)?.card ?? null, answered.card)) room.goTo = answered.id;
  // What changes there later is not their doing.
  if (answered !== undefined) room.lastPressed = null;
};

/** Loads a chat; what is asked for later counts. */
export const createArriving = ({ load, act }: Line, draw: () => void) => {
  const read = async (room: Room, stamp: number): Promise<void> => {
    const turn = (room.turn += 1);
    room.asked = stamp;
    try {
      const view = await load(room.person, room.chat);
      if (turn === room.turn) take(room, view);
    } catch {
      // The pane says so, and the next state asks again.
      if (turn !== room.turn) return;
      room.isBroken = true;
      room.asked = null;
    }
    draw();
  };
  return {
    read,
    /** Views of one’s own are fetched when a chat is looked at, once for each state of it. */
    open: async (room: Room): Promise<void> => {
      const { view } = room;
      if (view === null || room.opened === view.stamp) return;
      room.opened = view.stamp;
      try {
        await act({ do: 'open', person: room.person, chat: room.chat });
      } catch {
        // Nobody has asked for anything here; the cards stay as they are until the next look.
        room.opened = null;
      }
    },
  };
};
