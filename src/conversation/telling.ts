import { answersScreen } from '../cards/answers-screen.ts';
import { answerBy } from '../cases/azure-switch/deadlines.ts';
import type { Case } from '../cases/case.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Effect } from '../cases/effect.ts';
import type { DayText, Says } from '../policy/index.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Carrier, Message, Outcome, People, Posted } from '../ports.ts';
import { typed } from './grammar/typed.ts';
import type { PersonalChats } from './personal-chats.ts';
import { reminderLines } from './reminder.ts';
import { messageOf } from './show.ts';

/** The day that news is about, where it is about one. */
const dayIn = (current: Case): Instant | null => {
  if ('endsAt' in current) return current.endsAt;
  if ('expiresAt' in current) return answerBy(current);
  return 'lapsesAt' in current ? current.lapsesAt : null;
};

const MOST_NAMED = 12;

/** The names of what has stayed behind. */
const leftIn = (current: Case): string => ('left' in current ? (current.left ?? []) : []).slice(0, MOST_NAMED).join(', ');

const valuesOf = (current: Case): Says['values'] => {
  const day = dayIn(current);
  return {
    id: current.id,
    customer: current.customer.name,
    requester: current.requester.name,
    day: day && { day: dayOf(day) as DayText },
    left: leftIn(current),
  };
};

const outcomeOf = (posted: Posted): Outcome => {
  switch (posted.kind) {
    case 'posted':
      return { kind: 'done' };
    // Telling somebody twice harms less than not at all.
    case 'unknown':
      return { kind: 'again', words: posted.words };
    case 'again':
      return posted;
    default:
      return { kind: 'refused', code: posted.kind, words: posted.words };
  }
};

/** Of what a customer has answered one goes on at once: that is a card with what it has told. */
const hasAnswers = (says: string, { kind, customerTold }: Case): boolean =>
  kind === 'customer-inquiry' &&
  customerTold !== undefined &&
  (says === 'told.customer-answered' || says === 'told.answers-corrected');

const newsOf = (says: string, current: Case, now: Instant, speaker: Speaker): Message => {
  if (!hasAnswers(says, current)) {
    const lines = [speaker.sayKey(says, valuesOf(current)), ...reminderLines(says, { current, now, speaker })];
    return { text: lines.join('\n\n') };
  }
  const data = answersScreen({ current, speaker, typed: (wants, customer) => typed({ wants, customer }, speaker.language) });
  return messageOf({ screen: 'notice', data }, speaker);
};

/** Tells one person the news of a case, in their language, in their personal chat. */
export const createTelling = (chats: PersonalChats, people: Pick<People, 'known'>): Carrier<Extract<Effect, { kind: 'tell' }>> => ({
  carryOut: async ({ effect: { person, says }, case: current, now }) => {
    if ((await people.known(person.id)) === null)
      return { kind: 'refused', code: 'unknown-person', words: 'is nobody of ours any more' };
    const speaker = await chats.speakerFor(person.id);
    return outcomeOf(await chats.post(person.id, newsOf(says, current, now, speaker)));
  },
});
