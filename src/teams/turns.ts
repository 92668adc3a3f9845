import type { Conversation, Heard, Reply } from '../conversation/heard.ts';
import { inTime } from '../conversation/in-time.ts';
import type { Courier, Operator } from '../ports.ts';
import type { Activity } from './activity.ts';
import { createDelivery } from './delivery.ts';
import type { Deliver } from './delivery.ts';
import { heardIn } from './heard-in.ts';
import { errorAnswer, invokeAnswer, messageAnswer, resultsAnswer } from './invoke-answer.ts';
import type { InvokeAnswer } from './invoke-answer.ts';
import { speakerFor } from './speaker-for.ts';

export interface TeamsConversation extends Conversation {
  /** What is shown when something broke; null: what was said is not known either. */
  readonly onFailure: (heard: Heard | null, reference: string) => Promise<Reply>;
}

export interface TurnOptions {
  readonly conversation: TeamsConversation;
  readonly courier: Courier;
  readonly operator: Operator;
  readonly chance: { readonly salt: () => string };
  /** How long an answer waits for the conversation. */
  readonly patienceMs: number;
}

const REFERENCE_LENGTH = 8;
const MOST_WORDS = 2000;

/** For one line of a log, whoever had a hand in it. */
const detailsOf = (error: unknown): string => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return words.slice(0, MOST_WORDS).replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
};

/** What an activity sets going, from what was meant to what is answered. */
export const createTurns = ({ conversation, courier, operator, chance, patienceMs }: TurnOptions) => {
  const { deliver, deliverAlone, inPublic, post } = createDelivery(courier, operator);
  const underWay = new Set<Promise<unknown>>();

  const followed = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const over = (): void => {
      underWay.delete(work);
    };
    work.then(over, over);
    return work;
  };

  /** The one place for what breaks: the details for the operator, a reference for the person. */
  const failed = async (heard: Heard | null, error: unknown): Promise<Reply> => {
    const reference = chance
      .salt()
      .replaceAll(/[^a-z\d]/gi, '')
      .slice(0, REFERENCE_LENGTH)
      .toUpperCase();
    operator.tell(`Teams: ${reference}: ${heard?.what.kind ?? 'an activity'} could not be answered: ${detailsOf(error)}`);
    try {
      return await conversation.onFailure(heard, reference);
    } catch (again) {
      operator.tell(`Teams: ${reference}: nor could that be said: ${detailsOf(again)}`);
      return { kind: 'words', text: speakerFor(heard?.locale ?? null).say('teams.failed', { reference }) };
    }
  };

  /** `forget`: a failure is nothing that a second attempt should meet again. */
  const replyTo = async (heard: Heard, forget: () => void, isReadByAll: boolean): Promise<Reply> => {
    try {
      return await inPublic(heard, await conversation.hear(heard), isReadByAll);
    } catch (error) {
      forget();
      return failed(heard, error);
    }
  };

  /** Nobody is left without a word because of what a reply looks like. */
  const deliverSafely = async (heard: Heard, reply: Reply, to: Deliver = deliver): Promise<void> => {
    try {
      if (!(await to(heard, reply))) await to(heard, await failed(heard, new Error('the reply was refused')));
    } catch (error) {
      await failed(heard, error);
    }
  };

  /** Whoever has pressed something is told how it went, also when it took its time; a look at a card is over by then. */
  const afterwards = async (heard: Heard, work: Promise<Reply>): Promise<void> => {
    if (heard.what.kind === 'press' && !heard.what.isAutomatic) await deliverSafely(heard, await work, deliverAlone);
  };

  const answered = async (heard: Heard, forget: () => void): Promise<InvokeAnswer> => {
    const work = followed(replyTo(heard, forget, false));
    const reply = await inTime(work, patienceMs);
    // A list has no place for a sentence; the operator knows why it is empty.
    if (heard.what.kind === 'query') return resultsAnswer(reply?.came.kind === 'results' ? reply.came.results : []);
    if (reply !== null) return invokeAnswer(reply.came);
    void followed(afterwards(heard, work));
    return heard.what.kind === 'search'
      ? invokeAnswer({ kind: 'choices', choices: [] })
      : messageAnswer(speakerFor(heard.locale).say('teams.working'));
  };

  const spoken = async (heard: Heard, forget: () => void): Promise<null> => {
    const work = followed(replyTo(heard, forget, true).then((reply) => deliverSafely(heard, reply)));
    await inTime(work, patienceMs);
    return null;
  };

  const turnedAway = async (activity: Activity, text: string): Promise<InvokeAnswer | null> => {
    if (activity.name === 'composeExtension/query') return resultsAnswer([]);
    if (activity.type === 'invoke') return messageAnswer(text);
    const chat = { id: activity.conversation.id, service: activity.serviceUrl };
    await inTime(followed(post(chat, { text })), patienceMs);
    return null;
  };

  const take = async (activity: Activity, forget: () => void): Promise<InvokeAnswer | null> => {
    const meant = heardIn(activity);
    const { say } = speakerFor(activity.locale ?? null);
    switch (meant.kind) {
      case 'heard':
        return activity.type === 'invoke' ? answered(meant.heard, forget) : spoken(meant.heard, forget);
      case 'stranger':
        return turnedAway(activity, say('teams.stranger'));
      case 'unreadable':
        return errorAnswer(400, 'BadRequest', say('teams.unreadable'));
      case 'other':
        return errorAnswer(501, 'NotImplemented', say('teams.unreadable'));
      case 'nothing':
        return null;
    }
  };

  return {
    take,
    /** Something broke around the turn itself. */
    broke: async (activity: Activity, error: unknown): Promise<InvokeAnswer | null> => {
      const reply = await failed(null, error);
      if (activity.type !== 'invoke') return null;
      return reply.kind === 'words' ? errorAnswer(500, 'InternalError', reply.text) : invokeAnswer(reply);
    },
    settled: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
};
