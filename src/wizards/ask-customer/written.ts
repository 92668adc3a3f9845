import { isWrong, readAs, says } from '../filled.ts';
import type { Problems, Read } from '../filled.ts';
import * as letter from '../letter-page.ts';
import type { Letter, LetterChecks } from '../letter-page.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['about', ...letter.inputs] as const;

/** A name of a subscription or two, and no letter of its own. */
export const LONGEST_ABOUT = 200;

export interface Written extends Letter {
  /** Which subscription or service it is about; empty where it is about all. */
  readonly about: string;
}

export const aboutOn = (filling: Filling): string =>
  (filledOn(filling, 'letter').about ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_ABOUT);

/** The customer reads what it is about as well: what may not stand in a letter may not stand there. */
export const read = (filling: Filling, checks: LetterChecks): Read<Written> => {
  const rest = letter.read(filling, checks);
  const about = aboutOn(filling);
  const wrong = checks.checkParagraph(about);
  const problems: Problems = wrong === null ? {} : { about: says(`letter.problem.${wrong}`) };
  return isWrong(rest)
    ? { problems: { ...rest.problems, ...problems } }
    : readAs(problems, { ...rest.answer, about }, rest.warnings);
};
