import { failed } from './failure.ts';
import type { Failure, Sent } from './failure.ts';
import type { Call, Service } from './service.ts';

/** Where the next page is: null is nowhere, it was the last one; `elsewhere` is where nobody goes. */
export type Next = Pick<Call<unknown>, 'path' | 'query' | 'headers'> | 'elsewhere' | null;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: Next;
}

const MOST_PAGES = 1000;

const senseless = (path: string, words: string): { readonly ok: false; readonly failure: Failure } =>
  failed({ kind: 'unreadable', words: `${path.split('?')[0] ?? ''}: ${words}` });

/** Everything on all pages, in their order; or the first failure, because half a list looks like a whole one. */
export const collect = async <P, T>(
  service: Service,
  first: Call<P>,
  turn: (body: P) => Page<T>,
  mostPages = MOST_PAGES,
): Promise<Sent<readonly T[]>> => {
  const items: T[] = [];
  const seen = new Set<string>();
  for (let call = first; ;) {
    const page = await service.send(call);
    if (!page.ok) return page;
    const { items: more, next } = turn(page.body);
    for (const item of more) items.push(item);
    if (next === null) return { ...page, body: items };
    if (next === 'elsewhere') return senseless(first.path, 'its next page is at another place');
    const key = JSON.stringify([next.path, next.query, next.headers]);
    if (seen.has(key)) return senseless(first.path, 'its pages go round in a circle');
    if (seen.size + 1 >= mostPages) return senseless(first.path, `it has more than ${mostPages} pages`);
    seen.add(key);
    call = { ...first, query: next.query, path: next.path, headers: { ...first.headers, ...next.headers } };
  }
};

const CONTINUATION = 'ms-continuationtoken';

/** Partner Center's `links.next`: its address has a version or none, and of its headers only the token is passed on. */
export const nextOfLinks = (
  link: { readonly uri: string; readonly headers: readonly { readonly key: string; readonly value: string }[] } | null,
): Next => {
  if (link === null) return null;
  if (!/^\/(?!\/)/.test(link.uri)) return 'elsewhere';
  const token = link.headers.find(({ key }) => key.toLowerCase() === CONTINUATION);
  return {
    path: link.uri.startsWith('/v1/') ? link.uri : `/v1${link.uri}`,
    ...(token === undefined ? {} : { headers: { [CONTINUATION]: token.value } }),
  };
};

/** Graph's `@odata.nextLink`: followed below the address that was asked, and nowhere else. */
export const nextOfLink = (base: string, link: string | null): Next => {
  if (link === null) return null;
  const root = base.replace(/\/$/, '');
  // Azure at times names the port that is meant anyway.
  const roots = root.startsWith('https:') ? [root, root.replace(/^(https:\/\/[^/:]+)(?=\/|$)/, '$1:443')] : [root];
  const found = roots.find((one) => link.startsWith(`${one}/`));
  return found === undefined ? 'elsewhere' : { path: link.slice(found.length) };
};
