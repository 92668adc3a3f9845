import templates from './role-templates.json' with { type: 'json' };

/** Built-in directory roles by the names that rules and cases use, each by one name only, and what Graph calls them by. */

const idOfName: ReadonlyMap<string, string> = new Map(Object.entries(templates));
const nameOfId: ReadonlyMap<string, string> = new Map(Object.entries(templates).map(([name, id]) => [id, name]));

export const GLOBAL_ADMINISTRATOR = 'global_administrator';

/** A role that is not on our list is named after its id, so that it can be shown, compared, and kept. */
const UNLISTED = /^role_([\da-f]{8}(?:_[\da-f]{4}){3}_[\da-f]{12})$/;

const roleNameOf = (id: string): string => {
  const plain = id.toLowerCase();
  return nameOfId.get(plain) ?? `role_${plain.replaceAll('-', '_')}`;
};

export const roleNamesOf = (ids: readonly string[]): readonly string[] => ids.map(roleNameOf);

type IdOf = (name: string) => string | null;

/** What can be asked for. A role in the disguise of its id cannot: the rules would not know it. */
const listed: IdOf = (name) => idOfName.get(name) ?? null;

/** What somebody has already, and keeps. */
export const listedOrNot: IdOf = (name) => listed(name) ?? UNLISTED.exec(name)?.[1]?.replaceAll('_', '-') ?? null;

/** The ids of all these roles; or the names that are none of a role. */
export const roleIdsOf = (
  names: readonly string[],
  idOf: IdOf = listed,
): { readonly ok: true; readonly ids: readonly string[] } | { readonly ok: false; readonly unknown: readonly string[] } => {
  const ids = names.map(idOf);
  return ids.every((id) => id !== null) ? { ok: true, ids } : { ok: false, unknown: names.filter((name) => idOf(name) === null) };
};
