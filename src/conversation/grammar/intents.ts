import type { Command } from '../commands.ts';
import { customerIn, languageIn, ruleIn } from './arguments.ts';
import { boardIn } from './board.ts';
import { asName, asWords } from './letters.ts';
import type { Match } from './match.ts';
import { restOf } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import { typed } from './typed.ts';
import type { Typeable } from './typed.ts';
import type { Intent, Wish } from '../intent.ts';

type Clear = Exclude<Intent, { wants: 'unclear' }>;

/** A wish with everything that was typed with it, as the intent has it. */
const fields = {
  nothing: () => ({}),
  board: ({ filter = 'all', customer = null, page = 1 }: Typeable) => ({ filter, customer, page }),
  customer: ({ customer = null }: Typeable) => ({ customer }),
  'customer-about': ({ customer = null, about = '' }: Typeable) => ({ customer, about }),
  id: ({ id = null }: Typeable) => ({ id }),
  rule: ({ id = null }: Typeable) => ({ id }),
  'id-words': ({ id = null, words = '' }: Typeable) => ({ id, words }),
  'id-item-words': ({ id = null, item = null, words = '' }: Typeable) => ({ id, item, words }),
  language: ({ language = null }: Typeable) => ({ language }),
} as const satisfies Record<Command['follows'], (what: Typeable) => object>;

export const intentOf = ({ wish, follows }: Command, what: Omit<Typeable, 'wants'>): Clear =>
  ({ wants: wish, ...fields[follows]({ ...what, wants: wish }) }) as Clear;

export const typeable = (command: Command, what: Omit<Typeable, 'wants'>): Typeable => ({ ...what, wants: command.wish });

export const unclear = (nearest: readonly Typeable[], { preferred = 'en' }: Pick<Sentence, 'preferred'>): Intent => ({
  wants: 'unclear',
  nearest: [...new Set(nearest.map((what) => typed(what, preferred)))].slice(0, 3),
});

/** What parts the words from what is before them. */
const SEPARATOR = /^[)\]}*_`~"”»]{0,4}\s*([:：，；。！、]|[,;.!\-–—](?=\s|$))?\s*/u;

export interface FreeWords {
  readonly words: string;
  /** A colon: from here on it is what somebody says, whatever it says. */
  readonly isMarked: boolean;
}

/** What was typed after a place in the text, as it was typed. */
export const wordsFrom = ({ letters }: Sentence, from: number): FreeWords => {
  const text = letters.typed.slice(letters.at[from] ?? letters.typed.length);
  const [before = '', mark] = SEPARATOR.exec(text) ?? [];
  return { words: asWords(text.slice(before.length)), isMarked: mark === ':' || mark === '：' };
};

/** The first of the words is which item; a colon may follow it. */
const itemFrom = (text: string): { readonly item: string | null; readonly words: string } => {
  const [, first = '', rest = ''] = /^(\S{1,100}?)(?:[:：]?(?:\s+|$))([^]*)$/u.exec(text) ?? [];
  const item = asName(first.replace(/^["“”„«»'‘’]+|["“”„«»'‘’.,;:]+$/gu, '')).toLowerCase();
  return item === '' ? { item: null, words: '' } : { item, words: asWords(rest) };
};

/** Free words as the command wants them: as they are, or an item first. */
export const saidWith = ({ follows }: Command, words: string): Pick<Typeable, 'item' | 'words'> =>
  follows === 'id-item-words' ? itemFrom(words) : { words };

export const argumentsOf = (sentence: Sentence, { command, taken }: Match): Omit<Typeable, 'wants'> => {
  switch (command.follows) {
    case 'board':
      return boardIn(sentence, taken);
    case 'customer':
    case 'customer-about':
      return { customer: customerIn(sentence, taken) };
    case 'rule':
      return { id: ruleIn(sentence, taken) };
    case 'language':
      return { language: languageIn(sentence, restOf(sentence, taken)) };
    case 'id-words':
    case 'id-item-words':
      return saidWith(command, wordsFrom(sentence, lastOf(sentence, taken)).words);
    default:
      return {};
  }
};

const lastOf = ({ said }: Sentence, taken: Match['taken']): number => said[taken.at(-1) ?? -1]?.token.to ?? 0;

export const customerWishes = ['check', 'request-admin', 'switch-azure'] as const satisfies readonly Wish[];
