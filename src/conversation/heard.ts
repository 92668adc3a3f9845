import type { Language } from '../languages/speak.ts';
import type { Chat } from '../ports.ts';

/** Somebody as the authenticated activity names them. */
export interface Speaking {
  /** The directory's id of the person. */
  readonly id: string;
  readonly name: string;
  /** How the chat program addresses this person. */
  readonly address: string;
  /** The tenant in which they speak. */
  readonly tenant: string;
}

type ChatKind = 'personal' | 'group' | 'channel';

/** A button that was pressed; nothing of it has been believed yet. */
export interface Press {
  readonly kind: 'press';
  readonly verb: string;
  readonly id: string;
  readonly seen: string;
  /** What was filled in, by the names of the inputs. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The card was opened, and nobody pressed anything. */
  readonly isAutomatic: boolean;
}

/** What has come in, in our words, whatever program carried it. */
export interface Heard {
  /** Of the activity; a retry may bring another one. */
  readonly id: string;
  readonly who: Speaking;
  readonly chat: Chat & { readonly kind: ChatKind };
  /** The language of their program, where it says one. */
  readonly locale: string | null;
  /** The message with the card that was pressed. */
  readonly pressedOn: string | null;
  readonly what:
    | { readonly kind: 'words'; readonly text: string }
    | Press
    /** Somebody types into a field that offers what there is. */
    | { readonly kind: 'search'; readonly dataset: string; readonly text: string; readonly limit: number }
    /** Somebody looks for something to share, beside the box in which they write. */
    | {
        readonly kind: 'query';
        readonly command: string;
        readonly text: string;
        readonly skip: number;
        readonly limit: number;
      }
    /** The bot was added to this chat, or somebody to a chat with it. */
    | { readonly kind: 'arrived' }
    /** The bot was taken out of this chat. */
    | { readonly kind: 'left' };
}

/** Something that was found: what is read of it in a list, and the card that is shared. */
export interface Found {
  readonly title: string;
  readonly text: string;
  readonly card: object;
}

/** What is answered, in the same breath. */
export type Reply =
  /** In place of the card that was pressed, or as a message of its own. */
  | {
      readonly kind: 'card';
      readonly card: object;
      readonly summary: string;
      /** Goes to the personal chat, wherever it was asked for. */
      readonly isPrivate?: boolean;
      /** In which a word about the card is said, where one is needed. */
      readonly language?: Language;
    }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'choices'; readonly choices: readonly { readonly title: string; readonly value: string }[] }
  | { readonly kind: 'results'; readonly results: readonly Found[] }
  | { readonly kind: 'nothing' };

/** The conversation, as whoever carries it sees it. */
export interface Conversation {
  hear: (heard: Heard) => Promise<Reply>;
}
