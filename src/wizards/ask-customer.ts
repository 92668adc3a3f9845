import type { Cloud } from '../policy/index.ts';
import type { Filling } from './ask-customer/filling.ts';
import * as written from './ask-customer/written.ts';
import * as customer from './customer-page.ts';
import type { Read } from './filled.ts';
import type { LetterChecks } from './letter-page.ts';
import { stepIn } from './walk.ts';

export const inputsOf = ({ page }: Filling): readonly string[] => {
  switch (page) {
    case 'customer':
      return customer.inputs;
    case 'letter':
      return written.inputs;
    case 'review':
      return [];
  }
};

/** What is wrong with the present page, and what had better be asked twice. */
export const readPage = (filling: Filling, checks: LetterChecks, clouds: readonly Cloud[]): Read<unknown> => {
  switch (filling.page) {
    case 'customer':
      return customer.read(filling, clouds);
    case 'letter':
      return written.read(filling, checks);
    case 'review':
      return { answer: null, warnings: {} };
  }
};

export const stepsOf = (filling: Filling): { readonly step: number; readonly of: number } =>
  stepIn(filling, ['customer', 'letter', 'review']);
