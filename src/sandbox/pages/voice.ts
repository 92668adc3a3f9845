import { languageOf, speakerOf } from '../../languages/catalogues.ts';
import { plain } from '../../languages/speak.ts';
import type { Language } from '../../languages/speak.ts';
import { dayOf } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import type { Cloud } from '../../policy/index.ts';
import { words } from './words.ts';
import type { WordKey } from './words.ts';

/** Says things in one language. What comes from outside is said as text. */
export interface Voice {
  readonly language: Language;
  readonly say: (key: WordKey, values?: Readonly<Record<string, string>>) => string;
  readonly day: (at: Instant) => string;
  readonly amount: (amount: number, unit: 'second' | 'minute' | 'day' | 'month' | 'year') => string;
  readonly list: (parts: readonly string[]) => string;
  readonly cloud: (cloud: Cloud) => string;
  /** By its two letters, of which some would read as a word. */
  readonly country: (code: string) => string;
}

const countryIn = (language: Language, code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code;

/** “S.r.l.” ends a sentence by itself. */
const ended = (text: string, stop: string): string => (text.endsWith('.') ? text : text + stop);

export const voiceOf = (language: Language): Voice => {
  const speaker = speakerOf(language);
  return {
    language,
    say: (key, values = {}) =>
      words[language][key].replace(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => ended(plain(values[name] ?? ''), stop)),
    day: (at) => speaker.date(dayOf(at)),
    amount: (amount, unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
    list: speaker.list,
    cloud: (cloud) => speaker.say(`cloud.${cloud}`),
    country: (code) => countryIn(language, code),
  };
};

const weightOf = (parameters: readonly string[]): number => {
  const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
  return weight === undefined ? 1 : Number(weight);
};

/** The first of our languages that a browser asks for, by its order and weights. */
const acceptedOf = (header: string): Language | null => {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';');
    return { language: languageOf(tag.trim()), weight: weightOf(parameters) };
  });
  const known = wishes.filter(({ language, weight }) => language !== null && weight > 0);
  return known.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? null;
};

/** What was chosen; else what the browser asks for; else what is spoken there. */
export const languageFor = (chosen: string, accepted: string, culture: string): Language =>
  languageOf(chosen) ?? acceptedOf(accepted) ?? languageOf(culture) ?? 'en';
