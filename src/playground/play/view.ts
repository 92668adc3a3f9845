import type { Instant } from '../../cases/time.ts';
import type { Language } from '../../languages/speak.ts';

/** What the playground's page and its server say to each other. */

/** Somebody of ours, in the stand-in for Teams. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** What their program is set to: `es-ES`. */
  readonly locale: string;
  /** The pane in which they can be seen. */
  readonly pane: 'agent' | 'admin';
  readonly roles: readonly string[];
  /** The chat with the bot comes first. */
  readonly chats: readonly ChatName[];
}

export interface ChatName {
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly name: string;
  /** Grows with everything that is new to this person there, or has changed. */
  readonly stamp: number;
}

export interface CustomerView {
  readonly tenant: string;
  readonly name: string;
  readonly language: Language;
}

/** A letter in the inbox of a customer. */
export interface LetterLine {
  readonly id: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Whose inbox it lies in; null where no customer reads mail at that address. */
  readonly customer: string | null;
}

/** All that the page shows beside the chats. `GET /play/state?after=N` waits until there is a newer one, for some seconds. */
export interface PlayState {
  readonly version: number;
  /** Another one: the server has started again, and counts from elsewhere. */
  readonly begun: number;
  readonly people: readonly PersonView[];
  readonly clock: {
    readonly now: Instant;
    /** Where a jump is going; null: the time passes as usual. */
    readonly until: Instant | null;
  };
  /** Where the pages of the made-up Microsoft are, without a slash at the end. */
  readonly outside: string;
  readonly customers: readonly CustomerView[];
  readonly partners: readonly { readonly tenant: string; readonly name: string }[];
  /** The newest first. */
  readonly letters: readonly LetterLine[];
}

type Card = Readonly<Record<string, unknown>>;

/** A message as one person sees it. */
export interface MessageView {
  readonly id: string;
  /** The first message of its thread, in a channel. */
  readonly thread: string | null;
  /** Null: the bot. */
  readonly from: { readonly id: string; readonly name: string } | null;
  readonly at: Instant;
  readonly text: string;
  /** Their own view of it, where they have one. */
  readonly card: Card | null;
  readonly isDeleted: boolean;
  /** Another one: another look. */
  readonly look: string;
}

/** `GET /play/chat?person=ID&chat=ID`. */
export interface ChatView {
  readonly stamp: number;
  readonly messages: readonly MessageView[];
}

/** Which button of a card, as it stands in the card. */
export interface ButtonMeant {
  readonly title: string;
  readonly verb: string;
  readonly data: Card;
}

/** `POST /play/act`, as JSON. */
export type Act =
  | { readonly do: 'say'; readonly person: string; readonly chat: string; readonly text: string; readonly to?: string }
  | {
      readonly do: 'press';
      readonly person: string;
      readonly chat: string;
      readonly message: string;
      readonly button: ButtonMeant;
      readonly inputs: Readonly<Record<string, string>>;
    }
  /** Looks at a chat: cards with views of their own are fetched, as Teams does. */
  | { readonly do: 'open'; readonly person: string; readonly chat: string }
  /** A search from the box in which one writes. */
  | {
      readonly do: 'search';
      readonly person: string;
      readonly chat: string;
      readonly command: SearchCommand;
      readonly text: string;
    }
  /** Shares what such a search has found at that place. */
  | {
      readonly do: 'share';
      readonly person: string;
      readonly chat: string;
      readonly command: SearchCommand;
      readonly text: string;
      readonly place: number;
    }
  | { readonly do: 'set-language'; readonly person: string; readonly language: Language }
  | { readonly do: 'jump'; readonly days: 1 | 30 | 90 };

/** As the app's manifest names them. */
export type SearchCommand = 'customers' | 'cases';

/** What comes back. Whatever it changes is seen in the next state. */
export type ActAnswer =
  | { readonly kind: 'done' }
  /** A banner, as Teams shows it for a while above the box in which one writes. */
  | { readonly kind: 'banner'; readonly tone: 'good' | 'bad'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  /** What stands under the fields that are amiss. */
  | { readonly kind: 'not-sent'; readonly problems: readonly { readonly id: string; readonly text: string }[] }
  | { readonly kind: 'found'; readonly found: readonly { readonly title: string; readonly text: string }[] }
  /** The card has changed meanwhile; the page shows it anew. */
  | { readonly kind: 'changed' };
