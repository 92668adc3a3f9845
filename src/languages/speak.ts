import { TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Says, Value } from '../policy/index.ts';
import type english from './en.json';

export const languages = ['en', 'es', 'it', 'ru', 'zh-Hans', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  it: 'Italiano',
  ru: 'Русский',
  'zh-Hans': '简体中文',
  de: 'Deutsch',
  fr: 'Français',
};

/** A sentence's key; the English catalogue is the list. */
type Key = keyof typeof english;
export type Catalogue = Readonly<Record<Key, string>>;

export interface Speaker {
  readonly language: Language;
  readonly say: (key: Key, values?: Says['values']) => string;
  /** For keys that are put together from codes; an unknown one is a bug and says so. */
  readonly sayKey: (key: string, values?: Says['values']) => string;
  /** A sentence as such, with “…” where a situation would put its values. */
  readonly statement: (key: string) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly date: (text: string) => string;
}

/** Anything from outside is shown as text: no control characters, no marks that turn the direction of writing. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim();

const MOST_DAYS = 1000;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const bare = (elements: readonly Element[]): string =>
  elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      return element.type === TYPE.plural ? bare(element.options.other?.value ?? []) : '…';
    })
    .join('');

export const createSpeaker = (language: Language, catalogue: Catalogue): Speaker => {
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const message = (catalogue as Readonly<Record<string, string>>)[key];
    if (message === undefined) throw new Error(`No sentence ${key} in ${language}`);
    const made = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    formats.set(key, made);
    return made;
  };

  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  // British days, as the English sentences write them.
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  // In Russian a day ends with a full stop of its own, and sentences with two.
  const dateAnew = (text: string): string => days.format(new Date(`${text}T00:00:00Z`)).replace(/\sг\.$/u, '');
  const written = new Map<string, string>();
  const date = (text: string): string => {
    const known = written.get(text) ?? dateAnew(text);
    // Writing a day takes as long as many sentences, and most cards name the same few.
    if (written.size >= MOST_DAYS) written.clear();
    written.set(text, known);
    return known;
  };
  const said = (value: Value): string | number => {
    if (value === null) return '–';
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return plain(value);
    if ('labels' in value) return lists.format(value.labels.map((one) => sayKey(one)));
    return 'label' in value ? sayKey(value.label) : date(value.day);
  };
  const sayKey: Speaker['sayKey'] = (key, values = {}) =>
    String(formatOf(key).format(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value)]))));

  return {
    language,
    say: sayKey,
    sayKey,
    statement: (key) => bare(formatOf(key).getAst()),
    list: (parts) => lists.format(parts),
    date,
  };
};
