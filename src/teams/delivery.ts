import type { Heard, Reply } from '../conversation/heard.ts';
import type { Chat, Courier, Message, Operator, Posted } from '../ports.ts';
import { speakerFor } from './speaker-for.ts';

/** False: it is not there, and would not be if it were tried again. */
export type Deliver = (heard: Heard, reply: Reply) => Promise<boolean>;

const messageOf = (reply: Reply): Message | null => {
  switch (reply.kind) {
    case 'card':
      return { card: reply.card, summary: reply.summary };
    case 'words':
      return reply.text === '' ? null : { text: reply.text };
    default:
      return null;
  }
};

/** Brings replies to where they belong, when they are no answer to an invoke. */
export const createDelivery = (courier: Courier, operator: Operator) => {
  const told = (posted: Posted): Posted => {
    if (posted.kind !== 'posted') operator.tell(`Teams: a reply could not be delivered (${posted.kind}): ${posted.words}`);
    return posted;
  };

  /** A pressed card is replaced where only one person sees it. */
  const posted = async ({ chat, pressedOn }: Heard, message: Message): Promise<Posted> => {
    if (pressedOn === null || chat.kind !== 'personal' || !('card' in message)) return courier.post(chat, message);
    const updated = await courier.update(chat, pressedOn, message);
    return updated.kind === 'posted' ? updated : courier.post(chat, message);
  };

  const deliver: Deliver = async (heard, reply) => {
    const message = messageOf(reply);
    return message === null || told(await posted(heard, message)).kind !== 'refused';
  };

  const sentPersonally = async ({ who }: Heard, message: Message): Promise<Posted> => {
    const opened = await courier.open(who.id, who.tenant);
    return told(opened.kind === 'opened' ? await courier.post(opened.chat, message) : opened);
  };

  /** What only whoever has pressed a button would have seen is read by nobody else because it came late. */
  const deliverAlone: Deliver = async (heard, reply) => {
    if (heard.chat.kind === 'personal') return deliver(heard, reply);
    const message = messageOf(reply);
    return message === null || (await sentPersonally(heard, message)).kind !== 'refused';
  };

  /**
   * What may be said where others listen: a private card has been sent to the person, and that is said. So is the answer to a
   * press that others would read.
   */
  const inPublic = async (heard: Heard, reply: Reply, isReadByAll: boolean): Promise<Reply> => {
    if (reply.kind !== 'card' || heard.chat.kind === 'personal') return reply;
    if (reply.isPrivate !== true && !(isReadByAll && heard.what.kind === 'press')) return reply;
    const { say } = speakerFor(heard.locale, reply.language);
    const { card, summary } = reply;
    const isSent = (await sentPersonally(heard, { card, summary })).kind === 'posted';
    return { kind: 'words', text: say(isSent ? 'teams.sent-personally' : 'teams.not-sent-personally') };
  };

  const post = async (chat: Chat, message: Message): Promise<Posted> => told(await courier.post(chat, message));

  return { deliver, deliverAlone, inPublic, post };
};
