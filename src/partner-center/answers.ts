import * as z from 'zod';
import { maybe, moment, record } from '../wire/shapes.ts';

/** Ids are compared and go into paths: in small letters, and nothing but an id. */
export const guid = z.guid().transform((id) => id.toLowerCase());

/** Left out, null and empty are the same: there is none. */
export const filled = maybe(z.string()).transform((text) => (text === '' ? null : text));

/** Our words for theirs, whose case and blanks vary. What is none of them is never taken for one. */
export const said = <Ours extends string>(words: Readonly<Record<string, Ours>>) => {
  const plain = (text: string): string => text.replaceAll(/[\s_]/g, '').toLowerCase();
  const known = new Map(Object.entries(words).map(([theirs, ours]) => [plain(theirs), ours]));
  return z.string().transform((text): Ours | 'unrecognised' => known.get(plain(text)) ?? 'unrecognised');
};

/** What has no end in their words ends in the year 9999. */
export const ending = maybe(moment).transform((at) => (at?.startsWith('9999-') === true ? null : at));

export const address = record({
  country: filled,
  region: filled,
  state: filled,
  city: filled,
  addressLine1: filled,
  postalCode: filled,
  phoneNumber: filled,
}).transform(({ region, state, addressLine1, phoneNumber, ...rest }) => ({
  ...rest,
  region: region ?? state,
  street: addressLine1,
  phone: phoneNumber,
}));
