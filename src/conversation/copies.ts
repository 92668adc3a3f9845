import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import { sha256 } from '../cases/digest.ts';
import type { CaseId } from '../cases/ids.ts';
import { bare } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import { seenOf } from '../cases/seen.ts';
import type { Instant } from '../cases/time.ts';
import type { Clock, Message, Posted, SentCard, Store } from '../ports.ts';
import { LastSeen, nextSeen } from './last-seen.ts';
import type { Look } from './last-seen.ts';
import { createNotebook } from './notebook.ts';

/** What the copy at a place shows: which version of the case, and all of it in short. */
const Copy = z.object({
  seen: z.string(),
  shows: z.string(),
  /** Whatever another program has kept there: without it nobody is told what has changed, and that is all. */
  last: LastSeen.nullable().default(null).catch(null),
});

/** A card for one place, and the ways there. */
export interface Sending {
  readonly place: string;
  readonly before: SentCard | undefined;
  readonly message: Message;
  /** They could decide about what they are shown. */
  readonly decides: boolean;
  readonly update: (activityId: string) => Promise<Posted>;
  readonly post: () => Promise<Posted>;
}

/**
 * - shown: it is there
 * - later: not yet, and another try may help
 * - not: it will not be there, whoever tries
 */
export type Tried =
  | { readonly as: 'shown' }
  | { readonly as: 'not'; readonly words: string }
  | { readonly as: 'later'; readonly words: string; readonly after?: Instant };

export const placeOf = ({ id }: Pick<Person, 'id'>): string => `person/${bare(id)}`;

export const triedAs = (posted: Posted): Tried => {
  switch (posted.kind) {
    case 'posted':
      return { as: 'shown' };
    case 'again':
      return { as: 'later', words: posted.words, ...(posted.after !== undefined && { after: posted.after }) };
    // A post of which nobody knows whether it arrived is made again: a second copy harms less than none.
    case 'unknown':
      return { as: 'later', words: posted.words };
    default:
      return { as: 'not', words: posted.words };
  }
};

/** Where copies of cases lie, and what they show. */
export const createCopies = ({ store, clock }: { readonly store: Store; readonly clock: Clock }) => {
  const copies = createNotebook(store, 'copy/', Copy);
  const keyOf = (place: string, { id }: Case): string => `${place}/${id}`;

  /** Always in the same order: what is there already is not written again. */
  const copyOf = (current: Case, shows: string) => ({ seen: seenOf(current), shows });

  const keep = async ({ id }: Pick<Case, 'id'>, place: string, activityId: string): Promise<void> => {
    await store.commit({ sent: [{ caseId: id, place, activityId, at: clock.now() }] });
  };

  /** In place of the copy that is there, or as a new one where that is gone. */
  const posted = async (current: Case, { place, before, update, post }: Sending): Promise<Posted> => {
    const updated = before && (await update(before.activityId));
    if (updated && updated.kind !== 'gone' && updated.kind !== 'refused') return updated;
    const anew = await post();
    if (anew.kind === 'posted') await keep(current, place, anew.activityId);
    return anew;
  };

  return {
    keep,

    /** What somebody has had before them, once they are shown the case as it stands. */
    lastSeen: async (person: Person, current: Case, look: Look): Promise<LastSeen | null> =>
      nextSeen((await copies.read(keyOf(placeOf(person), current)))?.last ?? null, current, look),

    /** Nobody’s program blinks for what is shown already. */
    show: async (current: Case, sending: Sending): Promise<Tried> => {
      const key = keyOf(sending.place, current);
      const copy = copyOf(current, sha256(JSON.stringify(sending.message)));
      if (sending.before !== undefined && (await copies.read(key))?.shows === copy.shows) return { as: 'shown' };
      const tried = triedAs(await posted(current, sending));
      const look = { decides: sending.decides, how: 'drawn' } as const;
      // Asked once more: they may have looked meanwhile.
      if (tried.as === 'shown')
        await copies.change(key, (before) => ({ ...copy, last: nextSeen(before?.last ?? null, current, look) }));
      return tried;
    },

    /** A message of theirs becomes their copy, before the case is opened even: nobody gets a second card beside it. */
    adopt: (id: CaseId, person: Person, message: string): Promise<void> => keep({ id }, placeOf(person), message),

    /** What somebody decides about has to be what they have seen. */
    hasSeen: async (person: Person, current: Case): Promise<boolean> =>
      (await copies.read(keyOf(placeOf(person), current)))?.seen === seenOf(current),

    /** Shown to them otherwise: as an answer. */
    saw: (person: Person, current: Case, look: Look): Promise<void> =>
      copies.change(keyOf(placeOf(person), current), (before) => ({
        ...copyOf(current, before?.shows ?? ''),
        last: nextSeen(before?.last ?? null, current, look),
      })),
  };
};
