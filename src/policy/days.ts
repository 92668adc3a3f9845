import * as z from 'zod';

/** A day of the calendar as the number yyyymmdd, so that days compare as numbers. Days are counted in UTC, as Partner Center does. */
export type Day = number & { readonly day: unique symbol };

export type DayText = `${number}-${number}-${number}`;

export const day = (text: string): Day => Number(text.replaceAll('-', '')) as Day;

export const dayText = (from: Day): DayText =>
  String(from)
    .padStart(8, '0')
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') as DayText;

/** A day as people write it, YYYY-MM-DD; days that no calendar has are refused. */
export const Day = z.iso.date().transform(day);
