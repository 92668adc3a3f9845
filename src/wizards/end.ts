import type { Cloud } from '../policy/index.ts';
import * as customer from './customer-page.ts';
import * as consequences from './end/consequences.ts';
import type { Filling } from './end/filling.ts';
import * as what from './end/what.ts';
import type { Read } from './filled.ts';
import * as telling from './telling.ts';
import { filledOn, stepIn } from './walk.ts';

export const inputsOf = ({ page, missing }: Filling): readonly string[] => {
  switch (page) {
    case 'customer':
      return customer.inputs;
    case 'what':
      return what.inputs;
    case 'consequences':
      return consequences.inputs;
    case 'told':
      return missing;
    case 'nothing':
    case 'review':
      return [];
  }
};

/** What is wrong with the present page, and what had better be asked twice. */
export const readPage = (filling: Filling, clouds: readonly Cloud[]): Read<unknown> => {
  switch (filling.page) {
    case 'customer':
      return customer.read(filling, clouds);
    case 'what':
      return what.read(filling);
    case 'consequences':
      return consequences.read(filling);
    case 'told':
      return telling.read(filling, filledOn(filling, 'told'), {});
    case 'nothing':
    case 'review':
      return { answer: null, warnings: {} };
  }
};

/** Of a page of how many: those that are certain, and those that were taken. */
export const stepsOf = (filling: Filling): { readonly step: number; readonly of: number } => {
  const { page, path, missing } = filling;
  const took = (one: Filling['page']): boolean => page === one || path.includes(one);
  return stepIn(filling, [
    ...(took('customer') ? (['customer'] as const) : []),
    ...(took('what') || what.targetsOf(filling).length > 1 ? (['what'] as const) : []),
    'consequences',
    ...(took('told') || missing.length > 0 ? (['told'] as const) : []),
    'review',
  ]);
};
