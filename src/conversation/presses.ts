import type { Answered, Turn } from './turn.ts';
import { caseActions } from './decisions.ts';
import type { CaseAction, Decisions } from './decisions.ts';
import type { Press } from './heard.ts';
import { placeInChat } from './living-card.ts';
import type { Store } from '../ports.ts';
import { CaseId } from '../cases/ids.ts';

interface Means {
  readonly store: Store;
  readonly decisions: Decisions;
  /** As if it had been typed. */
  readonly say: (turn: Turn, text: string) => Promise<Answered>;
  readonly wizard: (turn: Turn, press: Press) => Promise<Answered>;
}

const isCaseAction = (verb: string): verb is CaseAction => (caseActions as readonly string[]).includes(verb);

const MOST_WORDS = 2000;

const filled = ({ inputs }: Press, name: string): string => (inputs[name] ?? '').slice(0, MOST_WORDS);

/** What a button stands for. Its data says which case or draft is meant, and is believed in nothing else. */
export const createPresses = ({ store, decisions, say, wizard }: Means) => {
  /** A card that was carried elsewhere decides nothing there: in a chat with others only our own copies do. */
  const isForwarded = async ({ heard }: Turn, id: string): Promise<boolean> => {
    if (heard.chat.kind === 'personal') return false;
    const caseId = CaseId.safeParse(id);
    if (!caseId.success) return false;
    const here = placeInChat(heard.chat.id);
    const sent = await store.sentCards(caseId.data);
    return !sent.some(({ place, activityId }) => place === here && activityId === heard.pressedOn);
  };

  return async (turn: Turn, press: Press): Promise<Answered> => {
    const { verb, id, seen } = press;
    if (verb === 'say' && !press.isAutomatic) return say(turn, id);
    if (verb === 'page' || verb === 'back' || verb === 'cancel') return wizard(turn, press);
    const isAct = isCaseAction(verb) && !press.isAutomatic;
    if (await isForwarded(turn, id)) {
      const note = isAct ? turn.speaker.say('talk.forwarded') : null;
      return decisions.view(turn, id, { note, isOnlyShown: true });
    }
    if (!isAct) return decisions.view(turn, id);
    return decisions.act(turn, { action: verb, id, seen, words: filled(press, 'words'), item: filled(press, 'item') });
  };
};
