import { builtInRoles, GLOBAL_ADMINISTRATOR } from './built-in-roles.ts';
import { isOfferedDuration } from './duration.ts';
import type { Relationship } from './granted.ts';
import type { World } from './world.ts';

/** What a partner proposes to a customer, or to whoever opens the invitation first. */
export interface Draft {
  readonly displayName: string;
  readonly duration: string;
  readonly customer: { readonly tenantId: string; readonly displayName: string | null } | null;
  readonly roles: readonly string[];
  readonly autoExtend: string;
}

/** Why something is not done: it makes no sense, or it clashes with what is there. */
export interface Objection {
  readonly objection: 'invalid' | 'conflict';
  readonly says: string;
}

export const invalid = (says: string): Objection => ({ objection: 'invalid', says });
export const conflict = (says: string): Objection => ({ objection: 'conflict', says });

const MOST_LETTERS = 50;
const autoExtendValues: readonly Relationship['autoExtend'][] = ['PT0S', 'P0D', 'P180D'];

export const autoExtendOf = (value: string): Relationship['autoExtend'] | undefined =>
  autoExtendValues.find((known) => known === value);

const isExtendedGlobalAdmin = ({ roles, autoExtend }: Draft): boolean =>
  autoExtend === 'P180D' && roles.includes(GLOBAL_ADMINISTRATOR);

const checks: readonly (readonly [isWrong: (draft: Draft) => boolean, says: string])[] = [
  [({ displayName }) => displayName.trim() === '', 'The value provided for displayName is empty.'],
  [({ displayName }) => displayName.length > MOST_LETTERS, 'The value provided for displayName is longer than 50 characters.'],
  [({ duration }) => !isOfferedDuration(duration), 'The value provided for duration is out of range.'],
  [({ roles }) => roles.length === 0, 'At least one unified role is required.'],
  [({ roles }) => roles.some((role) => !builtInRoles.has(role)), 'Only built-in roles are allowed.'],
  [({ autoExtend }) => autoExtendOf(autoExtend) === undefined, 'The value provided for autoExtendDuration is not allowed.'],
  [isExtendedGlobalAdmin, 'Auto extend is not allowed for relationships that contain the Global Administrator role.'],
];

const isTaken = (world: World, draft: Draft, of: { readonly partner: string; readonly itself: Relationship | null }): boolean =>
  [...world.relationships.values()].some(
    (one) => one !== of.itself && one.partner === of.partner && one.displayName.toLowerCase() === draft.displayName.toLowerCase(),
  );

/** What speaks against a draft. No name is used twice while a record of the first one is kept. */
export const objectionTo = (
  world: World,
  draft: Draft,
  of: { readonly partner: string; readonly itself: Relationship | null },
): Objection | null => {
  const wrong = checks.find(([isWrong]) => isWrong(draft));
  if (wrong !== undefined) return invalid(wrong[1]);
  return isTaken(world, draft, of) ? conflict('A delegated admin relationship with this displayName already exists.') : null;
};
