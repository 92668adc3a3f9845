import { createSpeaker, languages } from '../languages/speak.ts';
import type { Catalogue, Language, Speaker } from '../languages/speak.ts';

/** `es-MX`: the nearest of our languages. */
export const nearestLanguage = (tag: string): Language | undefined =>
  languages.find((language) => language.split('-')[0] === tag.split('-')[0]);

/** What the browser’s owner reads. */
export const preferredLanguage = (): Language => navigator.languages.map(nearestLanguage).find((one) => one !== undefined) ?? 'en';

const load = async (language: Language): Promise<Speaker> => {
  const answer = await fetch(`/languages/${language}.json`);
  if (!answer.ok) throw new Error(`No sentences in ${language}: ${answer.status}`);
  return createSpeaker(language, (await answer.json()) as Catalogue);
};
const speakers = new Map<Language, Promise<Speaker>>();

/** The sentences of a language, fetched once. */
export const loadSpeaker = (language: Language): Promise<Speaker> => {
  const speaker = speakers.get(language) ?? load(language);
  speakers.set(language, speaker);
  // What could not be fetched is asked for again the next time.
  speaker.catch(() => speakers.delete(language));
  return speaker;
};
