import { refusedUnasked } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { roleIdsOf } from './role-templates.ts';

/** For one line of a log. */
const LONGEST_LIST = 300;

/** What is asked for with roles in it; with a role that is none, nothing is asked. */
export const withRoleIds = <T>(
  roles: readonly string[],
  send: (ids: readonly string[]) => Promise<Sent<T>>,
  idOf?: Parameters<typeof roleIdsOf>[1],
): Promise<Sent<T>> => {
  const found = roleIdsOf(roles, idOf);
  if (found.ok) return send(found.ids);
  const unknown = found.unknown.join(', ').slice(0, LONGEST_LIST);
  return Promise.resolve(refusedUnasked('unknown-role', `Nothing was asked: these are no built-in directory roles: ${unknown}`));
};
