import type { Call } from '../routing.ts';
import { contextOf, urlOf } from './answers.ts';
import type { Answered, Failed } from './answers.ts';
import { tokenFor, wishesIn } from './options.ts';
import type { Choices, Wishes } from './options.ts';
import { arranged, isFailed, selected } from './queries.ts';
import type { Entity } from './queries.ts';

interface Collection<Item> extends Choices<Item> {
  /** Where it is found, below the version. */
  readonly path: string;
  /** How Graph's model calls it; the path, unless said otherwise. */
  readonly context?: string;
  readonly items: readonly Item[];
  readonly write: (item: Item) => Entity;
  /** What is sent of an item where nobody selects anything; all, unless said otherwise. */
  readonly usually?: string;
}

const written = <Item>(page: readonly Item[], write: (item: Item) => Entity, select: string | null): readonly Entity[] | Failed => {
  const entities: Entity[] = [];
  for (const item of page) {
    const entity = selected(write(item), select);
    if (isFailed(entity)) return entity;
    entities.push(entity);
  }
  return entities;
};

const nextLink = (call: Call, path: string, wishes: Wishes): string =>
  urlOf(call, `${path}?$top=${wishes.top}&$skipToken=${tokenFor({ ...wishes, from: wishes.from + wishes.top })}`);

/** One page of a collection, as the caller wants it. */
export const pageOf = <Item>(call: Call, collection: Collection<Item>): Answered => {
  const { path, context = path, write, usually = null } = collection;
  const wishes = wishesIn(call.asked.query, collection.longestPage);
  if ('failed' in wishes) return wishes;
  const wanted = arranged(collection.items, wishes, collection);
  if ('failed' in wanted) return wanted;
  const end = wishes.from + wishes.top;
  const value = written(wanted.slice(wishes.from, end), write, wishes.select ?? usually);
  if ('failed' in value) return value;
  return {
    status: 200,
    body: {
      ...contextOf(call, wishes.select === null ? context : `${context}(${wishes.select})`),
      ...(wishes.count && { '@odata.count': wanted.length }),
      ...(end < wanted.length && { '@odata.nextLink': nextLink(call, path, wishes) }),
      value,
    },
  };
};

/** One thing by itself. */
export const entityOf = (call: Call, context: string, entity: Entity, usually: string | null = null): Answered => {
  const wanted = call.asked.query.get('$select');
  const chosen = selected(entity, wanted ?? usually);
  if (isFailed(chosen)) return chosen;
  const etag = entity['@odata.etag'];
  return {
    status: 200,
    headers: typeof etag === 'string' ? { ETag: etag } : {},
    body: { ...contextOf(call, wanted === null ? `${context}/$entity` : `${context}(${wanted})/$entity`), ...chosen },
  };
};
