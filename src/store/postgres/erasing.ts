import type { SealedEvent } from '../../cases/history.ts';
import type { Erased, Erasure, KeptCase } from '../../ports.ts';
import { isElsewhere, rowsOfErasure } from '../erasure.ts';
import { keys } from '../keys.ts';
import { Rows } from '../rows.ts';
import { Table } from '../table.ts';
import { notKept } from './committing.ts';
import type { Connections } from './connections.ts';
import { bodyOf } from './keeping.ts';
import type { Records } from './records.ts';
import { guarded, objectionIn } from './statement.ts';
import type { Statement } from './statement.ts';

const caseStatement = ({ case: current, version, head }: KeptCase): Statement =>
  guarded('conflict', 'update handshake_cases set body = $4, tenant = $5 where id = $1 and version = $2 and head = $3', [
    current.id,
    version,
    head,
    bodyOf(current),
    current.customer.tenant?.toLowerCase() ?? null,
  ]);

const eventsStatement = (events: readonly SealedEvent[]): Statement =>
  guarded(
    'conflict',
    `update handshake_events as event set personal = left_over.personal
     from unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) as left_over (case_id, seq, hash, personal)
     where event.case_id = left_over.case_id and event.seq = left_over.seq and event.hash = left_over.hash`,
    [
      events.map(({ caseId }) => caseId),
      events.map(({ seq }) => seq),
      events.map(({ hash }) => hash),
      events.map(({ personal }) => bodyOf(personal)),
    ],
    events.length,
  );

/**
 * Nobody is shown it any more when this has ended. Former versions of rows lie in the files of the database until it has cleaned
 * up, which is its own affair, as its log and its copies are.
 */
export const createErase = (connections: Connections, records: Records): ((erasure: Erasure) => Promise<Erased>) => {
  const thereNow = async (id: string): Promise<Rows> => {
    const [cases, events] = await Promise.all([
      connections.rows('select * from handshake_cases where id = $1', id),
      connections.rows('select * from handshake_events where case_id = $1', id),
    ]);
    const table = new Table<unknown>();
    table.fill([
      ...cases.map((row) => [keys.case(id), records.case(row)] as const),
      ...events.map(records.event).map((event) => [keys.event(id, event.seq), event] as const),
    ]);
    return new Rows(table, connections.name);
  };

  return async (erasure) => {
    const there = await thereNow(erasure.kept.case.id);
    if (isElsewhere(erasure, there)) return { kind: 'conflict' };
    for (const [key, row] of rowsOfErasure(erasure, there)) if (row !== null) there.vouch(key, row);
    const ran = await connections.run(caseStatement(erasure.kept), eventsStatement(erasure.events));
    if (ran.kind === 'done') return { kind: 'erased' };
    if (ran.kind === 'refused' && objectionIn(ran.error.code, ran.error.message) !== null) return { kind: 'conflict' };
    throw notKept(connections.name, ran);
  };
};
