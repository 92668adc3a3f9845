import * as z from 'zod';

/** A day of the calendar as the number yyyymmdd, so that days compare as numbers. Days are counted in UTC, as Partner Center does. */
export type Day = number & { readonly day: unique symbol };

export type DayText = `${number}-${number}-${number}`;

export const day = (text: string): Day => Number(text.replaceAll('-', '')) as Day;

export const dayText = (from: Day): DayText => {
  const text = String(from).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as DayText;
};

/** A day as people write it, YYYY-MM-DD; days that no calendar has are refused. */
export const Day = z.iso.date().transform(day);
