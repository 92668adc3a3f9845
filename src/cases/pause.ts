import { dayOf, later } from './time.ts';
import type { Instant } from './time.ts';

/** For how long the button pauses reminders, and whoever types no days. */
export const USUAL_PAUSE_DAYS = 14;

/** The day with which a pause of so many days is over. */
export const dayAfterPause = (days: number, now: Instant): string => dayOf(later(now, { days }));

/** A pause is over as its day begins. */
export const endOfPause = (day: string): Instant => `${day}T00:00:00.000Z` as Instant;
