import type { Instant } from '../../cases/time.ts';
import type { Card } from './card/card.ts';
import type { Chat, Message, Person, World } from './world.ts';

type What =
  /** `heard`: the bot was told. */
  | { readonly kind: 'said'; readonly text: string; readonly heard: boolean }
  | { readonly kind: 'pressed'; readonly button: string; readonly inputs: Readonly<Record<string, string>> }
  /** As old programs press. */
  | { readonly kind: 'submitted'; readonly button: string; readonly inputs: Readonly<Record<string, string>> }
  | { readonly kind: 'forwarded' | 'shared' | 'showed' | 'changed'; readonly text: string; readonly card: Card | null }
  | { readonly kind: 'deleted' | 'typing' | 'installed' | 'uninstalled' }
  /** Only this person sees it so. */
  | { readonly kind: 'saw'; readonly card: Card; readonly because: 'pressed' | 'opened' }
  | { readonly kind: 'banner'; readonly tone: 'good' | 'bad'; readonly text: string }
  | { readonly kind: 'searched'; readonly text: string; readonly found: readonly string[] };

/** Something that a person did, or saw. */
export type Happening = What & {
  readonly at: Instant;
  /** Whose doing it was; null: the bot’s. */
  readonly who: string | null;
  /** The person’s id who alone saw it; null: everybody in the chat. */
  readonly onlyFor: string | null;
  readonly chat: { readonly id: string; readonly kind: Chat['kind']; readonly name: string };
  /** The message it was about. */
  readonly message: string | null;
};

interface About {
  readonly chat: Chat;
  readonly message?: Message | undefined;
  readonly who?: Person;
  readonly onlyFor?: Person;
}

export const noteIn = (world: World, { chat, message, who, onlyFor }: About, what: What): void => {
  world.note({
    ...what,
    at: world.now(),
    who: who?.name ?? null,
    onlyFor: onlyFor?.id ?? null,
    chat: { id: chat.id, kind: chat.kind, name: chat.name },
    message: message?.id ?? null,
  });
};

/** What one person has seen, out of all that happened. */
export const seenBy = (world: World, person: Person, all: readonly Happening[]): readonly Happening[] =>
  all.filter(
    ({ chat, onlyFor }) =>
      (onlyFor === null || onlyFor === person.id) && world.chats.get(chat.id)?.members.some(({ id }) => id === person.id) === true,
  );
