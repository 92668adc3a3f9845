import * as z from 'zod';
import { notAnId } from '../wire/asking.ts';
import type { Path } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import { collect, nextOfLinks } from '../wire/pages.ts';
import type { Service } from '../wire/service.ts';
import { list, maybe, record } from '../wire/shapes.ts';
import { filled } from './answers.ts';

const Header = record({ key: z.string(), value: z.string() });

const pageOf = <T>(item: z.ZodType<T>) =>
  record({
    // Their count is of the page, not of the whole: nothing relies on it.
    items: z.array(item),
    links: maybe(record({ next: maybe(record({ uri: z.string(), headers: list(Header) })) })),
    continuationToken: filled,
  }).transform(({ items, links, continuationToken }) => {
    const link = links?.next ?? null;
    const token = continuationToken === null ? [] : [{ key: 'MS-ContinuationToken', value: continuationToken }];
    return { items, next: nextOfLinks(link && { ...link, headers: [...link.headers, ...token] }) };
  });

/** All that a list holds, on however many pages. */
export const askAll = async <T>(
  service: Service,
  { path, query }: { readonly path: Path; readonly query?: Readonly<Record<string, string>> },
  item: z.ZodType<T>,
): Promise<Sent<readonly T[]>> =>
  path === null
    ? notAnId()
    : collect(service, { method: 'GET', path, ...(query && { query }), answer: pageOf(item) }, (page) => page);
