import type { Cloud } from '../policy/index.ts';
import * as customer from './customer-page.ts';
import { isWrong } from './filled.ts';
import type { Read } from './filled.ts';
import type { Reading } from './reading.ts';
import type { Filling } from './renew/filling.ts';
import * as letter from './renew/letter.ts';
import * as rights from './renew/rights.ts';
import * as told from './renew/told.ts';
import * as which from './renew/which.ts';
import { stepIn } from './walk.ts';

export const inputsOf = ({ page, missing }: Filling): readonly string[] => {
  switch (page) {
    case 'customer':
      return customer.inputs;
    case 'which':
      return which.inputs;
    case 'rights':
      return rights.inputs;
    case 'told':
      return missing;
    case 'letter':
      return letter.inputs;
    case 'nothing':
    case 'review':
      return [];
  }
};

/** What is wrong with the present page, and what had better be asked twice. */
export const readPage = (filling: Filling, { house, checks }: Reading, clouds: readonly Cloud[]): Read<unknown> => {
  switch (filling.page) {
    case 'customer':
      return customer.read(filling, clouds);
    case 'which':
      return which.read(filling);
    case 'rights':
      return rights.read(filling, house);
    case 'told':
      return told.read(filling);
    case 'letter':
      return letter.read(filling, checks);
    case 'nothing':
    case 'review':
      return { answer: null, warnings: {} };
  }
};

/** A customer is written to about a new relationship only; one that is extended they are told of afterwards. */
export const afterTold = (filling: Filling, { house }: Reading): 'letter' | 'review' => {
  const renewal = rights.read(filling, house);
  return isWrong(renewal) || renewal.answer.how === 'anew' ? 'letter' : 'review';
};

/** Of a page of how many: those that are certain, and those that were taken. */
export const stepsOf = (filling: Filling, reading: Reading): { readonly step: number; readonly of: number } => {
  const { page, path, missing, running } = filling;
  const took = (one: Filling['page']): boolean => page === one || path.includes(one);
  return stepIn(filling, [
    ...(took('customer') ? (['customer'] as const) : []),
    ...(took('which') || running.length > 1 ? (['which'] as const) : []),
    'rights',
    ...(took('told') || missing.length > 0 ? (['told'] as const) : []),
    ...(took('letter') || afterTold(filling, reading) === 'letter' ? (['letter'] as const) : []),
    'review',
  ]);
};
