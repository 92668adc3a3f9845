import { languageOf, speakerOf } from '../languages/catalogues.ts';
import type { Language, Speaker } from '../languages/speak.ts';

/** For what the edge itself has to say: in the language of the conversation where it is known, else in that of their program. */
export const speakerFor = (locale: string | null, language?: Language): Speaker =>
  speakerOf(language ?? (locale === null ? null : languageOf(locale)) ?? 'en');
