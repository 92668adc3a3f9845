import * as z from 'zod';

/** A moment as it is stored: UTC, always with milliseconds, so that instants compare as texts. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

const MINUTE = 60_000;

export const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;

export const later = (from: Instant, { days = 0, hours = 0, minutes = 0 }: Span): Instant =>
  instant(Date.parse(from) + ((days * 24 + hours) * 60 + minutes) * MINUTE);

/** Partner Center counts days in UTC, and so do the rules. */
export const dayOf = (at: Instant): string => at.slice(0, 10);

export const wholeDaysBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / (24 * 60 * MINUTE)));

/** Whichever comes first. */
export const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
