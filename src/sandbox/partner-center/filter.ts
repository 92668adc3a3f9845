import * as z from 'zod';
import type { Asked } from '../exchange.ts';

export interface Filter {
  readonly field: string;
  readonly value: string;
  readonly operator: string;
}

const Shape = z.object({ Field: z.string(), Value: z.string(), Operator: z.string() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The shape check refuses what is no JSON.
    return undefined;
  }
};

interface Allowed {
  readonly fields: readonly string[];
  readonly operators: readonly string[];
}

/** The filter of a list; undefined where none is set, null where it makes no sense. */
export const parseFilter = ({ query }: Asked, { fields, operators }: Allowed): Filter | null | undefined => {
  const text = query.get('filter');
  if (text === null) return undefined;
  const filter = Shape.safeParse(parsed(text));
  if (!filter.success) return null;
  const { Field: field, Value: value, Operator: operator } = filter.data;
  return fields.includes(field) && operators.includes(operator) ? { field, value, operator } : null;
};
