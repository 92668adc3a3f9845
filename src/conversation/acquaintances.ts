import * as z from 'zod';
import { bare } from '../cases/people.ts';
import { languageOf } from '../languages/catalogues.ts';
import { languages } from '../languages/speak.ts';
import type { Language } from '../languages/speak.ts';
import type { Chat, Store } from '../ports.ts';
import type { Heard } from './heard.ts';
import { createNotebook } from './notebook.ts';

const Place = z.object({ id: z.string(), service: z.string() });

const Acquaintance = z.object({
  /** How the chat program addresses them; null as long as they have said nothing. */
  address: z.string().nullable(),
  /** Their personal chat with us. */
  chat: Place.nullable(),
  /** The one that they have chosen, or that of their program when we first met. */
  language: z.enum(languages).nullable(),
});
export type Acquaintance = z.infer<typeof Acquaintance>;

const stranger: Acquaintance = { address: null, chat: null, language: null };

/** Whom we have met: where they are to be found, and in which language they are spoken to. */
export const createAcquaintances = (store: Store) => {
  const book = createNotebook(store, 'met/', Acquaintance);

  return {
    find: async (personId: string): Promise<Acquaintance> => (await book.read(bare(personId))) ?? stranger,

    /**
     * Keeps what is new about somebody who has spoken; says whether it is the first time in this chat of their own. The language
     * stays as it is, whatever their program says today.
     */
    meet: async ({ who, chat, locale }: Pick<Heard, 'who' | 'chat' | 'locale'>): Promise<boolean> => {
      let isFirst = false;
      await book.change(bare(who.id), (before) => {
        const known = before ?? stranger;
        const { id, service } = chat;
        isFirst = chat.kind === 'personal' && known.chat?.id !== id;
        return {
          ...known,
          address: who.address,
          chat: chat.kind === 'personal' ? { id, service } : known.chat,
          language: known.language ?? (locale === null ? null : languageOf(locale)),
        };
      });
      return isFirst;
    },

    speak: (personId: string, language: Language): Promise<void> =>
      book.change(bare(personId), (before) => ({ ...(before ?? stranger), language })),

    /** Found, or lost again. */
    keepChat: (personId: string, chat: Chat | null): Promise<void> =>
      book.change(bare(personId), (before) => ({ ...(before ?? stranger), chat })),
  };
};

export type Acquaintances = ReturnType<typeof createAcquaintances>;
