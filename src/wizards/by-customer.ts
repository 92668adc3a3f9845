import * as z from 'zod';
import { CustomerTold } from '../cases/asking/states.ts';

/** What the customer itself has answered last, on the page made for it: a person confirms it before anything rests on it. */
export const ByCustomer = z.strictObject({
  on: z.string(),
  told: CustomerTold,
  /** What it was asked about, as whoever asked has named it. */
  askedAbout: z.string(),
});
export type ByCustomer = z.infer<typeof ByCustomer>;

/** What its answers are about: in its own words, else as it was asked. */
export const subjectOf = ({ told, askedAbout }: ByCustomer): string => told.what ?? askedAbout;

type Answered = 'item.boughtFrom' | 'item.term' | 'xfer.customerWrittenRequest';

/** As it stands in a question; empty where the customer does not know. */
export const answeredWith = (byCustomer: ByCustomer | null, path: Answered): string => {
  const value = byCustomer?.told.answers?.[path];
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
};
