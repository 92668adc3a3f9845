import * as z from 'zod';
import type { Says } from '../policy/index.ts';

/** What was filled in on one page, by the names of its inputs, as it was typed: nothing of it is lost, right or wrong. */
export const Filled = z.record(z.string().max(100), z.string().max(5000));
export type Filled = z.infer<typeof Filled>;

/** What is wrong, beside which input. */
export type Problems = Readonly<Record<string, Says>>;

/** What is wrong with a page as a whole stands under this name. */
export const PAGE = '';

/** What a page says: an answer, with what it had better be asked twice about; or what is wrong with it. */
export type Read<T> = { readonly answer: T; readonly warnings: Problems } | { readonly problems: Problems };

export const says = (key: string, values: Says['values'] = {}): Says => ({ key, values });

export const isWrong = <T>(read: Read<T>): read is Extract<Read<T>, { problems: Problems }> => 'problems' in read;

/** The answer, unless something is wrong with it. */
export const readAs = <T>(problems: Problems, answer: T, warnings: Problems = {}): Read<T> =>
  Object.keys(problems).length > 0 ? { problems } : { answer, warnings };

/** Several choices arrive in one text, with commas between them. */
export const severalIn = (text: string | undefined): string[] => (text ?? '').split(',').filter((one) => one !== '');

/** Of all that was sent along, what this page asks for. */
export const keptOf = (inputs: Readonly<Record<string, string>>, ids: readonly string[], before: Filled): Filled => {
  const kept: Record<string, string> = { ...before };
  for (const id of ids) {
    const given = Object.hasOwn(inputs, id) ? inputs[id] : undefined;
    if (given !== undefined) kept[id] = given.slice(0, 5000);
  }
  return kept;
};
