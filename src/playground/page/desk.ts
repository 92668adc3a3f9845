import type { Language, Speaker } from '../../languages/speak.ts';
import type { Act, ChatName, PersonView, PlayState } from '../play/view.ts';
import type { PaneName, Place } from './place.ts';

/** All that a part of the page is drawn from, and what it can set going. */
export interface Desk {
  readonly state: PlayState;
  readonly place: Place;
  readonly speaker: Speaker;
  /** Null: their sentences are on the way, and the page is drawn again when they are here. */
  readonly speakerIn: (language: Language) => Speaker | null;
  readonly inSight: readonly PaneName[];
  readonly isNew: (person: PersonView, chat: ChatName) => boolean;
  readonly go: (changes: Partial<Place>) => void;
  /** Done as the server does it; where that fails the page says so. True: it was done. */
  readonly act: (act: Act) => Promise<boolean>;
}
