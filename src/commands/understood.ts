import type * as z from 'zod';
import { refused } from './answer.ts';
import type { Refused } from './answer.ts';
import { definitionOf } from './catalog.ts';
import type { AnyCommand } from './catalog.ts';
import { clean } from './clean.ts';
import type { Definition } from './command.ts';

/** A command that can be understood, and what it does. */
export interface Understood {
  readonly command: AnyCommand;
  readonly definition: Definition<AnyCommand>;
}

/** Whatever was sent, what is answered to it stays short. */
const unreadable = (paths: readonly string[]): Refused =>
  refused('unreadable', {
    paths: [...new Set(paths)]
      .slice(0, 10)
      .map((path) => path.slice(0, 100))
      .join(', '),
  });

/** More text than any request of ours has; what people are told is kept for years. */
const LONGEST = 500_000;

const lengthOf = (value: unknown): number => JSON.stringify(value ?? null).length;

/** Almost always the whole is shorter than one part of it may be. */
const tooLong = (command: AnyCommand): string[] =>
  lengthOf(command) <= LONGEST
    ? []
    : Object.entries(command)
        .filter(([, value]) => lengthOf(value) > LONGEST)
        .map(([name]) => name);

/** What is there too much has a name as well. */
const pathsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [issue.path.join('.')];

/** What nests without end is nothing that we have sent. */
const cleaned = (input: unknown): unknown => {
  try {
    return clean(input);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The one thing that people leave out: their reason. */
const isWithoutWords = ({ code, path }: z.core.$ZodIssue): boolean =>
  (code === 'too_small' || code === 'invalid_type') && path.at(-1) === 'words';

const whyUnreadable = (issues: readonly z.core.$ZodIssue[]): Refused =>
  issues.every(isWithoutWords) ? refused('words-needed') : unreadable(issues.flatMap(pathsOf));

/** What somebody sent, as a command; or why it is none. */
export const understood = (sent: unknown): Understood | Refused => {
  const input = cleaned(sent);
  const given = typeof input === 'object' && input !== null && 'name' in input ? input.name : null;
  const definition = typeof given === 'string' ? definitionOf(given) : undefined;
  if (definition === undefined) return unreadable(['name']);
  const command = definition.shape.safeParse(input);
  if (!command.success) return whyUnreadable(command.error.issues);
  const endless = tooLong(command.data);
  return endless.length === 0 ? { command: command.data, definition } : unreadable(endless);
};
