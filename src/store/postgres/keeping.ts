import { isOver } from '../../cases/case.ts';
import { unsealedAt } from '../../cases/history.ts';
import type { SealedEvent } from '../../cases/history.ts';
import { earliest } from '../../cases/time.ts';
import type { Change, DayHead, KeptAnswer, KeptCase, KeptEffect, NoteChange, SentCard } from '../../ports.ts';
import { rowsOf } from '../changes.ts';
import type { NewRow } from '../changes.ts';
import { kindAndName } from '../keys.ts';
import { Rows } from '../rows.ts';
import { Table } from '../table.ts';
import { changedEffects } from './changed-effects.ts';
import { guarded } from './statement.ts';
import type { Statement } from './statement.ts';
import { areKeepable, sortKey } from './text.ts';

export const bodyOf = (record: object): string => JSON.stringify(record);

const caseStatement = ({ case: current, version, head }: KeptCase, expected: number): Statement => {
  const about = 'of' in current.proposal ? current.proposal.of : null;
  const dueAt = earliest(current.deadlines.map(({ at }) => at));
  const tenant = current.customer.tenant?.toLowerCase() ?? null;
  const values = [current.id, version, head, isOver(current), dueAt, about ?? null, tenant, bodyOf(current)];
  if (expected > 0)
    return guarded(
      'conflict',
      `update handshake_cases set version = $2, head = $3, is_over = $4, due_at = $5, about = $6, tenant = $7, body = $8
       where id = $1 and version = $9`,
      [...values, expected],
    );
  return guarded(
    'conflict',
    `insert into handshake_cases (id, version, head, is_over, due_at, about, tenant, body, sort_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [...values, sortKey(current.id)],
  );
};

const eventsStatement = (events: readonly SealedEvent[]): Statement =>
  guarded(
    'conflict',
    `insert into handshake_events (case_id, seq, at, text, hash, personal)
     select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[]) on conflict do nothing`,
    [
      events.map(({ caseId }) => caseId),
      events.map(({ seq }) => seq),
      events.map(unsealedAt),
      events.map(({ text }) => text),
      events.map(({ hash }) => hash),
      events.map(({ personal }) => bodyOf(personal)),
    ],
    events.length,
  );

/** The same text for the same answer, so that one that is there can be known again. */
export const answerBody = ({ key, command, answer, at }: KeptAnswer): string => bodyOf({ key, command, answer, at });

const answerStatement = (answer: KeptAnswer): Statement =>
  guarded('conflict', 'insert into handshake_answers (key, at, body) values ($1, $2, $3) on conflict do nothing', [
    answer.key,
    answer.at,
    answerBody(answer),
  ]);

const effectsStatement = (effects: readonly KeptEffect[]): Statement =>
  guarded(
    'taken',
    `insert into handshake_effects
       (id, sort_key, case_id, lane, ordinal, turn, effect, state, since, due_at, claim, failures, is_uncertain, trouble)
     select id, sort_key, case_id, lane, ordinal, 2, effect, 'waiting', since, due_at, 0, 0, false, null
     from unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[], $8::timestamptz[])
       as wanted (id, sort_key, case_id, lane, ordinal, effect, since, due_at) on conflict do nothing`,
    [
      effects.map(({ id }) => id),
      effects.map(({ id }) => sortKey(id)),
      effects.map(({ caseId }) => caseId),
      effects.map(({ lane }) => lane),
      effects.map(({ order }) => order),
      effects.map(({ effect }) => bodyOf(effect)),
      effects.map(({ since }) => since),
      effects.map(({ dueAt }) => dueAt),
    ],
    effects.length,
  );

const sentStatement = ({ caseId, place, activityId, at }: SentCard): Statement => ({
  text: `insert into handshake_sent_cards (case_id, place, activity_id, at) values ($1, $2, $3, $4)
    on conflict (case_id, place) do update set activity_id = excluded.activity_id, at = excluded.at`,
  values: [caseId, place, activityId, at],
});

const headStatement = ({ day, cases, events, hash }: DayHead): Statement =>
  guarded(
    'conflict',
    `insert into handshake_heads (day, cases, events, hash) values ($1, $2, $3, $4)
     on conflict (day) do update set cases = excluded.cases, events = excluded.events where handshake_heads.hash = excluded.hash`,
    [day, cases, events, hash],
  );

const noteStatement = ({ key, expected, value }: NoteChange): Statement => {
  if (value === null && expected === 0)
    return {
      text: `select cast(case when count(*) = 0 then '1' else 'conflict' end as integer) from handshake_notes where key = $1`,
      values: [key],
    };
  if (value === null) return guarded('conflict', 'delete from handshake_notes where key = $1 and version = $2', [key, expected]);
  const text = JSON.stringify(value);
  if (expected === 0)
    return guarded(
      'conflict',
      'insert into handshake_notes (key, sort_key, version, value) values ($1, $2, 1, $3) on conflict do nothing',
      [key, sortKey(key), text],
    );
  return guarded('conflict', 'update handshake_notes set version = version + 1, value = $3 where key = $1 and version = $2', [
    key,
    expected,
    text,
  ]);
};

/** The new records of a change, each vouched for: what could not be read again is refused before anything is sent. */
const newRecordsOf = (change: Change): readonly NewRow[] => {
  const nothing = new Rows(new Table<unknown>(), 'a change');
  const rows = rowsOf(change, nothing);
  for (const [key, row] of rows) if (row !== null) nothing.vouch(key, row);
  return rows;
};

/** The objections come in the order in which every store makes them: who is fenced off hears of nothing else. */
export const statementsOf = (change: Change): readonly Statement[] => {
  const rows = newRecordsOf(change);
  const of = <T>(kind: string): T[] => rows.filter(([key]) => kindAndName(key)[0] === kind).map(([, row]) => row as T);
  const [events, effects] = [of<SealedEvent>('event'), of<KeptEffect>('effect')];
  const { next, answer, head, sent = [], notes = [] } = change;
  const statements = [
    ...changedEffects(change),
    ...(next ? [caseStatement(next.kept, next.expected)] : []),
    ...(events.length > 0 ? [eventsStatement(events)] : []),
    ...(answer ? [answerStatement(answer)] : []),
    // Two who change the same notes come upon them in the same order.
    ...notes.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(noteStatement),
    ...(head ? [headStatement(head)] : []),
    ...(effects.length > 0 ? [effectsStatement(effects)] : []),
    ...sent.map(sentStatement),
  ];
  if (statements.some(({ values }) => !areKeepable(values)))
    throw new TypeError('a text in it cannot be kept: NUL, or half a letter');
  return statements;
};
