import type { Failure, Sent } from '../wire/failure.ts';

/** Graph's codes are not to be relied on: status and phrase tell what it means. */
const meaningOf = (failure: Failure): Failure => {
  if (failure.kind !== 'refused' || failure.status !== 400) return failure;
  if (/access container does not exist/i.test(failure.words)) return { ...failure, code: GROUP_IS_GONE };
  // An assignment that has changed since is told with 400, everything else with 412.
  if (/\be-?tag\b|\bif-match\b/i.test(failure.words)) return { kind: 'stale', code: failure.code, words: failure.words };
  return failure;
};

/** The code under which a group that is not in our directory any more is refused. */
const GROUP_IS_GONE = 'group-is-gone';

export const understood = <T>(sent: Sent<T>): Sent<T> => (sent.ok ? sent : { ok: false, failure: meaningOf(sent.failure) });
