import * as z from 'zod';
import { jsonIn } from '../json.ts';
import { failed } from './answers.ts';
import type { Failed } from './answers.ts';

/** What of an item can be asked about, by its path. */
export type Readable<Item> = Readonly<Record<string, (item: Item) => string | null>>;

/** What a collection lets its callers choose. */
export interface Choices<Item> {
  readonly longestPage: number;
  readonly filters?: Readable<Item>;
  readonly orders?: Readable<Item>;
}

export interface Wishes {
  readonly top: number;
  readonly from: number;
  readonly count: boolean;
  readonly filter: string | null;
  readonly orderBy: string | null;
  readonly select: string | null;
}

const OFFERED = ['$top', '$skipToken', '$count', '$filter', '$orderby', '$select'];

const Continuation = z.object({
  from: z.int().min(0),
  filter: z.string().nullable(),
  orderBy: z.string().nullable(),
  select: z.string().nullable(),
});

/** Where the next page begins, and of what; nobody else has to understand it. */
export const tokenFor = ({ from, filter, orderBy, select }: Wishes): string =>
  Buffer.from(JSON.stringify({ from, filter, orderBy, select })).toString('base64url');

const continuationIn = (token: string): z.infer<typeof Continuation> | null =>
  Continuation.safeParse(jsonIn(Buffer.from(token, 'base64url').toString('utf8'))).data ?? null;

const topIn = (text: string | null, longest: number): number | null => {
  if (text === null) return longest;
  const top = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return top >= 1 && top <= longest ? top : null;
};

/** What the caller wants of a collection, or what is wrong with it. */
export const wishesIn = (query: URLSearchParams, longestPage: number): Wishes | Failed => {
  const unknown = [...query.keys()].find((key) => key.startsWith('$') && !OFFERED.includes(key));
  if (unknown !== undefined) return failed(400, `The query option '${unknown}' is not supported.`);
  const top = topIn(query.get('$top'), longestPage);
  if (top === null) return failed(400, `The limit of '${longestPage}' for Top query has been exceeded, or it is no number.`);
  const count = query.get('$count') === 'true';
  const token = query.get('$skipToken');
  if (token === null) {
    const [filter, orderBy, select] = [query.get('$filter'), query.get('$orderby'), query.get('$select')];
    return { top, from: 0, count, filter, orderBy, select };
  }
  const continuation = continuationIn(token);
  return continuation === null ? failed(400, 'The skip token is not valid.') : { top, count, ...continuation };
};
