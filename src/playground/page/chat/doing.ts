import type { Act, ActAnswer, SearchCommand } from '../../play/view.ts';
import type { Line } from './arriving.ts';
import type { Cards } from './kept-card.ts';
import type { Pressed } from './pressed.ts';
import type { Room } from './room.ts';
import { webAddress } from './web-address.ts';

/** What can be done in a chat. */
export interface Doing {
  readonly say: () => Promise<void>;
  readonly press: (message: string, pressed: Pressed) => Promise<void>;
  readonly search: (command: SearchCommand, text: string) => Promise<void>;
  readonly share: (place: number) => Promise<void>;
  readonly reload: () => void;
}

interface Means {
  readonly cards: Cards;
  readonly act: Line['act'];
  readonly reload: () => void;
  readonly draw: () => void;
}

export const createDoing = (room: Room, { cards, act, reload, draw }: Means): Doing => {
  const at = { person: room.person, chat: room.chat };

  const open = (url: string): void => {
    const address = webAddress(url);
    if (address === null) return;
    window.open(address, '_blank', 'noopener');
    // Browsers may keep a window from opening that nobody has just asked for.
    room.notice = { kind: 'link', url: address };
  };

  const heard = (answer: ActAnswer): void => {
    if (answer.kind === 'banner') room.notice = { kind: answer.tone, text: answer.text };
    if (answer.kind === 'link') open(answer.url);
    if (answer.kind === 'changed') reload();
  };

  /** Null: no answer came, and nobody knows whether it was done. */
  const perform = async (what: Act): Promise<ActAnswer | null> => {
    room.underWay += 1;
    room.notice = null;
    draw();
    try {
      const answer = await act(what);
      heard(answer);
      return answer;
    } catch {
      room.notice = { kind: 'unanswered' };
      return null;
    } finally {
      room.underWay -= 1;
      draw();
    }
  };

  const isRefused = (answer: ActAnswer | null): boolean => answer === null || (answer.kind === 'banner' && answer.tone === 'bad');

  const showProblems = (message: string, answer: ActAnswer | null): void => {
    if (answer?.kind !== 'not-sent') return;
    const left = cards.get(message)?.drawn?.showProblems(answer.problems) ?? answer.problems.map(({ text }) => text);
    if (left.length > 0) room.notice = { kind: 'bad', text: left.join(' ') };
    draw();
  };

  const isWanted = (command: SearchCommand, text: string): boolean => room.search?.command === command && room.search.text === text;

  return {
    reload,
    say: async () => {
      const { draft, replyTo } = room;
      const text = draft.trim();
      if (text === '') return;
      room.draft = '';
      room.replyTo = null;
      const answer = await perform({ do: 'say', ...at, text, ...(replyTo !== null && { to: replyTo }) });
      if (!isRefused(answer)) return;
      // Whatever was typed meanwhile comes after it.
      room.draft = room.draft === '' ? draft : `${draft}\n${room.draft}`;
      room.replyTo = replyTo;
      draw();
    },
    press: async (message, pressed) => {
      if (pressed.kind === 'link') {
        open(pressed.url);
        draw();
        return;
      }
      if (room.pressed.has(message)) return;
      const filled = pressed.takesInputs ? cards.get(message)?.drawn?.inputs() : undefined;
      room.pressed.add(message);
      room.lastPressed = message;
      const answer = await perform({ do: 'press', ...at, message, button: pressed.button, inputs: filled ?? {} });
      room.pressed.delete(message);
      draw();
      showProblems(message, answer);
    },
    search: async (command, text) => {
      room.search = { command, text, result: null };
      const answer = await perform({ do: 'search', ...at, command, text });
      // Meanwhile they may have typed on, or closed it.
      if (!isWanted(command, text)) return;
      if (answer?.kind === 'found') room.search = { command, text, result: { text, found: answer.found } };
      draw();
    },
    share: async (place) => {
      const { search } = room;
      if (!search?.result) return;
      const answer = await perform({ do: 'share', ...at, command: search.command, text: search.result.text, place });
      if (!isRefused(answer)) room.search = null;
      draw();
    },
  };
};
