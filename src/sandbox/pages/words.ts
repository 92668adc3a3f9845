import type { Language } from '../../languages/speak.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zhHans from './words/zh-Hans.json' with { type: 'json' };

/** The English words are the list. */
export type WordKey = keyof typeof en;

export const words: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, es, it, ru, 'zh-Hans': zhHans, de, fr };
