import type * as z from 'zod';
import { clean } from '../commands/clean.ts';
import type { Note, Store } from '../ports.ts';

/** What is kept under keys of one kind, parsed when it is read. */
export interface Notebook<T> {
  readonly read: (key: string) => Promise<T | null>;
  /** All whose keys begin so, in their order. */
  readonly list: (beginning: string) => Promise<readonly { readonly key: string; readonly value: T }[]>;
  /** Puts in its place what becomes of it; null forgets it. Asked again when somebody else was faster. */
  readonly change: (key: string, next: (before: T | null) => T | null) => Promise<void>;
}

const ATTEMPTS = 5;
const AT_ONCE = 500;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const createNotebook = <T>(store: Store, prefix: string, shape: z.ZodType<T>): Notebook<T> => {
  // What an older program has written otherwise is as good as not there; it is written anew.
  const parsed = (note: Note | null): T | null => (note === null ? null : (shape.safeParse(note.value).data ?? null));

  const attempt = async (key: string, next: (before: T | null) => T | null): Promise<boolean> => {
    const note = await store.note(key);
    const before = parsed(note);
    const value = clean(next(before));
    if (same(value, note?.value ?? null)) return true;
    const committed = await store.commit({ notes: [{ key, expected: note?.version ?? 0, value }] });
    return committed === 'kept';
  };

  return {
    read: async (key) => parsed(await store.note(prefix + key)),
    list: async (beginning) => {
      const all: Note[] = [];
      for (let page; (page = await store.notes(prefix + beginning, all.at(-1)?.key ?? null, AT_ONCE)).length > 0;)
        all.push(...page);
      return all.flatMap((note) => {
        const value = parsed(note);
        return value === null ? [] : [{ key: note.key.slice(prefix.length), value }];
      });
    },
    change: async (key, next) => {
      for (let left = ATTEMPTS; left > 0; left--) if (await attempt(prefix + key, next)) return;
      throw new Error(`${prefix}${key} changes too often to be changed`);
    },
  };
};
