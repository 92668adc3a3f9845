import { caseScreen } from '../cards/case-screen.ts';
import { everybody, passersBy } from '../cards/viewer.ts';
import type { Case } from '../cases/case.ts';
import type { Offer } from '../cases/offer.ts';
import type { Person } from '../cases/people.ts';
import { viewOf } from '../commands/offers-to.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Clock, Ports, Shell } from '../ports.ts';
import { typed } from './grammar/typed.ts';
import type { Shown } from './show.ts';

interface Means {
  readonly clock: Clock;
  readonly house: Ports['house'];
  readonly shell: Shell;
  /** What the customer’s letters about a case are known by; left out: by nothing. */
  readonly letterCodeOf?: (current: Case) => string;
}

type Screen = Parameters<typeof caseScreen>[0];

/** What came of the viewer's last press, and what they had filled in if it was not taken. */
export interface Aftermath extends Pick<Screen, 'note' | 'written' | 'forbade' | 'compared'> {
  /** Where nothing can be decided: no button would do what it says. */
  readonly isOnlyShown?: boolean;
}

const mayNothing: ReadonlySet<Offer> = new Set();

/** A case as it stands now, as one person sees it, or everybody in a channel. */
export const createCaseViews = ({ clock, house, shell, letterCodeOf }: Means) => {
  const shown = (
    current: Case,
    speaker: Speaker,
    more: Omit<Screen, 'current' | 'speaker' | 'now' | 'house' | 'typed'>,
  ): Shown => ({
    screen: 'case',
    data: caseScreen({
      current,
      speaker,
      now: clock.now(),
      house: house(),
      commandsFor: (item) => shell.commandsFor(current, item),
      letterCode: letterCodeOf?.(current) ?? null,
      typed: (wants, customer, about = '') => typed({ wants, customer, about }, speaker.language),
      ...more,
    }),
  });

  return {
    forPerson: (current: Case, person: Person, speaker: Speaker, { isOnlyShown, ...aftermath }: Aftermath = {}): Shown => {
      const viewer = viewOf(person, current, house());
      return shown(current, speaker, { viewer: isOnlyShown ? { ...viewer, may: mayNothing } : viewer, ...aftermath });
    },

    isOffered: (offer: Offer, current: Case, person: Person): boolean => viewOf(person, current, house()).may.has(offer),

    decides: (current: Case, person: Person): boolean => {
      const { may } = viewOf(person, current, house());
      return may.has('approve') || may.has('decline');
    },

    /** `viewers`: whose program asks for their own view by itself. */
    forChannel: (current: Case, viewers: readonly string[], speaker: Speaker): Shown =>
      shown(current, speaker, { viewer: everybody, viewers: [...viewers] }),

    /** For a chat into which somebody shares it. */
    forSharing: (current: Case, viewers: readonly string[], speaker: Speaker): Shown =>
      shown(current, speaker, { viewer: passersBy, viewers: [...viewers] }),
  };
};

export type CaseViews = ReturnType<typeof createCaseViews>;
