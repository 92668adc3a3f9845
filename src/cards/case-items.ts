import type { Case } from '../cases/case.ts';
import type { Item } from '../cases/checklist.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import type { DayText } from '../policy/index.ts';
import type { ScreenData } from './screens.ts';
import { day, nameOf, saidOr, shown } from './shown.ts';

type Shown = ScreenData<'case'>['items'][number];

export const itemsOf = (current: Case): readonly Item[] => ('items' in current ? current.items : []);

/** An old list may have something on it that nobody asks for any more. */
export const titleOf = ({ code }: Item, speaker: Speaker): string =>
  saidOr(speaker, { key: `item.${code}`, values: {} }, () => shown(code, 100));

const stateOf = ({ done, dueOn }: Item, now: Instant, speaker: Speaker): Pick<Shown, 'state' | 'tone'> => {
  const { say } = speaker;
  if (done !== null) {
    const { by, at, evidence } = done;
    return {
      tone: 'good',
      state: say('case.item.done', { who: nameOf(by, speaker), day: day(at), evidence: shown(evidence, 300) }),
    };
  }
  const due = { day: { day: dueOn as DayText } };
  return dayOf(now) > dueOn
    ? { tone: 'attention', state: say('case.item.overdue', due) }
    : { tone: 'default', state: say('case.item.due', due) };
};

/** How it is done, in a sentence; nobody needs it once it is done. */
export const howOf = ({ code }: Item, speaker: Speaker): string | null => {
  const how = saidOr(speaker, { key: `item.${code}.how`, values: {} }, () => '');
  return how === '' ? null : how;
};

/** What is pasted into a shell for an item, by its code. */
export type CommandsFor = (item: string) => readonly string[];

/** More of the same nobody copies from a card. */
const MOST_COMMANDS = 3;

interface Looking {
  readonly now: Instant;
  readonly speaker: Speaker;
  readonly commandsFor: CommandsFor;
}

const helpFor = (item: Item, { speaker, commandsFor }: Looking): Pick<Shown, 'how' | 'commands'> =>
  item.done === null
    ? { how: howOf(item, speaker), commands: commandsFor(item.code).slice(0, MOST_COMMANDS) }
    : { how: null, commands: [] };

/** What is to be done by hand, by whom, until when, and what of it is done. */
export const itemsShown = (current: Case, looking: Looking): Shown[] =>
  itemsOf(current).map((item) => ({
    code: shown(item.code, 100),
    title: titleOf(item, looking.speaker),
    owner: looking.speaker.say(`owner.${item.owner}`),
    ...helpFor(item, looking),
    ...stateOf(item, looking.now, looking.speaker),
  }));
