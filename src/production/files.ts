import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { accountsOf } from '../clouds/account-file.ts';
import type { Account } from '../clouds/account.ts';
import { createReveal, readAccountFile, SecretMissing } from '../clouds/read-account-file.ts';
import { HouseRules } from '../policy/index.ts';
import { readPeopleFile } from '../people/people-file.ts';
import type { ListedPerson } from '../people/people-file.ts';
import type { Environment } from '../settings.ts';

/** A file that a setting names, as it was read, or everything that is wrong with it. */
export type Part<T> = { readonly value: T } | { readonly problems: readonly string[] };

/** A file that nobody has named; where it is needed the settings say so. */
export const unnamed = { problems: [] } as const;

const wrong = (setting: string, path: string, problems: readonly string[]): { readonly problems: readonly string[] } => ({
  problems: problems.map((problem) => `${setting}: ${path}: ${problem}`),
});

const textOf = async (setting: string, path: string): Promise<Part<string>> => {
  try {
    return { value: (await readFile(path, 'utf8')).replace(/^\uFEFF/, '') };
  } catch (error) {
    return wrong(setting, path, [`it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'})`]);
  }
};

const isThere = <T>(all: readonly T[]): all is readonly [T, ...T[]] => all.length > 0;

export const accountsIn = async (path: string, environment: Environment): Promise<Part<readonly [Account, ...Account[]]>> => {
  const read = await readAccountFile(path);
  if (!read.ok) return wrong('ACCOUNTS', path, read.problems);
  try {
    const accounts = await accountsOf(read.file, createReveal(environment, dirname(path)));
    return isThere(accounts) ? { value: accounts } : wrong('ACCOUNTS', path, ['there is no account']);
  } catch (error) {
    if (error instanceof SecretMissing) return wrong('ACCOUNTS', path, [error.message]);
    throw error;
  }
};

export const peopleIn = async (path: string): Promise<Part<readonly ListedPerson[]>> => {
  const read = await readPeopleFile(path);
  return read.ok ? { value: read.people } : wrong('PEOPLE', path, read.problems);
};

const jsonIn = (text: string): Part<unknown> => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problems: [`it is no JSON: ${(error as Error).message}`] };
  }
};

export const houseRulesIn = async (path: string): Promise<Part<HouseRules>> => {
  const text = await textOf('HOUSE_RULES', path);
  if ('problems' in text) return text;
  const json = jsonIn(text.value);
  if ('problems' in json) return wrong('HOUSE_RULES', path, json.problems);
  const { data, error } = HouseRules.safeParse(json.value);
  if (data !== undefined) return { value: data };
  const problems = error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`);
  return wrong('HOUSE_RULES', path, problems);
};

export const secretIn = async (path: string): Promise<Part<string>> => {
  const text = await textOf('BOT_SECRET_FILE', path);
  if ('problems' in text) return text;
  const secret = text.value.trim();
  return secret === '' ? wrong('BOT_SECRET_FILE', path, ['it is empty']) : { value: secret };
};

/** A paragraph a line. */
export const fixedTextIn = async (path: string): Promise<Part<readonly string[]>> => {
  const text = await textOf('CHINA_FIXED_TEXT', path);
  if ('problems' in text) return text;
  const paragraphs = text.value.split('\n').map((line) => line.trim());
  const said = paragraphs.filter((line) => line !== '');
  return said.some((line) => line.includes('{link}'))
    ? { value: said }
    : wrong('CHINA_FIXED_TEXT', path, ['expected a paragraph a line, and {link} in the place of the link']);
};
