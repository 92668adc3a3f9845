import * as z from 'zod';
import type { Compared } from '../cards/case-difference.ts';
import { isOver } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import { Seen, seenIn } from '../cases/seen-before.ts';
import type { Store } from '../ports.ts';

/**
 * What one person has had before them of a case that they decide.
 * - none: they know what their card shows
 * - unseen: the card has changed while they did not look; what it shows is not what they know
 * - on-screen: they have looked and are shown what has changed, until they look again or press something on it
 */
export const LastSeen = z.object({
  shown: Seen,
  before: Seen.nullable(),
  news: z.enum(['none', 'unseen', 'on-screen']),
});
export type LastSeen = z.infer<typeof LastSeen>;

/** What is longer is not kept: then nobody is told what has changed, and everything stands on the card anyway. */
const LONGEST = 20_000;

/** After the card has been drawn anew, whether they look or not. */
const drawnAnew = (last: LastSeen | null, now: Seen): LastSeen => {
  if (last === null) return { shown: now, before: null, news: 'none' };
  if (last.shown.digest === now.digest) return last;
  const before = last.news === 'unseen' ? last.before : last.shown;
  return { shown: now, before, news: before === null || before.digest === now.digest ? 'none' : 'unseen' };
};

/** How it comes that they are shown it. */
export type How =
  /** By itself, whether they look or not. */
  | 'drawn'
  /** They have asked to see it. */
  | 'looked'
  /** They have pressed something on a card that showed this version. */
  | { readonly pressedOn: string };

const isNews = ({ shown, news }: LastSeen, how: Exclude<How, 'drawn'>): boolean =>
  how === 'looked' ? news === 'unseen' : how.pressedOn !== shown.digest;

/** After they have looked themselves. */
const lookedAt = (last: LastSeen, how: Exclude<How, 'drawn'>): LastSeen => ({
  ...last,
  news: last.before !== null && isNews(last, how) ? 'on-screen' : 'none',
});

/** What is kept of it: nothing once the case is over, and only of versions that somebody could decide about. */
const keptOf = (last: LastSeen | null, current: Case): LastSeen | null =>
  last === null || isOver(current) || JSON.stringify(last).length > LONGEST ? null : last;

/** Who is shown it: whether they could decide, and how they come to it. */
export interface Look {
  readonly decides: boolean;
  readonly how: How;
}

/** Once they are shown it; as it was where there is nothing for them to decide. */
export const nextSeen = (last: LastSeen | null, current: Case, { decides, how }: Look): LastSeen | null => {
  if (!decides) return keptOf(last, current);
  const drawn = drawnAnew(last, seenIn(current));
  return keptOf(how === 'drawn' ? drawn : lookedAt(drawn, how), current);
};

/** What a case is compared with for somebody; a renewal that is new to them with what it renews. */
export const createComparing =
  (store: Pick<Store, 'case'>) =>
  async ({ proposal }: Case, last: LastSeen | null): Promise<Compared | null> => {
    if (last !== null && last.news !== 'none' && last.before !== null) return { with: 'seen', seen: last.before };
    if (proposal.wants !== 'renew' || last?.before) return null;
    const renewed = await store.case(proposal.of);
    return renewed === null ? null : { with: 'renewed', renewed: renewed.case };
  };
