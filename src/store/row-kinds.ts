import * as z from 'zod';
import { Case, kinds } from '../cases/case.ts';
import { Effect } from '../cases/effect.ts';
import { SealedEvent } from '../cases/history.ts';
import { CaseId } from '../cases/ids.ts';
import { Instant } from '../cases/time.ts';
import type { DayHead, KeptAnswer, KeptCase, KeptEffect, Note, SentCard } from '../ports.ts';
import { keys } from './keys.ts';
import type { Key } from './table.ts';

/** A kind of row: what it has to be, and under which key it has to stand. */
export interface RowKind<T> {
  readonly shape: z.ZodType<T>;
  readonly keyOf: (row: T) => Key;
}

const kind = <T>(shape: z.ZodType<T>, keyOf: (row: T) => Key): RowKind<T> => ({ shape, keyOf });

const count = z.int().min(0);

/** Short enough to be found like any other, and nothing in it that no terminal and no database would show. */
const noteKey = z
  .string()
  .min(1)
  .max(500)
  .refine((key) => key.isWellFormed() && !/\p{Cc}/u.test(key), 'only text that can be shown');

export const rowKinds = {
  case: kind<KeptCase>(z.object({ case: Case, version: count, head: z.string() }), (row) => keys.case(row.case.id)),
  event: kind<SealedEvent>(SealedEvent, ({ caseId, seq }) => keys.event(caseId, seq)),
  effect: kind<KeptEffect>(
    z.object({
      id: z.string(),
      caseId: CaseId,
      lane: z.string(),
      order: count,
      effect: Effect,
      state: z.enum(['waiting', 'claimed', 'given-up']),
      since: Instant,
      dueAt: Instant,
      claim: count,
      failures: count,
      isUncertain: z.boolean(),
      trouble: z.string().nullable(),
    }),
    ({ id }) => keys.effect(id),
  ),
  answer: kind<KeptAnswer>(z.object({ key: z.string(), command: z.string(), answer: z.unknown(), at: Instant }), ({ key }) =>
    keys.answer(key),
  ),
  sent: kind<SentCard>(z.object({ caseId: CaseId, place: z.string(), activityId: z.string(), at: Instant }), ({ caseId, place }) =>
    keys.sent(caseId, place),
  ),
  head: kind<DayHead>(z.object({ day: z.string(), cases: count, events: count, hash: z.string() }), ({ day }) => keys.head(day)),
  note: kind<Note>(z.object({ key: noteKey, version: z.int().min(1), value: z.unknown() }), ({ key }) => keys.note(key)),
};

/** As much of a case as says when it is due: parsing all of every case would make a long start. */
export const timesOfCase = z.object({ case: z.object({ deadlines: z.array(z.object({ at: Instant })) }) });

/** As much of a case as says which other one it is about. */
export const subjectOfCase = z
  .object({ case: z.object({ proposal: z.object({ of: CaseId.nullish() }) }) })
  .transform((kept) => kept.case.proposal.of ?? null);

/** And as much as says which customer, by the tenant. */
export const customerOfCase = z
  .object({ case: z.object({ customer: z.object({ tenant: z.string().toLowerCase().nullable() }) }) })
  .transform((kept) => kept.case.customer.tenant);

/** And as much as says whether it is over: its kind and its status. */
export const standingOfCase = z
  .object({ case: z.object({ kind: z.enum(kinds), status: z.string() }) })
  .transform((kept) => kept.case);

type Issue = z.core.$ZodIssue;

/** A union says nothing by itself: the branch with the fewest objections is the one that was meant. */
const meant = (issue: Issue): Issue => {
  const [branch] = issue.code === 'invalid_union' ? issue.errors.toSorted((one, other) => one.length - other.length) : [];
  const [first] = branch ?? [];
  return first === undefined ? issue : { ...meant(first), path: [...issue.path, ...meant(first).path] };
};

/** Why a row is not of a kind; null when it is. */
export const objectionTo = <T>({ shape, keyOf }: RowKind<T>, key: Key, row: unknown): string | null => {
  const read = shape.safeParse(row);
  if (!read.success) return read.error.issues.slice(0, 1).map(wordsOf).join();
  return keyOf(read.data) === key ? null : `it belongs under ${keyOf(read.data)}`;
};

export const wordsOf = (issue: Issue): string => {
  const { path, message } = meant(issue);
  return `${path.join('.') || 'the whole'}: ${message}`;
};
