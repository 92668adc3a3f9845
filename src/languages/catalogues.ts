import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };
import { createSpeaker, languages } from './speak.ts';
import type { Catalogue, Language, Speaker } from './speak.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, es, it, ru, 'zh-Hans': zhHans, de, fr };

/** One speaker per language, made at the first word. */
const speakers = new Map<Language, Speaker>();

export const speakerOf = (language: Language): Speaker => {
  const known = speakers.get(language) ?? createSpeaker(language, catalogues[language]);
  speakers.set(language, known);
  return known;
};

/** `fr`, `fr-CA`, `zh-CN`: the nearest of our languages, or none. */
export const languageOf = (tag: string): Language | null => {
  const wanted = tag.toLowerCase();
  const exact = languages.find((language) => language.toLowerCase() === wanted);
  return exact ?? languages.find((language) => language.split('-')[0] === wanted.split(/[-_]/)[0]) ?? null;
};
