import * as z from 'zod';
import { sha256 } from '../cases/digest.ts';
import { letters } from '../cases/effect.ts';
import { CaseId } from '../cases/ids.ts';
import type { Store } from '../ports.ts';

const Posted = z.object({
  caseId: CaseId,
  letter: z.enum(letters),
  isSent: z.boolean(),
  /** How often it was handed over without anybody knowing what became of it. */
  doubts: z.int().min(0),
});
export type Posted = z.infer<typeof Posted>;

const keyOf = (messageId: string): string => `letter-posted/${sha256(messageId)}`;

/** Remembers, for every message, whose letter it is and how far it has come: kept before anything goes out. */
export const createLettersPosted = (store: Pick<Store, 'note' | 'commit'>) => {
  const read = async (messageId: string) => {
    const note = await store.note(keyOf(messageId));
    return note && { version: note.version, value: Posted.parse(note.value) };
  };
  return {
    find: async (messageId: string): Promise<Posted | null> => (await read(messageId))?.value ?? null,
    keep: async (messageId: string, value: Posted): Promise<void> => {
      const expected = (await read(messageId))?.version ?? 0;
      const kept = await store.commit({ notes: [{ key: keyOf(messageId), expected, value }] });
      if (kept !== 'kept') throw new Error(`${value.caseId}: somebody else is sending the same letter`);
    },
  };
};
