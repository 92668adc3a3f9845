import { dayText } from './days.ts';
import type { Day, DayText } from './days.ts';
import type { FactPath, Known } from './facts.ts';

/** A value inside a sentence. A label is said in the reader's language; text from outside stays text. */
export type Value =
  string | number | null | { readonly label: string } | { readonly labels: readonly string[] } | { readonly day: DayText };

/** A sentence of `languages`, by its key, and what goes into it. */
export interface Says {
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** What a fact's value is called, e.g. `value.actor.role.sales_agent`. */
export const label = (fact: FactPath, value: string | null): Value => (value === null ? null : { label: `value.${fact}.${value}` });

export const shownDay = (day: Day | null): Value => (day === null ? null : { day: dayText(day) });

export const yourRole = ({ actor }: Known<'actor.role'>) => ({ role: label('actor.role', actor.role) });
