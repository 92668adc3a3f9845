import type { Cloud } from '../policy/index.ts';
import * as customer from './customer-page.ts';
import type { Read } from './filled.ts';
import * as letter from './letter-page.ts';
import type { Reading } from './reading.ts';
import type { Filling, Page } from './switch-azure/filling.ts';
import * as moves from './switch-azure/moves.ts';
import * as origin from './switch-azure/origin.ts';
import * as own from './switch-azure/own-page.ts';
import * as procedure from './switch-azure/procedure.ts';
import { namedOn } from './switch-azure/proposal.ts';
import * as subscriptions from './switch-azure/subscriptions.ts';
import * as told from './switch-azure/told.ts';
import { stepIn } from './walk.ts';

export const inputsOf = (filling: Filling): readonly string[] => {
  switch (filling.page) {
    case 'customer':
      return customer.inputs;
    case 'origin':
      return origin.inputs;
    case 'subscriptions':
      return subscriptions.inputs;
    case 'moves':
      return moves.inputs;
    case 'procedure':
      return procedure.inputs;
    case 'told':
      return told.missingOn(filling);
    case 'letter':
      return letter.inputs;
    case 'before':
    case 'review':
      return [];
    default:
      return own.inputsOf(filling, filling.page);
  }
};

/** What is wrong with the present page, and what had better be asked twice. */
export const readPage = (filling: Filling, reading: Reading, clouds: readonly Cloud[]): Read<unknown> => {
  switch (filling.page) {
    case 'customer':
      return customer.read(filling, clouds);
    case 'origin':
      return origin.read(filling);
    case 'subscriptions':
      return subscriptions.read(filling);
    case 'moves':
      return moves.read(filling, namedOn(filling));
    case 'procedure':
      return procedure.read(filling);
    case 'told':
      return told.read(filling);
    case 'letter':
      return letter.read(filling, reading.checks);
    case 'before':
    case 'review':
      return { answer: null, warnings: {} };
    default:
      return own.read(filling, filling.page, reading.checks);
  }
};

/** The pages that are certain, and those that were taken or have to be. */
const pagesOf = (filling: Filling): readonly Page[] => {
  const isTaken = (page: Page): boolean => filling.page === page || filling.path.includes(page);
  const chosen = procedure.procedureOf(filling);
  const isTold = told.missingOn(filling).length > 0 && told.toldBefore(filling) === null;
  return [
    ...(['customer', 'origin', 'subscriptions', 'moves'] as const),
    ...(isTaken('procedure') || filling.ways.length > 1 ? (['procedure'] as const) : []),
    ...(chosen !== null && (isTaken(chosen) || own.isAsked(filling, chosen)) ? [chosen] : []),
    ...(isTaken('told') || isTold ? (['told'] as const) : []),
    ...(['before', 'letter', 'review'] as const),
  ];
};

/** Of a page of how many. */
export const stepsOf = (filling: Filling): { readonly step: number; readonly of: number } => stepIn(filling, pagesOf(filling));
