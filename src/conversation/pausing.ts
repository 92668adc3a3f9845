import type { Case } from '../cases/case.ts';
import { dayAfterPause, USUAL_PAUSE_DAYS } from '../cases/pause.ts';
import type { Instant } from '../cases/time.ts';
import { speakerOf } from '../languages/catalogues.ts';
import { languages } from '../languages/speak.ts';

const MOST_DAYS = 365;

const joined = (words: string): string => words.toLowerCase().replace(/\s/g, '');

/** In whatever language they say “14 days”. */
const isSaid = (words: string, days: number): boolean =>
  words === String(days) || languages.some((one) => joined(words) === joined(speakerOf(one).say('case.days', { days })));

const daysIn = (words: string): number | null => {
  if (words === '') return USUAL_PAUSE_DAYS;
  const days = Number(/^\d{1,3}/.exec(words)?.[0] ?? 0);
  return isSaid(words, days) && days > 0 && days <= MOST_DAYS ? days : null;
};

/** The day until which it is paused: so many days from now, or the day itself; null where it is neither. */
export const pauseUntil = (typed: string, now: Instant): string | null => {
  const words = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return words;
  const days = daysIn(words);
  return days === null ? null : dayAfterPause(days, now);
};

export const isPaused = (current: Case): boolean => current.status === 'awaiting-customer' && current.pausedUntil !== null;
