import type { ChatName, PersonView } from '../play/view.ts';

/** Knows which chats have something that the reader of the page has not seen; what was there before them counts as seen. */
export const createAttention = () => {
  const seen = new Map<string, number>();
  let last: number | null = null;
  const keyOf = (person: PersonView, chat: ChatName): string => `${person.id} ${chat.id}`;
  const look = (person: PersonView, chat: ChatName): void => {
    seen.set(keyOf(person, chat), chat.stamp);
  };
  return {
    look,
    /** `begun`: of the server, which counts anew when it starts anew. */
    begin: (people: readonly PersonView[], begun: number): void => {
      if (begun === last) return;
      last = begun;
      for (const person of people) for (const chat of person.chats) look(person, chat);
    },
    isNew: (person: PersonView, chat: ChatName): boolean => chat.stamp > (seen.get(keyOf(person, chat)) ?? 0),
  };
};
