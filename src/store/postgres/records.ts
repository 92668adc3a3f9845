import { instant } from '../../cases/time.ts';
import { keys } from '../keys.ts';
import type { rowKinds } from '../row-kinds.ts';
import { Rows } from '../rows.ts';
import type { Key } from '../table.ts';
import type { Row } from './statement.ts';

/** What a row of a table says, as the record that was kept. Throws when it cannot be what this program has put there. */
export const createRecords = (name: string) => {
  const record = <K extends keyof typeof rowKinds>(kind: K, key: Key, read: () => unknown) => {
    const found = new Rows({ get: read, glance: read, has: () => true }, name).read(kind, key);
    if (found === null) throw new TypeError(`${key} was read and is not there`);
    return found;
  };

  /** Inside of a record that is read, so that text which is no JSON is told like any other damage. */
  const json = (text: unknown): unknown => JSON.parse(String(text));

  // Numbers may be larger than what the driver would take for one; the largest of ours is not.
  const instantOf = (at: unknown): string => instant(Number(at));

  return {
    case: ({ id, version, head, body }: Row) =>
      record('case', keys.case(String(id)), () => ({ case: json(body), version: Number(version), head })),
    event: ({ case_id: caseId, seq, text, hash, personal }: Row) =>
      record('event', keys.event(String(caseId), Number(seq)), () => ({
        caseId,
        seq: Number(seq),
        text,
        hash,
        personal: json(personal),
      })),
    effect: (row: Row) =>
      record('effect', keys.effect(String(row.id)), () => ({
        id: row.id,
        caseId: row.case_id,
        lane: row.lane,
        order: Number(row.ordinal),
        effect: json(row.effect),
        state: row.state,
        since: instantOf(row.since),
        dueAt: instantOf(row.due_at),
        claim: Number(row.claim),
        failures: Number(row.failures),
        isUncertain: row.is_uncertain,
        trouble: row.trouble,
      })),
    answer: ({ key, body }: Row) => record('answer', keys.answer(String(key)), () => json(body)),
    sent: ({ case_id: caseId, place, activity_id: activityId, at }: Row) =>
      record('sent', keys.sent(String(caseId), String(place)), () => ({
        caseId,
        place,
        activityId,
        at: instantOf(at),
      })),
    head: ({ day, cases, events, hash }: Row) =>
      record('head', keys.head(String(day)), () => ({ day, cases: Number(cases), events: Number(events), hash })),
    note: ({ key, version, value }: Row) =>
      record('note', keys.note(String(key)), () => ({ key, version: Number(version), value: json(value) })),
  };
};

export type Records = ReturnType<typeof createRecords>;
