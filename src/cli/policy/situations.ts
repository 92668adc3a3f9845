import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { HouseRules, InputError, parseSituation } from '../../policy/index.ts';
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
    return JSON.parse(content.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${(error as Error).message}`, { cause: error });
  }
};

const selectors = ['flow', 'asOf', 'cloud'] as const;

/** `defaults`, then `defaultsByFlow[flow]`, then what the situation says itself. */
const withDefaults = (input: unknown, file: Json): unknown => {
  if (!isObject(input)) return input;
  const byFlow = isObject(file.defaultsByFlow) ? file.defaultsByFlow[String(input.flow)] : undefined;
  const usual = [file.defaults, byFlow].filter(isObject).reduce<Json>(merge, {});
  const places = selectors.filter((name) => Object.hasOwn(usual, name)).map((name) => [name, usual[name]]);
  const facts = Object.fromEntries(Object.entries(usual).filter(([name]) => !(selectors as readonly string[]).includes(name)));
  const own = Object.hasOwn(input, 'facts') ? input.facts : {};
  return { ...Object.fromEntries(places), ...input, facts: isObject(own) ? merge(facts, own) : own };
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

/** Reads one situation or a list; when any of them cannot be understood, none is decided and all problems are told. */
export const readSituations = async ({ file, defaults, on }: Where, terminal: Terminal): Promise<Asked> => {
  const content = await readJson(file, terminal);
  const usual = defaults === undefined ? {} : await readJson(defaults, terminal);
  if (!isObject(usual)) throw new UsageError(`${String(defaults)}: expected an object with defaults and defaultsByFlow`);
  const single = !Array.isArray(content);
  const inputs: readonly unknown[] = single ? [content] : content;
  const problems: string[] = [];
  const situations = inputs.flatMap((input, index) => {
    try {
      const whole = withDefaults(input, usual);
      return [parseSituation(on !== undefined && isObject(whole) ? { ...whole, asOf: on } : whole)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const id = isObject(input) && typeof input.id === 'string' ? ` (${input.id})` : '';
      const where = single ? '' : `situation ${String(index + 1)}${id}: `;
      problems.push(...error.message.split('\n').map((line) => where + line));
      return [];
    }
  });
  if (problems.length > 0) throw new UsageError(`Nothing was decided.\n${problems.join('\n')}`);
  return { single, situations };
};

export const readHouseRules = async (file: string, terminal: Terminal): Promise<HouseRules> => {
  const parsed = HouseRules.safeParse(await readJson(file, terminal));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'house rules'}: ${message}`);
  throw new UsageError(`${file}: these house rules cannot be used.\n${problems.join('\n')}`);
};
