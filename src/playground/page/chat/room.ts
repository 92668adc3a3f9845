import type { ActAnswer, ChatView, SearchCommand } from '../../play/view.ts';

type Found = Extract<ActAnswer, { kind: 'found' }>['found'];

/** What is said above the box in which one writes, until something else is done. */
export type Notice =
  | { readonly kind: 'good' | 'bad'; readonly text: string }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'link'; readonly url: string };

export interface Search {
  readonly command: SearchCommand;
  readonly text: string;
  /** What was found, and with which words; null: not yet. */
  readonly result: { readonly text: string; readonly found: Found } | null;
}

/** A chat as one person has it before them; what they have begun there is kept while they look at another. */
export interface Room {
  readonly person: string;
  readonly chat: string;
  view: ChatView | null;
  /** The last time it could not be loaded. */
  isBroken: boolean;
  /** The newest stamp that was asked for, and the one whose views were fetched. */
  asked: number | null;
  opened: number | null;
  /** An answer that comes after that of a later question is of no use. */
  turn: number;
  /** Messages on which a press is under way, and the last one: its new card is to be seen. */
  readonly pressed: Set<string>;
  lastPressed: string | null;
  /** How many acts are under way. */
  underWay: number;
  notice: Notice | null;
  draft: string;
  /** The conversation that is written to, in a channel. */
  replyTo: string | null;
  search: Search | null;
  /** Whether the reader is where the newest is; and if not, whether there is something new. */
  isFollowing: boolean;
  hasNew: boolean;
  /** A message that is to be seen, and a card that had the keyboard, once they are on the page. */
  goTo: string | null;
  refocus: string | null;
}

export const createRoom = (person: string, chat: string): Room => ({
  person,
  chat,
  view: null,
  isBroken: false,
  asked: null,
  opened: null,
  turn: 0,
  pressed: new Set(),
  lastPressed: null,
  underWay: 0,
  notice: null,
  draft: '',
  replyTo: null,
  search: null,
  isFollowing: true,
  hasNew: false,
  goTo: null,
  refocus: null,
});
