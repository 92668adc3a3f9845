import { speakerOf } from '../languages/catalogues.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Chat, Courier, Message, Posted } from '../ports.ts';
import type { Acquaintances } from './acquaintances.ts';

interface Means {
  readonly acquaintances: Acquaintances;
  readonly courier: Courier;
  /** The tenant of our own people. */
  readonly tenant: string;
}

const isSame = (one: Chat, other: Chat): boolean => one.id === other.id && one.service === other.service;

/** Reaches people in their personal chats, also those who have never spoken to us. */
export const createPersonalChats = ({ acquaintances, courier, tenant }: Means) => {
  const opened = async (personId: string) => {
    const answer = await courier.open(personId, tenant);
    if (answer.kind === 'opened') await acquaintances.keepChat(personId, answer.chat);
    return answer;
  };

  const chatOf = async (personId: string) => {
    const { chat } = await acquaintances.find(personId);
    return chat === null ? opened(personId) : ({ kind: 'opened', chat } as const);
  };

  return {
    speakerFor: async (personId: string): Promise<Speaker> => speakerOf((await acquaintances.find(personId)).language ?? 'en'),

    /** A chat that is gone may have been taken away and be there anew: it is opened once more. */
    post: async (personId: string, message: Message): Promise<Posted> => {
      const known = await chatOf(personId);
      if (known.kind !== 'opened') return known;
      const posted = await courier.post(known.chat, message);
      if (posted.kind !== 'gone') return posted;
      const anew = await opened(personId);
      return anew.kind === 'opened' && !isSame(anew.chat, known.chat) ? courier.post(anew.chat, message) : posted;
    },

    update: async (personId: string, activityId: string, message: Message): Promise<Posted> => {
      const { chat } = await acquaintances.find(personId);
      return chat === null ? { kind: 'gone', words: 'there is no chat any more' } : courier.update(chat, activityId, message);
    },
  };
};

export type PersonalChats = ReturnType<typeof createPersonalChats>;
