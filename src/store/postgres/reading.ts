import { instant } from '../../cases/time.ts';
import type { CaseId } from '../../cases/ids.ts';
import type { Instant } from '../../cases/time.ts';
import type { Store } from '../../ports.ts';
import { places } from '../changes.ts';
import { keys } from '../keys.ts';
import { byTurn } from '../reads.ts';
import { nextEffectDue } from './claiming.ts';
import type { Connections } from './connections.ts';
import type { InOrder } from './in-order.ts';
import type { Records } from './records.ts';
import type { Row } from './statement.ts';
import { sortKey } from './text.ts';

type Reads = Omit<Store, 'commit' | 'claim' | 'forgetAnswers' | 'erase' | 'close'>;

const EVERY_CASE = keys.case('');
const EVERY_EFFECT = keys.effect('');
const EVERY_NOTE = keys.note('');

/** Longer than any key of a note. */
const LAST = Buffer.alloc(1001, 0xff);

/** Behind every key that begins so. */
const behind = (prefix: string): Buffer => Buffer.concat([sortKey(prefix), LAST]);

const atOf = (row: Row | undefined): Instant | null => (row?.at == null ? null : instant(Number(row.at)));

const one = <T>(rows: readonly Row[], record: (row: Row) => T): T | null => {
  const [row] = rows;
  return row === undefined ? null : record(row);
};

/** Nothing is remembered from one reading to the next: another process may have changed it. */
export const readsOf = (connections: Pick<Connections, 'rows'>, records: Records, order: InOrder): Reads => {
  const rows = connections.rows.bind(connections);

  const casesBy = (condition: string, value: string) =>
    order.readAll(EVERY_CASE, async () =>
      (await rows(`select * from handshake_cases where ${condition} = $1 order by came`, value)).map(records.case),
    );

  const page = (condition: string, after: CaseId | null, limit: number) =>
    order.readAll(EVERY_CASE, async () =>
      (
        await rows(
          `select * from handshake_cases where ${condition} sort_key > $1 order by sort_key limit $2`,
          sortKey(after ?? ''),
          limit,
        )
      ).map(records.case),
    );

  const dueNext = async (after: Instant | null): Promise<Instant | null> => {
    const deadlines = 'select min(due_at) as at from handshake_cases where $1::timestamptz is null or due_at > $1';
    const found = await Promise.all([deadlines, nextEffectDue].map(async (text) => atOf((await rows(text, after))[0])));
    return found.filter((at) => at !== null).sort()[0] ?? null;
  };

  return {
    case: (id) =>
      order.read(places.case(id), async () => one(await rows('select * from handshake_cases where id = $1', id), records.case)),
    cases: (after, limit) => page('', after, limit),
    openCases: (after, limit) => page('not is_over and', after, limit),
    casesAbout: (id) => casesBy('about', id),
    casesOf: (tenant) => casesBy('tenant', tenant.toLowerCase()),
    history: (id) =>
      order.read(places.history(id), async () =>
        (await rows('select * from handshake_events where case_id = $1 order by seq', id)).map(records.event),
      ),
    answer: (key) =>
      order.read(places.answer(key), async () =>
        one(await rows('select * from handshake_answers where key = $1', key), records.answer),
      ),
    sentCards: (id) =>
      order.read(places.sent(id), async () =>
        (await rows('select * from handshake_sent_cards where case_id = $1', id))
          .map(records.sent)
          .sort((card, other) => (card.place < other.place ? -1 : 1)),
      ),
    note: (key) =>
      order.read(places.note(key), async () => one(await rows('select * from handshake_notes where key = $1', key), records.note)),
    notes: (prefix, after, limit) =>
      order.readAll(EVERY_NOTE, async () =>
        (
          await rows(
            `select * from handshake_notes where sort_key >= $1 and sort_key < $2 and sort_key > $3 order by sort_key limit $4`,
            sortKey(prefix),
            behind(prefix),
            sortKey(after ?? ''),
            limit,
          )
        ).map(records.note),
      ),

    dueCases: (now, limit) =>
      order.readAll(EVERY_CASE, async () =>
        (await rows('select * from handshake_cases where due_at <= $1 order by due_at, sort_key limit $2', now, limit)).map(
          records.case,
        ),
      ),
    // What is due is often on its way to being done: whoever was told of it now would ask again and again.
    nextDue: (after = null) => order.readAll('', () => dueNext(after)),
    deadLetters: async () =>
      order.readAll(EVERY_EFFECT, async () =>
        (await rows(`select * from handshake_effects where state = 'given-up' order by since, sort_key`)).map(records.effect),
      ),
    effect: (id) =>
      order.read(places.effect(id), async () =>
        one(await rows('select * from handshake_effects where id = $1', id), records.effect),
      ),
    effectsOf: (id) =>
      order.readAll(EVERY_EFFECT, async () =>
        (await rows('select * from handshake_effects where case_id = $1', id)).map(records.effect).sort(byTurn),
      ),

    // The latest of all: where several processes keep events, the one that was kept last need not be it.
    lastEventAt: () => order.readAll('event/', async () => atOf((await rows('select max(at) as at from handshake_events'))[0])),
    heads: () =>
      order.read(places.heads, async () =>
        (await rows('select * from handshake_heads')).map(records.head).sort((head, other) => (head.day < other.day ? -1 : 1)),
      ),
  };
};
