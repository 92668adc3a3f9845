import * as z from 'zod';
import { Role } from '../policy/index.ts';

/** Beside the roles that the rulebook knows: who runs the bot. It decides nothing, and looks after what was given up. */
const PersonRole = z.union([Role, z.literal('operator')]);

/** Somebody of the partner, as the authenticated activity names them: the id is the directory's. */
export const Person = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().max(200),
  roles: z.array(PersonRole).max(20),
});
export type Person = z.infer<typeof Person>;

/** What acts by itself: the clock, the outbox that carries effects out, the watch over what others did. */
export const Machine = z.enum(['clock', 'outbox', 'watch']);
export type Machine = z.infer<typeof Machine>;

export const Actor = z.union([Person, Machine]);
export type Actor = z.infer<typeof Actor>;

export const isPerson = (actor: Actor): actor is Person => typeof actor === 'object';

/** However an id is spelt, with what nobody sees in it, it is the same. */
export const bare = (id: string): string =>
  id
    .normalize('NFKC')
    .replace(/[\p{Cf}\s]/gu, '')
    .toLowerCase();

export const isSame = (one: Person, other: Person): boolean => bare(one.id) === bare(other.id);

export const isAmong = (people: readonly Person[], person: Person): boolean => people.some((one) => isSame(one, person));
