import type { Asked, Reply } from '../exchange.ts';
import { refusals } from './errors.ts';

interface Header {
  readonly key: string;
  readonly value: string;
}

/** A link as it stands in bodies: relative, and without the version. */
export const link = (uri: string, headers: readonly Header[] = []) => ({ uri, method: 'GET', headers });

export const attributes = (objectType: string) => ({ attributes: { objectType } });

/** A list in its envelope. Some services put no links on it. */
export const collection = (items: readonly unknown[], links?: object): Reply => ({
  status: 200,
  body: { totalCount: items.length, items, ...(links && { links }), ...attributes('Collection') },
});

interface Paging {
  readonly most: number;
  /** The path without the version. */
  readonly path: string;
  /** What the list calls itself; left out, as it was asked for. */
  readonly self?: string;
}

const tokenOf = (page: number): string => Buffer.from(`SIMULATED-PAGE-${page}`).toString('base64');

/** Which page is asked for, from 1; null where the token is none of ours. */
const pageAsked = ({ query, headers }: Asked): number | null => {
  if (query.get('seekOperation') !== 'Next') return 1;
  const token = Buffer.from(headers['ms-continuationtoken'] ?? '', 'base64').toString('utf8');
  const page = /^SIMULATED-PAGE-([1-9]\d{0,5})$/.exec(token)?.[1];
  return page === undefined ? null : Number(page);
};

const sizeAsked = ({ query }: Asked, most: number): number | null => {
  const size = query.get('size') ?? '0';
  if (!/^\d{1,6}$/.test(size)) return null;
  return Number(size) === 0 ? most : Math.min(Number(size), most);
};

const withQuery = (path: string, query: URLSearchParams): string => (query.size === 0 ? path : `${path}?${query.toString()}`);

const nextOf = (asked: Asked, path: string, page: number) => {
  const query = new URLSearchParams(asked.query);
  query.set('seekOperation', 'Next');
  return link(withQuery(path, query), [{ key: 'MS-ContinuationToken', value: tokenOf(page + 1) }]);
};

/** One page of a list. Whoever wants the next one sends its link, and the token that stands beside it. */
export const pageOf = <Thing>(asked: Asked, things: readonly Thing[], shape: (thing: Thing) => unknown, paging: Paging): Reply => {
  const { most, path, self } = paging;
  const page = pageAsked(asked);
  const size = sizeAsked(asked, most);
  if (page === null) return refusals.badInput('The continuation token is missing or not valid.');
  if (size === null) return refusals.badInput('The page size is not a number.');
  const items = things.slice((page - 1) * size, page * size).map(shape);
  const hasMore = things.length > page * size;
  return collection(items, {
    self: link(self ?? withQuery(path, asked.query)),
    ...(hasMore && { next: nextOf(asked, path, page) }),
  });
};
