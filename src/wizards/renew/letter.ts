import { readAs, says } from '../filled.ts';
import type { Problems, Read } from '../filled.ts';
import type { LetterChecks } from '../letter-page.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['paragraph'] as const;

/** Where it goes, and in which language, the running case knows: only the words are new. */
export const read = (filling: Filling, { checkParagraph }: LetterChecks): Read<{ readonly paragraph: string }> => {
  const paragraph = (filledOn(filling, 'letter').paragraph ?? '').trim();
  const code = checkParagraph(paragraph);
  const problems: Problems = code === null ? {} : { paragraph: says(`letter.problem.${code}`) };
  return readAs(problems, { paragraph });
};
