import type { Instant } from '../cases/time.ts';
import { cloudLacks } from './ties.ts';
import { secondsFor } from './timing.ts';
import type { AuditRecord, News, World } from './world.ts';

/** News on its way to a partner who has registered for it. */
export interface Notice {
  readonly news: News & { readonly event: string };
  readonly auditId: string | null;
  readonly at: Instant;
}

export type Deliver = (notice: Notice) => void;

/** The years that .NET counts before 1970, in its steps of 100 ns. */
const TICKS_BEFORE_1970 = 621_355_968_000_000_000n;

const ticksOf = (at: Instant, one: number): bigint => BigInt(Date.parse(at)) * 10_000n + TICKS_BEFORE_1970 + BigInt(one);

/** How many records this very moment has already: records are in the order of time. */
const sameMoment = (audit: readonly AuditRecord[], at: Instant): number =>
  audit.length - 1 - audit.findLastIndex(({ operationDate }) => operationDate !== at);

const pascal = (words: string): string =>
  words
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const recordOf = (world: Pick<World, 'audit' | 'now'>, news: News, operation: string): AuditRecord => {
  const at = world.now();
  const ticks = ticksOf(at, sameMoment(world.audit, at));
  const parts = [news.partner, news.customer, news.resourceId, operation.replaceAll('_', ''), ticks];
  return {
    id: parts.filter((part) => part !== null).join('_'),
    partner: news.partner,
    customer: news.customer,
    resourceType: news.resourceType,
    operationType: operation,
    operationDate: at,
    oldValue: null,
    newValue: news.newValue === undefined ? null : JSON.stringify(news.newValue),
    customizedData: news.resourceId === null ? [] : [{ key: `${pascal(news.resourceType)}Id`, value: news.resourceId }],
  };
};

const keepsRecords = (world: Pick<World, 'partners'>, partner: string): boolean =>
  !cloudLacks(world.partners.get(partner)?.cloud ?? 'global', 'audit-records');

/** Delivers news a little later. */
export const sendWith =
  (world: Omit<World, 'announce' | 'send'>, deliver: Deliver): World['send'] =>
  (notice) => {
    world.notices.add(notice);
    world.inSeconds(secondsFor(world, 'webhook'), () => {
      world.notices.delete(notice);
      deliver(notice);
    });
  };

/** Writes the audit record, and sends word to the partner if the event is on its list. */
export const announceTo =
  (world: Omit<World, 'announce' | 'send'>, send: World['send']) =>
  (news: News): void => {
    const record = news.operation === null || !keepsRecords(world, news.partner) ? null : recordOf(world, news, news.operation);
    if (record !== null) world.audit.push(record);
    const { event } = news;
    if (event === null || !(world.registrations.get(news.partner)?.events.includes(event) ?? false)) return;
    send({ news: { ...news, event }, auditId: record?.id ?? null, at: world.now() });
  };
