import { failed } from './answers.ts';
import type { Failed } from './answers.ts';
import type { Choices, Readable, Wishes } from './options.ts';

const CONDITION = /([\w/]+) eq '((?:[^']|'')*)'/;
const CONDITIONS = new RegExp(`^\\s*${CONDITION.source}(?: and ${CONDITION.source})*\\s*$`);

const isAbout = <Item>(item: Item, read: ((item: Item) => string | null) | undefined, value: string): boolean =>
  read?.(item)?.toLowerCase() === value.toLowerCase();

/** `path eq 'value'`, and several of them with `and` between; nothing else. */
const filtered = <Item>(items: readonly Item[], filter: string | null, readable: Readable<Item>): readonly Item[] | Failed => {
  if (filter === null) return items;
  if (!CONDITIONS.test(filter)) return failed(400, 'Invalid filter clause.');
  const conditions = [...filter.matchAll(new RegExp(CONDITION, 'g'))].map(([, path = '', value = '']) => ({
    path,
    value: value.replaceAll("''", "'"),
  }));
  const unknown = conditions.find(({ path }) => !Object.hasOwn(readable, path));
  if (unknown !== undefined) return failed(400, `Invalid filter clause: '${unknown.path}' cannot be filtered by.`);
  return items.filter((item) => conditions.every(({ path, value }) => isAbout(item, readable[path], value)));
};

const ORDER = /^([\w/]+)(?: (asc|desc))?$/;

/** By one path, up or down. */
const ordered = <Item>(items: readonly Item[], orderBy: string | null, readable: Readable<Item>): readonly Item[] | Failed => {
  if (orderBy === null) return items;
  const [, path = '', direction] = ORDER.exec(orderBy.trim()) ?? [];
  const read = Object.hasOwn(readable, path) ? readable[path] : undefined;
  if (read === undefined) return failed(400, `Invalid orderby clause: '${orderBy}'.`);
  const sign = direction === 'desc' ? -1 : 1;
  const valueOf = (item: Item): string => read(item) ?? '';
  return items.toSorted((one, other) => sign * (valueOf(one) < valueOf(other) ? -1 : Number(valueOf(one) > valueOf(other))));
};

/** Those the caller wants, in the order they want. */
export const arranged = <Item>(
  items: readonly Item[],
  { filter, orderBy }: Wishes,
  { filters = {}, orders = {} }: Choices<Item>,
): readonly Item[] | Failed => {
  const chosen = filtered(items, filter, filters);
  return 'failed' in chosen ? chosen : ordered(chosen, orderBy, orders);
};

export type Entity = Readonly<Record<string, unknown>>;

/** An entity has names that Graph has given; none is `failed`. */
export const isFailed = (one: Entity | Failed): one is Failed => 'failed' in one;

/** Only these properties, and what Graph says of every item. */
export const selected = (entity: Entity, select: string | null): Entity | Failed => {
  if (select === null) return entity;
  const wanted = select.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !Object.hasOwn(entity, name));
  if (unknown !== undefined) return failed(400, `Could not find a property named '${unknown}'.`);
  return Object.fromEntries(Object.entries(entity).filter(([name]) => name.startsWith('@') || wanted.includes(name)));
};
