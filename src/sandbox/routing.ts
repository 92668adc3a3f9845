import createRouter from 'find-my-way';
import type { HTTPMethod } from 'find-my-way';
import type { Asked, Claims } from './exchange.ts';
import type { World } from './world.ts';

export type Parameters = Readonly<Record<string, string | undefined>>;

/** One request of somebody who may ask it. */
export interface Call {
  readonly asked: Asked;
  readonly world: World;
  readonly parameters: Parameters;
  readonly claims: Claims;
}

/** Method and path with `:names` for what varies, and what answers there. */
export type Route<Answer> = readonly [method: HTTPMethod, path: string, answer: Answer];

/** Longer than any id in a path: two guids and a dash, or a call with a domain in it. */
const LONGEST_PARAMETER = 300;

/** Finds who answers; null where nobody does, also for paths that make no sense. */
export const createRouting = <Answer>(routes: readonly Route<Answer>[]) => {
  const router = createRouter({ caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: LONGEST_PARAMETER });
  for (const [method, path, answer] of routes) router.on(method, path, () => undefined, answer);
  return (method: string, path: string): { readonly answer: Answer; readonly parameters: Parameters } | null => {
    const found = router.find(method as HTTPMethod, path);
    return found === null ? null : { answer: found.store as Answer, parameters: found.params };
  };
};
