import type { Courier, Message, Operator, Ports, Posted } from '../ports.ts';
import type { Background } from './background.ts';
import { detailsOf } from './background.ts';
import { failedShown } from './failed.ts';
import type { Reply } from './heard.ts';
import type { PersonalChats } from './personal-chats.ts';
import { messageOf, replyOf } from './show.ts';
import type { Answered, Turn } from './turn.ts';

interface Means {
  readonly courier: Courier;
  readonly chats: PersonalChats;
  readonly operator: Operator;
  readonly background: Background;
  readonly chance: Pick<Ports['chance'], 'salt'>;
}

const REFERENCE_LENGTH = 8;

/** What takes longer than anybody waits for is shown when it is there. */
export const createLateAnswers = ({ courier, chats, operator, background, chance }: Means) => {
  /** In place of what was pressed, where it is theirs alone; otherwise in their own chat, wherever they asked. */
  const posted = async ({ heard: { chat, pressedOn }, person }: Turn, message: Message): Promise<Posted> => {
    const updated = pressedOn !== null && chat.kind === 'personal' ? await courier.update(chat, pressedOn, message) : null;
    const isThere = updated !== null && updated.kind !== 'gone' && updated.kind !== 'refused';
    return isThere ? updated : chats.post(person.id, message);
  };

  const broke = ({ speaker }: Turn, error: unknown): Pick<Answered, 'shown'> => {
    const reference = chance
      .salt()
      .replaceAll(/[^a-z\d]/gi, '')
      .slice(0, REFERENCE_LENGTH)
      .toUpperCase();
    operator.tell(`An answer that took longer broke: ${reference}: ${detailsOf(error)}`);
    return { shown: failedShown(speaker, reference) };
  };

  const deliver = async (turn: Turn, work: Promise<Answered>): Promise<void> => {
    const { shown } = await work.catch((error: unknown) => broke(turn, error));
    // Their language may have been changed by what they said.
    const outcome = await posted(turn, messageOf(shown, await chats.speakerFor(turn.person.id)));
    if (outcome.kind !== 'posted') operator.tell(`An answer that took longer could not be shown: ${outcome.words}`);
  };

  const isLook = ({ heard: { what } }: Turn): boolean => what.kind === 'press' && what.isAutomatic;

  /** What is said meanwhile. Whoever only looks at a card goes on seeing what is there. */
  return (turn: Turn, work: Promise<Answered>): Reply => {
    if (isLook(turn)) {
      const looked = work.then(() => undefined);
      background.goesOn(looked, 'A card could not be shown anew');
      return { kind: 'nothing' };
    }
    background.goesOn(deliver(turn, work), 'An answer that took longer was not shown');
    const { speaker } = turn;
    const [title, lines] = [speaker.say('talk.one-moment'), [speaker.say('talk.under-way')]];
    return replyOf({ screen: 'notice', data: { title, tone: 'accent', lines, facts: [], buttons: [] } }, speaker);
  };
};

export type LateAnswers = ReturnType<typeof createLateAnswers>;
