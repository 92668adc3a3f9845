import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { bare } from '../cases/people.ts';
import { Role } from '../policy/index.ts';
import { weekdays } from '../cases/nights.ts';

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // That it throws is how it says no.
    return false;
  }
};

const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time like 07:00')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const Entry = z.strictObject({
  /** Their object id in the directory. */
  id: z.guid('expected an object id of the directory, like 0b1ec700-0001-4b01-8b01-0000000000b1'),
  name: z.string().min(1).max(200),
  roles: z.array(z.enum([...Role.options, 'operator'])).max(20),
  timeZone: z.string().refine(isTimeZone, 'expected a time zone like Europe/Oslo'),
  /** Nobody is disturbed in their night, which may last over midnight. */
  quiet: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay })
    .refine(({ from, to }) => from !== to, 'expected a beginning and another end')
    .nullable()
    .default(null),
  /** The days on which they may be disturbed. */
  days: z
    .array(z.enum(weekdays))
    .min(1)
    .default([...weekdays]),
});

const PeopleFile = z.strictObject({
  people: z
    .array(Entry)
    .min(1)
    .superRefine((people, context) => {
      const ids = people.map(({ id }) => bare(id));
      for (const [place, id] of ids.entries())
        if (ids.indexOf(id) < place)
          context.addIssue({ code: 'custom', path: [place, 'id'], message: `expected everybody once: ${id} stands here twice` });
    }),
});
export type ListedPerson = z.infer<typeof Entry>;

type ReadPeople =
  { readonly ok: true; readonly people: readonly ListedPerson[] } | { readonly ok: false; readonly problems: readonly string[] };

const problem = (words: string): ReadPeople => ({ ok: false, problems: [words] });

const parsed = (text: string): ReadPeople => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return problem(`it is no JSON: ${(error as Error).message}`);
  }
  const { data, error } = PeopleFile.safeParse(value);
  if (data !== undefined) return { ok: true, people: data.people };
  return { ok: false, problems: error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`) };
};

/** Our people as an operator has written them down, or everything that is wrong with that: where, and what was expected. */
export const readPeopleFile = async (path: string): Promise<ReadPeople> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return problem(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'})`);
  }
  return parsed(text);
};
