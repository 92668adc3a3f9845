import { instant } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';

const FORM = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;
const LONGEST_DAYS = 730;

interface Parts {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

const partsOf = (duration: string): Parts | null => {
  const found = FORM.exec(duration);
  if (found === null) return null;
  const [years = 0, months = 0, days = 0] = found.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return { years, months, days };
};

/** From one day to two years, both included; in years, months and days only. */
export const isOfferedDuration = (duration: string): boolean => {
  const parts = partsOf(duration);
  if (parts === null) return false;
  const days = parts.years * 365 + parts.months * 30 + parts.days;
  return days >= 1 && days <= LONGEST_DAYS;
};

/** The end of a duration that begins now; a duration that makes no sense ends at once. */
export const endOf = (from: Instant, duration: string): Instant => {
  const { years, months, days } = partsOf(duration) ?? { years: 0, months: 0, days: 0 };
  const at = new Date(from);
  at.setUTCFullYear(at.getUTCFullYear() + years, at.getUTCMonth() + months, at.getUTCDate() + days);
  return instant(at.getTime());
};
