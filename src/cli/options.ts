import { parseArgs } from 'node:util';
import { languageOf, speakerOf } from '../languages/catalogues.ts';
import { languages } from '../languages/speak.ts';
import type { Speaker } from '../languages/speak.ts';
import { Cloud, Day, Flow } from '../policy/index.ts';
import { UsageError } from './usage-error.ts';

const known = {
  json: { type: 'boolean' },
  html: { type: 'boolean' },
  store: { type: 'string' },
  day: { type: 'string' },
  head: { type: 'string' },
  note: { type: 'string' },
  yes: { type: 'boolean' },
  done: { type: 'boolean' },
  lang: { type: 'string' },
  defaults: { type: 'string' },
  'house-rules': { type: 'string' },
  flow: { type: 'string' },
  cloud: { type: 'string' },
  on: { type: 'string' },
  accounts: { type: 'string' },
  redirect: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;
type Name = keyof typeof known;

/** The options that a command knows, and at most so many other words; anything else is told. */
export const readOptions = <N extends Name>(args: readonly string[], names: readonly N[], words = 0) => {
  const options = Object.fromEntries(names.map((name) => [name, known[name]])) as Pick<typeof known, N>;
  const here = `Known here: ${names.map((name) => `--${name}`).join(' ')}`;
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true });
    const more = read.positionals.slice(words);
    if (more.length > 0) throw new UsageError(`${more.join(' ')}: one word too many. ${here}`);
    return read;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n${here}`, { cause: error });
  }
};

export const readSpeaker = (tag = 'en'): Speaker => {
  const language = languageOf(tag);
  if (language === null) throw new UsageError(`--lang ${tag}: expected one of ${languages.join(', ')}`);
  return speakerOf(language);
};

const oneOf = (option: string, options: readonly string[], given: string): never => {
  throw new UsageError(`--${option} ${given}: expected one of ${options.join(', ')}`);
};

export const readFlow = (given: string): Flow => Flow.safeParse(given).data ?? oneOf('flow', Flow.options, given);

export const readCloud = (given: string): Cloud => Cloud.safeParse(given).data ?? oneOf('cloud', Cloud.options, given);

export const readDay = (option: Name, given: string | undefined): Day => {
  const parsed = Day.safeParse(given);
  if (!parsed.success) throw new UsageError(`--${option} ${given ?? 'is missing'}: expected a day of the calendar, YYYY-MM-DD`);
  return parsed.data;
};
