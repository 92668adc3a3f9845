import type { Person } from '../cases/people.ts';
import type { Speaker } from '../languages/speak.ts';
import type { ScreenData } from './screens.ts';
import { nameOf } from './shown.ts';

interface Home {
  /** What one can do here, and what one would type for it; the first of them are buttons too. */
  readonly entries: readonly { readonly title: string; readonly hint: string; readonly typed: string }[];
  readonly person: Person;
  readonly speaker: Speaker;
}

const MOST_BUTTONS = 6;

type Entry = ScreenData<'home'>['entries'][number];

/** What one would type is said where the title does not say it already. */
const shownEntry = ({ title, hint, typed }: Home['entries'][number]): Entry => ({
  title,
  hint,
  typed: title.toLowerCase() === typed.toLowerCase() ? null : typed,
});

/** What one can do here. */
export const homeScreen = ({ entries, person, speaker }: Home): ScreenData<'home'> => ({
  greeting: speaker.say('case.greeting', { who: nameOf(person, speaker) }),
  entries: entries.slice(0, MOST_BUTTONS).map(shownEntry),
  others: entries.slice(MOST_BUTTONS).map(shownEntry),
  buttons: entries
    .slice(0, MOST_BUTTONS)
    .map(({ title, typed }) => ({ title, verb: 'say' as const, id: typed, seen: '', asks: false })),
});
