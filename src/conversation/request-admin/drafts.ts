import * as z from 'zod';
import { digestOf } from '../../cases/digest.ts';
import { CaseId } from '../../cases/ids.ts';
import { bare } from '../../cases/people.ts';
import type { Person } from '../../cases/people.ts';
import { Instant, later } from '../../cases/time.ts';
import { clean } from '../../commands/clean.ts';
import type { Ports } from '../../ports.ts';
import { Filling } from '../../wizards/request-admin/filling.ts';

/** What somebody has half filled in. It is theirs alone: it stands under their own id. */
const Draft = z.strictObject({
  wizard: z.literal('request-admin'),
  at: Instant,
  /** Counts the times that it was submitted and refused: each is a request of its own. */
  attempt: z.int(),
  /** For whom it shall be begun anew, when it is given up for something else. */
  anew: z.string().nullable(),
  /** What came of it. */
  opened: CaseId.nullable(),
  filling: Filling,
});
export type Draft = z.infer<typeof Draft>;

export interface KeptDraft {
  readonly id: string;
  readonly version: number;
  readonly draft: Draft;
}

const LONGEST_KEPT_DAYS = 30;
const MOST_DRAFTS = 50;

const isId = (text: string): boolean => /^[\da-f]{32}$/.test(text);

const prefixOf = (person: Person): string => `draft/${bare(person.id)}/`;

/** The same draft submitted again is the same request. */
export const requestKey = ({ id, draft }: KeptDraft): string => `draft ${id} ${draft.attempt}`;

export const createDrafts = ({ store, clock, chance }: Pick<Ports, 'store' | 'clock' | 'chance'>) => {
  const load = async (person: Person, id: string): Promise<KeptDraft | null> => {
    const note = isId(id) ? await store.note(prefixOf(person) + id) : null;
    const draft = note && Draft.safeParse(note.value).data;
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

    begin: async (person: Person, filling: Filling): Promise<KeptDraft> => {
      const id = digestOf(['draft', chance.salt(), person.id]).slice(0, 32);
      const draft: Draft = { wizard: 'request-admin', at: clock.now(), attempt: 0, anew: null, opened: null, filling };
      const kept = await save(person, { id, version: 0, draft }, draft);
      if (kept === null) throw new Error('An id that nobody can guess was there already');
      return kept;
    },

    /** What this person has left open, the newest; what is too old, or was kept by an older program, is dropped on the way. */
    open: async (person: Person): Promise<KeptDraft | null> => {
      const oldest = later(clock.now(), { days: -LONGEST_KEPT_DAYS });
      let newest: KeptDraft | null = null;
      for (const { key, version, value } of await store.notes(prefixOf(person), null, MOST_DRAFTS)) {
        const draft = Draft.safeParse(value).data;
        if (draft === undefined || draft.at < oldest) await forget(key, version);
        else if (draft.opened === null && (newest === null || draft.at > newest.draft.at))
          newest = { id: key.slice(prefixOf(person).length), version, draft };
      }
      return newest;
    },
  };
};
