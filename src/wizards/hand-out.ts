import type { Read } from './filled.ts';
import type { Filling } from './hand-out/filling.ts';
import * as items from './hand-out/items.ts';
import * as telling from './telling.ts';
import { filledOn, stepIn } from './walk.ts';

export const inputsOf = ({ page, missing }: Filling): readonly string[] => {
  switch (page) {
    case 'items':
      return items.inputs;
    case 'told':
      return missing;
    case 'review':
      return ['words'];
  }
};

/** What is wrong with the present page. */
export const readPage = (filling: Filling): Read<unknown> => {
  switch (filling.page) {
    case 'items':
      return items.read(filling);
    case 'told':
      return telling.read(filling, filledOn(filling, 'told'), {});
    case 'review':
      return { answer: null, warnings: {} };
  }
};

/** Of a page of how many: those that are certain, and those that were taken. */
export const stepsOf = (filling: Filling): { readonly step: number; readonly of: number } => {
  const { page, path, missing } = filling;
  const isAsked = page === 'told' || path.includes('told') || missing.length > 0;
  return stepIn(filling, ['items', ...(isAsked ? (['told'] as const) : []), 'review']);
};
