import type { Door } from '../http/server.ts';
import { languageOf } from '../languages/catalogues.ts';
import { languages } from '../languages/speak.ts';
import type { Language } from '../languages/speak.ts';

type Asked = Parameters<Door['open']>[0];

/** What somebody who comes to a page wants of it. */
export interface Visit {
  readonly isPosted: boolean;
  /** What follows the page's own address: a code, or whatever else somebody has put there. */
  readonly rest: string;
  readonly form: ReadonlyMap<string, string>;
  /** As it was chosen on the page, or else as the browser likes it. */
  readonly language: Language;
  readonly from: string;
}

const MOST_TAGS = 20;
const LONGEST_HEADER = 500;

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Half an escape is no code of ours, and what it is instead does not matter.
    return '';
  }
};

interface Preference {
  readonly tag: string;
  readonly weight: number;
}

const preferenceOf = (part: string): Preference => {
  const [tag = '', ...more] = part.split(';').map((one) => one.trim());
  const weight = Number(more.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
};

/** What the browser likes best of what we speak. */
const preferred = (header: string): Language | null => {
  const tags = header.slice(0, LONGEST_HEADER).split(',').slice(0, MOST_TAGS).map(preferenceOf);
  const wanted = tags.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  return wanted.map(({ tag }) => languageOf(tag)).find((language) => language !== null) ?? null;
};

const chosen = (query: string): Language | null => {
  const asked = new URLSearchParams(query).get('lang');
  return languages.find((language) => language === asked) ?? null;
};

/** Reads what was asked for; nothing of it is believed. */
export const visitOf = ({ headers, raw, from, method = 'POST', wanted = '/' }: Asked): Visit => {
  const [path = '', query = ''] = wanted.split('?', 2);
  const isPosted = method === 'POST';
  const form = new Map(isPosted ? new URLSearchParams(Buffer.from(raw).toString('utf8')) : []);
  const own = chosen(isPosted ? `lang=${form.get('lang') ?? ''}` : query);
  return {
    isPosted,
    rest: unescaped(path.split('/')[2] ?? ''),
    form,
    language: own ?? preferred(headers['accept-language'] ?? '') ?? 'en',
    from,
  };
};
