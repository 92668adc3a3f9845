import { speakerOf } from '../languages/catalogues.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Says } from '../policy/index.ts';
import { letterLanguage } from './words.ts';
import type { LetterWords } from './words.ts';

/** Who speaks in a letter, and what most of its sentences name. */
export interface Voice extends Speaker {
  readonly names: Says['values'];
}

const placeOf = {
  global: 'letter.place.global',
  us_gov: 'letter.place.us_gov',
  china_21v: 'letter.place.china_21v',
  germany: 'letter.place.germany',
} as const satisfies Record<LetterWords['cloud'], string>;

/** Speaks the customer's language; each sentence may name partner, contact, customer, and the place where one accepts. */
export const voiceOf = ({ cloud, customer, from }: LetterWords): Voice => {
  const speaker = speakerOf(letterLanguage(customer.language));
  const names = {
    partner: from.name,
    partnerId: from.partnerId,
    contact: from.contact,
    customer: customer.name,
    place: speaker.say(placeOf[cloud]),
  };
  return { ...speaker, names, say: (key, values) => speaker.say(key, { ...names, ...values }) };
};
