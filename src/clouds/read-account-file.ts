import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AccountFile } from './account-file.ts';
import type { Reveal } from './account-file.ts';

type ReadAccounts =
  { readonly ok: true; readonly file: AccountFile } | { readonly ok: false; readonly problems: readonly [string, ...string[]] };

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'no reason given';

const parsed = (text: string): { readonly value: unknown } | { readonly problem: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    // A parser quotes what it has stumbled over, and somebody may have put a secret there.
    const [where = ''] = / at position \d+.*$/.exec((error as Error).message) ?? [];
    return { problem: `it is no JSON${where}` };
  }
};

/** The accounts as an operator has written them down, or everything that is wrong with them: where, and what was expected. */
export const readAccountFile = async (path: string): Promise<ReadAccounts> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { ok: false, problems: [`it cannot be read (${codeOf(error)})`] };
  }
  const json = parsed(text.replace(/^\uFEFF/, ''));
  if ('problem' in json) return { ok: false, problems: [json.problem] };
  const { data, error } = AccountFile.safeParse(json.value);
  if (data !== undefined) return { ok: true, file: data };
  const [first = 'it is not what was expected', ...more] = error.issues.map(
    ({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`,
  );
  return { ok: false, problems: [first, ...more] };
};

/** Thrown where a secret is not; never says what the secret is. */
export class SecretMissing extends Error {}

const fileAt = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SecretMissing(`The file ${path} cannot be read (${codeOf(error)}).`);
  }
};

/** Looks for secrets in variables, and in files beside the file of accounts. */
export const createReveal =
  (environment: Readonly<Record<string, string | undefined>>, folder: string): Reveal =>
  async (elsewhere) => {
    if ('variable' in elsewhere) {
      const value = environment[elsewhere.variable] ?? '';
      if (value === '') throw new SecretMissing(`The variable ${elsewhere.variable} is not set.`);
      return value;
    }
    const path = resolve(folder, elsewhere.file);
    const text = (await fileAt(path)).trim();
    if (text === '') throw new SecretMissing(`The file ${path} is empty.`);
    return text;
  };
