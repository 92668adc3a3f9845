import type { Heard, Reply } from '../conversation/heard.ts';
import type { Courier, Message, Operator, Posted } from '../ports.ts';
import { speakerFor } from './speaker-for.ts';

type Card = Extract<Reply, { kind: 'card' }>;

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
  const undelivered = (posted: Exclude<Posted, { kind: 'posted' }>): void => {
    operator.tell(`Teams: a reply could not be delivered (${posted.kind}): ${posted.words}`);
  };

  /** A pressed card is replaced where only one person sees it. */
  const posted = async ({ chat, pressedOn }: Heard, message: Message): Promise<Posted> => {
    if (pressedOn === null || chat.kind !== 'personal' || !('card' in message)) return courier.post(chat, message);
    const updated = await courier.update(chat, pressedOn, message);
    return updated.kind === 'posted' ? updated : courier.post(chat, message);
  };

  /** False: it is not there, and would not be if it were tried again. */
  const deliver = async (heard: Heard, reply: Reply): Promise<boolean> => {
    const message = messageOf(reply);
    if (message === null) return true;
    const outcome = await posted(heard, message);
    if (outcome.kind !== 'posted') undelivered(outcome);
    return outcome.kind !== 'refused';
  };

  const sentPersonally = async ({ who }: Heard, { card, summary }: Card): Promise<boolean> => {
    const opened = await courier.open(who.id, who.tenant);
    const outcome = opened.kind === 'opened' ? await courier.post(opened.chat, { card, summary }) : opened;
    if (outcome.kind !== 'posted') undelivered(outcome);
    return outcome.kind === 'posted';
  };

  /** What may be said where others listen: a private card has been sent to the person, and that is said. */
  const inPublic = async (heard: Heard, reply: Reply): Promise<Reply> => {
    if (reply.kind !== 'card' || reply.isPrivate !== true || heard.chat.kind === 'personal') return reply;
    const { say } = speakerFor(heard.locale, reply.language);
    const isSent = await sentPersonally(heard, reply);
    return { kind: 'words', text: say(isSent ? 'teams.sent-personally' : 'teams.not-sent-personally') };
  };

  return { deliver, inPublic };
};
