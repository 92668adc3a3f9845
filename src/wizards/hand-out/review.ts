import type { CaseId } from '../../cases/ids.ts';
import { isWrong } from '../filled.ts';
import * as telling from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import * as items from './items.ts';

/** The command as far as the answers make it: all but who sends it, and under which key. */
export interface Request {
  readonly caseId: CaseId;
  readonly seen: string;
  readonly decision: {
    readonly choice: 'agree';
    readonly items: readonly string[];
    readonly words: string;
    readonly told: Readonly<Record<string, unknown>>;
  };
}

const LONGEST_WORDS = 2000;

export const wordsOn = (filling: Filling): string => (filledOn(filling, 'review').words ?? '').trim().slice(0, LONGEST_WORDS);

/** Null: nothing is chosen yet. */
export const requestOf = (filling: Filling): Request | null => {
  const chosen = items.read(filling);
  if (filling.offer === null || isWrong(chosen)) return null;
  const { caseId, seen } = filling.offer;
  const facts = telling.read(filling, filledOn(filling, 'told'), {});
  return {
    caseId,
    seen,
    decision: {
      choice: 'agree',
      items: chosen.answer.map(({ id }) => id),
      words: wordsOn(filling),
      told: isWrong(facts) ? {} : { ...facts.answer },
    },
  };
};
