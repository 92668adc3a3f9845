import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { plain } from '../../languages/speak.ts';
import { Flow, HouseRules, InputError, parseSituation } from '../../policy/index.ts';
import type { Situation } from '../../policy/index.ts';
import type { Terminal } from '../run.ts';
import { UsageError } from '../usage-error.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects are merged key by key; everything else, lists and null included, replaces. */
export const merge = (base: Json, over: Json): Json =>
  Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(over)])].map((key) => {
      const [former, next] = [base, over].map((side) => (Object.hasOwn(side, key) ? side[key] : undefined));
      return [key, next === undefined ? former : isObject(former) && isObject(next) ? merge(former, next) : next];
    }),
  );

const readJson = async (file: string, terminal: Terminal): Promise<unknown> => {
  const name = file === '-' ? 'standard input' : file;
  const content = await (file === '-' ? text(terminal.input()) : readFile(file, 'utf8')).catch((error: unknown) => {
    throw new UsageError(`${name} cannot be read: ${(error as Error).message}`, { cause: error });
  });
  try {
    const value = JSON.parse(content.replace(/^\uFEFF/, '')) as unknown;
    if (!isTooDeep(value)) return value;
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${plain((error as Error).message)}`, { cause: error });
  }
  throw new UsageError(`${name} is nested more than ${DEEPEST} levels deep`);
};

/** Nested deeper than anything that is meant: refused before it costs anything. */
const DEEPEST = 50;
const isTooDeep = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one): readonly unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
};

const Defaults = z.looseObject({
  defaults: z.record(z.string(), z.unknown()).default({}),
  defaultsByFlow: z.partialRecord(Flow, z.record(z.string(), z.unknown())).default({}),
});

/** The file says only `defaults` and `defaultsByFlow`; scenario files carry more beside them. */
const readDefaults = async (file: string, terminal: Terminal): Promise<z.infer<typeof Defaults>> => {
  const content = await readJson(file, terminal);
  const parsed = Defaults.safeParse(content);
  const isNamed = isObject(content) && (Object.hasOwn(content, 'defaults') || Object.hasOwn(content, 'defaultsByFlow'));
  if (parsed.success && isNamed) return parsed.data;
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) => `\n${plain(path.join('.'))}: ${plain(message)}`);
  throw new UsageError(
    `${file}: expected an object with defaults, defaultsByFlow (by the names of flows), or both${problems.join('')}`,
  );
};

const selectors = ['flow', 'asOf', 'cloud'] as const;

/** `defaults`, then `defaultsByFlow[flow]`, then what the situation says itself. */
const withDefaults = (input: unknown, { defaults, defaultsByFlow }: z.infer<typeof Defaults>): unknown => {
  if (!isObject(input)) return input;
  const flow = Flow.safeParse(input.flow).data;
  const usual = merge(defaults, (flow && defaultsByFlow[flow]) ?? {});
  const places = selectors.filter((name) => Object.hasOwn(usual, name)).map((name) => [name, usual[name]]);
  const facts = Object.fromEntries(Object.entries(usual).filter(([name]) => !(selectors as readonly string[]).includes(name)));
  const own = Object.hasOwn(input, 'facts') ? input.facts : {};
  return { ...Object.fromEntries(places), ...input, facts: isObject(own) ? merge(facts, own) : own };
};

/** What the core cannot understand, in lines that text from outside cannot forge. */
const problemLines = ({ problems }: InputError): string[] =>
  problems.map(({ path, expected, found }) => `${plain(path)}: expected ${expected}, found ${plain(found)}`);

/** Runs what may throw the input error, and tells it as the command line tells things. */
export const understood = <T>(ask: () => T, id?: string): T => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const where = id === undefined ? '' : `${plain(id)}: `;
    throw new UsageError(['Nothing was decided.', ...problemLines(error).map((line) => where + line)].join('\n'), { cause: error });
  }
};

export interface Asked {
  /** Whether one situation was asked about, or a list. */
  readonly single: boolean;
  readonly situations: readonly Situation[];
}

interface Where {
  readonly file: string;
  readonly defaults?: string | undefined;
  /** The day on which all of them are to be asked, whatever they say themselves. */
  readonly on?: string;
}

const MOST_TOLD = 100;

/** Reads one situation or a list; when any of them cannot be understood, none is decided and all problems are told. */
export const readSituations = async ({ file, defaults, on }: Where, terminal: Terminal): Promise<Asked> => {
  const content = await readJson(file, terminal);
  const usual = defaults === undefined ? Defaults.parse({}) : await readDefaults(defaults, terminal);
  const single = !Array.isArray(content);
  const inputs: readonly unknown[] = single ? [content] : content;
  const problems: string[] = [];
  const situations = inputs.flatMap((input, index) => {
    try {
      const whole = withDefaults(input, usual);
      return [parseSituation(on !== undefined && isObject(whole) ? { ...whole, asOf: on } : whole)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const id = isObject(input) && typeof input.id === 'string' ? ` (${plain(input.id)})` : '';
      const where = single ? '' : `situation ${String(index + 1)}${id}: `;
      problems.push(...problemLines(error).map((line) => where + line));
      return [];
    }
  });
  if (problems.length > 0) {
    const more = problems.length > MOST_TOLD ? [`… and ${problems.length - MOST_TOLD} more`] : [];
    throw new UsageError(['Nothing was decided.', ...problems.slice(0, MOST_TOLD), ...more].join('\n'));
  }
  return { single, situations };
};

export const readHouseRules = async (file: string, terminal: Terminal): Promise<HouseRules> => {
  const parsed = HouseRules.safeParse(await readJson(file, terminal));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => plain(`${path.join('.') || 'house rules'}: ${message}`));
  throw new UsageError(`${file}: these house rules cannot be used.\n${problems.join('\n')}`);
};
