import * as z from 'zod';
import { instant } from '../cases/time.ts';

/** Answers come with keys in any case; ours are matched without regard to it, and unknown ones are left out. */
const renamed = (value: unknown, keys: ReadonlyMap<string, string>): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries: [string, unknown][] = [];
  for (const [key, one] of Object.entries(value)) {
    const ours = keys.get(key.toLowerCase());
    if (ours !== undefined) entries.push([ours, one]);
  }
  return Object.fromEntries(entries);
};

export const record = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const keys = new Map(Object.keys(shape).map((key) => [key.toLowerCase(), key]));
  return z.preprocess((value) => renamed(value, keys), z.object(shape));
};

/** A number that some say as text; also an error's code, which some say as a number. */
export const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);
export const code = z.union([z.string(), z.number().transform(String)]);

/** One of these words in any case. What is none of them is never taken for one: it is `unrecognised`. */
export const word = <const W extends string>(words: readonly W[]) =>
  z
    .string()
    .transform((said): W | 'unrecognised' => words.find((one) => one.toLowerCase() === said.toLowerCase()) ?? 'unrecognised');

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/i;
/** Later ones are written longer, and would count as earlier. */
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

/** With Z, with an offset, with seven digits after the point, or without a zone: then it is UTC. */
export const moment = z.string().transform((said, context) => {
  const found = MOMENT.exec(said);
  // Date.parse alone takes a date out of many a sentence. A day without a time is in UTC anyway.
  const isZoned = found?.[1] !== undefined || !/t/i.test(said);
  const at = found === null ? NaN : Date.parse(isZoned ? said : `${said}Z`);
  if (!Number.isNaN(at)) return instant(Math.min(at, LAST_MOMENT));
  context.addIssue({ code: 'custom', message: 'expected a moment' });
  return z.NEVER;
});

/** One of many, of which an odd one must not hide the others: null for what cannot be read. */
export const legible = <T extends z.ZodType>(type: T) =>
  z.unknown().transform((value): z.output<T> | null => type.safeParse(value).data ?? null);

/** Left out or null: there is none. */
export const maybe = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

/** Left out or null: an empty list. */
export const list = <T extends z.ZodType>(type: T) =>
  z
    .array(type)
    .nullish()
    .transform((value) => value ?? []);
