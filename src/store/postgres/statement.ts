/** One statement with the values of its `$1`, `$2` … */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export type Row = Readonly<Record<string, unknown>>;

/** fenced and conflict as everywhere; taken: an effect of this name is there already. */
export type Objection = 'fenced' | 'conflict' | 'taken';

/**
 * Changes as many rows as it should, or fails, and with it all that is to be kept together with it. No number looks like the
 * objection; that is how it fails in a database that knows nothing but plain SQL.
 */
export const guarded = (objection: Objection, text: string, values: readonly unknown[], rows = 1): Statement => ({
  text: `with kept as (${text} returning 1)
    select cast(case when count(*) = ${rows} then '1' else '${objection}' end as integer) from kept`,
  values,
});

/** However the language of the server quotes it. */
const OBJECTION = /\b(fenced|conflict|taken)\b/;

/** Which of our own objections a message of the server is about; null for any other trouble. */
export const objectionIn = (code: string | undefined, message: string): Objection | null =>
  code === '22P02' ? ((OBJECTION.exec(message)?.[1] ?? null) as Objection | null) : null;
