import type { Instant } from '../../../cases/time.ts';

interface Moments {
  readonly day: (at: Instant) => string;
  readonly time: (at: Instant) => string;
}

const made = new Map<string, Moments>();

const make = (locale: string): Moments => {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return { day: (at) => days.format(new Date(at)), time: (at) => times.format(new Date(at)) };
};

/** How somebody’s program writes days and times. */
export const momentsIn = (locale: string): Moments => {
  const moments = made.get(locale) ?? make(locale);
  made.set(locale, moments);
  return moments;
};
