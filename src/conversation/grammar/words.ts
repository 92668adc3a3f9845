import type { Language } from '../../languages/speak.ts';
import type { Wish } from '../intent.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zhHans from './words/zh-Hans.json' with { type: 'json' };

/** What people of one language type. */
export interface CommandWords {
  /** Ways to say each command, the usual one first: blanks part what may stand apart, `|` what may stand for one another. */
  readonly commands: Readonly<Record<Wish, readonly string[]>>;
  /** How the language calls the languages. */
  readonly languages: Readonly<Record<Language, readonly string[]>>;
  /** What is said after “cases” to see fewer of them, the usual word first, and before the number of a page. */
  readonly board: Readonly<Record<'mine' | 'waiting' | 'page', readonly string[]>>;
  readonly greetings: readonly string[];
  /** Says nothing at either end of a name. */
  readonly noise: readonly string[];
  /** The same, unless it is written as part of a name. */
  readonly articles: readonly string[];
  /** What commands are about, beside the command itself. */
  readonly things: readonly string[];
  /** After a case these turn a command round. */
  readonly not: readonly string[];
}

export const commandWords: Readonly<Record<Language, CommandWords>> = { en, es, it, ru, 'zh-Hans': zhHans, de, fr };

/** The usual way to say a command, as the help shows it. */
export const usualWords = (wish: Wish, language: Language): string => {
  const [usual = wish] = commandWords[language].commands[wish];
  return language === 'zh-Hans' ? usual.replace(/ (?=\p{Script=Han})/gu, '') : usual;
};

export const usualBoardWord = (what: 'mine' | 'waiting' | 'page', language: Language): string =>
  commandWords[language].board[what][0] ?? what;
