import type { Offer } from '../cases/offer.ts';
import type { Person } from '../cases/people.ts';

/** Who looks at a case, how much of it is theirs to see, and what they may do about it. */
export interface Viewer {
  /** Null where nobody in particular looks: a channel. */
  readonly person: Person | null;
  /** Somebody without a part in it sees how it stands, and nothing that anybody has written. */
  readonly sees: 'all' | 'status';
  readonly may: ReadonlySet<Offer>;
}

/** A channel: everybody there sees the case, and decides in a view of their own. */
export const everybody: Viewer = { person: null, sees: 'all', may: new Set() };

/** Whoever comes by where somebody has shared a case: they see how it stands, and open what is theirs to see. */
export const passersBy: Viewer = { person: null, sees: 'status', may: new Set() };
