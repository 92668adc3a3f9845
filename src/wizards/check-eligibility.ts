import type { Cloud } from '../policy/index.ts';
import type { Filling, Page } from './check-eligibility/filling.ts';
import * as kindPage from './check-eligibility/kind-page.ts';
import * as subscriptions from './check-eligibility/subscriptions.ts';
import { isKind, kinds } from './check-eligibility/things.ts';
import type { Kind } from './check-eligibility/things.ts';
import * as told from './check-eligibility/told.ts';
import * as customer from './customer-page.ts';
import type { Read } from './filled.ts';
import { stepIn } from './walk.ts';

export const inputsOf = ({ page, missing }: Filling): readonly string[] => {
  switch (page) {
    case 'customer':
      return customer.inputs;
    case 'subscriptions':
      return subscriptions.inputs;
    case 'told':
      return missing;
    case 'verdict':
      return [];
    default:
      return kindPage.asked;
  }
};

/** What is wrong with the present page. */
export const readPage = (filling: Filling, today: string, clouds: readonly Cloud[]): Read<unknown> => {
  switch (filling.page) {
    case 'customer':
      return customer.read(filling, clouds);
    case 'subscriptions':
      return subscriptions.read(filling, today);
    case 'told':
      return told.read(filling);
    case 'verdict':
      return { answer: null, warnings: {} };
    default:
      return kindPage.read(filling, filling.page, today);
  }
};

const asking = (filling: Filling, today: string): readonly Kind[] =>
  kinds.filter((kind) => kindPage.questionsFor(filling, kind, today).length > 0);

/** The next kind of which something has to be asked; null where nothing has to. */
export const nextKind = (filling: Filling, today: string): Kind | null => {
  const { page } = filling;
  const done = isKind(page) ? kinds.indexOf(page) : -1;
  return asking(filling, today).find((kind) => kinds.indexOf(kind) > done) ?? null;
};

export const stepsOf = (filling: Filling, today: string): { readonly step: number; readonly of: number } => {
  const isTold = filling.page === 'told' || filling.path.includes('told') || filling.missing.length > 0;
  const pages: readonly Page[] = [
    'customer',
    'subscriptions',
    ...asking(filling, today),
    ...(isTold ? (['told'] as const) : []),
    'verdict',
  ];
  return stepIn(filling, pages);
};
