import * as z from 'zod';
import { digestOf } from '../../cases/digest.ts';
import { CaseId } from '../../cases/ids.ts';
import { bare } from '../../cases/people.ts';
import type { Person } from '../../cases/people.ts';
import { Instant, later } from '../../cases/time.ts';
import { clean } from '../../commands/clean.ts';
import type { Ports } from '../../ports.ts';
import { journeyNames } from './journey.ts';
import type { Filled, JourneyName } from './journey.ts';

/** What somebody has half filled in. It is theirs alone: it stands under their own id. */
const KeptAs = z.strictObject({
  wizard: z.enum(journeyNames),
  at: Instant,
  /** Counts the times that it was submitted and refused: each is a request of its own. */
  attempt: z.int(),
  /** What shall be begun, and for whom, when this is given up for something else. */
  anew: z.strictObject({ wizard: z.enum(journeyNames), text: z.string().nullable() }).nullable(),
  /** What came of it. */
  opened: CaseId.nullable(),
  filling: z.unknown(),
});

export type Draft = z.infer<typeof KeptAs> & { readonly filling: Filled };

export interface KeptDraft {
  readonly id: string;
  readonly version: number;
  readonly draft: Draft;
}

type Means = Pick<Ports, 'store' | 'clock' | 'chance'> & {
  /** How what was filled in looks, by wizard; null where there is no such wizard. */
  readonly shapeOf: (name: JourneyName) => z.ZodType<Filled> | null;
};

const LONGEST_KEPT_DAYS = 30;
const MOST_DRAFTS = 50;

const isId = (text: string): boolean => /^[\da-f]{32}$/.test(text);

const prefixOf = (person: Person): string => `draft/${bare(person.id)}/`;

/** The same draft submitted again is the same request. */
export const requestKey = ({ id, draft }: KeptDraft): string => `draft ${id} ${draft.attempt}`;

export const createDrafts = ({ store, clock, chance, shapeOf }: Means) => {
  /** What an older program has kept otherwise is no draft any more. */
  const draftIn = (value: unknown): Draft | null => {
    const kept = KeptAs.safeParse(value).data;
    const filling = kept && shapeOf(kept.wizard)?.safeParse(kept.filling).data;
    return kept && filling ? { ...kept, filling } : null;
  };

  const load = async (person: Person, id: string): Promise<KeptDraft | null> => {
    const note = isId(id) ? await store.note(prefixOf(person) + id) : null;
    const draft = note && draftIn(note.value);
    return note && draft ? { id, version: note.version, draft } : null;
  };

  /** Null: somebody was faster, on another device. */
  const save = async (person: Person, { id, version }: KeptDraft, next: Draft): Promise<KeptDraft | null> => {
    const draft = clean({ ...next, at: clock.now() });
    const committed = await store.commit({ notes: [{ key: prefixOf(person) + id, expected: version, value: draft }] });
    return committed === 'kept' ? { id, version: version + 1, draft } : null;
  };

  const forget = async (key: string, version: number): Promise<void> => {
    await store.commit({ notes: [{ key, expected: version, value: null }] });
  };

  return {
    load,
    save,
    drop: (person: Person, { id, version }: KeptDraft): Promise<void> => forget(prefixOf(person) + id, version),

    begin: async (person: Person, wizard: JourneyName, filling: Filled): Promise<KeptDraft> => {
      const id = digestOf(['draft', chance.salt(), person.id]).slice(0, 32);
      const draft: Draft = { wizard, at: clock.now(), attempt: 0, anew: null, opened: null, filling };
      const kept = await save(person, { id, version: 0, draft }, draft);
      if (kept === null) throw new Error('An id that nobody can guess was there already');
      return kept;
    },

    /** What of this kind this person has left open, the newest; what is too old, or was kept by an older program, is dropped on the way. */
    open: async (person: Person, isMeant: (draft: Draft) => boolean): Promise<KeptDraft | null> => {
      const oldest = later(clock.now(), { days: -LONGEST_KEPT_DAYS });
      let newest: KeptDraft | null = null;
      for (const { key, version, value } of await store.notes(prefixOf(person), null, MOST_DRAFTS)) {
        const draft = draftIn(value);
        if (draft === null || draft.at < oldest) await forget(key, version);
        else if (draft.opened === null && isMeant(draft) && (newest === null || draft.at > newest.draft.at))
          newest = { id: key.slice(prefixOf(person).length), version, draft };
      }
      return newest;
    },
  };
};
