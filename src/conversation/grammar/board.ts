import type { BoardWish } from '../../cards/board-wish.ts';
import { customerIn } from './arguments.ts';
import type { Match, Said } from './match.ts';
import type { Sentence } from './sentence.ts';

type Words = Sentence['vocabulary']['board'];

const says = (words: ReadonlySet<string>, one: Said | undefined): boolean =>
  one?.token.kind === 'word' && one.words.some((word) => words.has(word));

const NUMBER = /^[1-9]\d{0,2}$/;

const numberIn = (one: Said | undefined): number | null =>
  one?.token.kind === 'word' && NUMBER.test(one.token.text) ? Number(one.token.text) : null;

/** Where “page 2” stands. */
const pageAt = (said: readonly Said[], { page }: Words): number =>
  said.findIndex((one, index) => says(page, one) && numberIn(said[index + 1]) !== null);

/** “Page 2”, and “第2页”. */
const pageWords = (said: readonly Said[], at: number, { page }: Words): readonly number[] =>
  says(page, said[at + 2]) ? [at, at + 1, at + 2] : [at, at + 1];

/** “Show all my open cases”: one way to say it leaves words of another. */
const isOfCommand = ({ places }: Sentence['vocabulary'], { words }: Said): boolean =>
  words.some((word) => places.get(word)?.some(({ way }) => way.command.wish === 'cases') === true);

/** Which of the cases, and which page of them; whatever is left is a customer. */
export const boardIn = (sentence: Sentence, taken: Match['taken']): BoardWish => {
  const { said, vocabulary } = sentence;
  const isLeft = (index: number): boolean => index >= 0 && !taken.includes(index);
  const filter = (['waiting', 'mine'] as const).find((one) =>
    said.some((word, at) => isLeft(at) && says(vocabulary.board[one], word)),
  );
  const page = pageAt(said, vocabulary.board);
  const isUsed = (word: Said): boolean =>
    isOfCommand(vocabulary, word) || (filter !== undefined && says(vocabulary.board[filter], word));
  const filtered = said.flatMap((word, at) => (isUsed(word) ? [at] : []));
  const used = [...new Set([...taken, ...filtered, ...(isLeft(page) ? pageWords(said, page, vocabulary.board) : [])])];
  return {
    filter: filter ?? 'all',
    customer: customerIn(sentence, used),
    page: isLeft(page) ? (numberIn(said[page + 1]) ?? 1) : 1,
  };
};
