import * as z from 'zod';
import { notAnId } from './asking.ts';
import type { Path } from './asking.ts';
import type { Sent } from './failure.ts';
import { collect, nextOfLink } from './pages.ts';
import type { Call, Service } from './service.ts';
import { maybe, record } from './shapes.ts';

interface Listing<T> extends Pick<Call<T>, 'query' | 'headers' | 'tenant'> {
  /** Where the service stands by its own account: its links lead there. */
  readonly base: string;
  readonly path: Path;
  readonly item: z.ZodType<T>;
}

/** Graph and Azure name it differently. */
const linkOf = maybe(z.string()).transform((link) => (link === '' ? null : link));

/** Everything that Graph or Azure lists under an address, from all pages. */
export const everyPage = async <T>(service: Service, { base, path, item, ...rest }: Listing<T>): Promise<Sent<readonly T[]>> => {
  if (path === null) return notAnId();
  const answer = record({ value: z.array(item), nextLink: linkOf, '@odata.nextLink': linkOf });
  return collect(service, { ...rest, method: 'GET', path, answer }, (page) => ({
    items: page.value,
    next: nextOfLink(base, page['@odata.nextLink'] ?? page.nextLink),
  }));
};
