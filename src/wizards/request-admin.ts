import type { Cloud } from '../policy/index.ts';
import * as customer from './customer-page.ts';
import { isWrong } from './filled.ts';
import type { Read } from './filled.ts';
import * as letter from './letter-page.ts';
import type { Reading } from './reading.ts';
import type { Filling, Page } from './request-admin/filling.ts';
import * as relationship from './request-admin/relationship.ts';
import * as roles from './request-admin/roles.ts';
import * as told from './request-admin/told.ts';
import { stepIn } from './walk.ts';

export const inputsOf = ({ page, missing }: Filling): readonly string[] => {
  switch (page) {
    case 'customer':
      return customer.inputs;
    case 'relationship':
      return relationship.inputs;
    case 'roles':
      return roles.inputs;
    case 'told':
      return missing;
    case 'letter':
      return letter.inputs;
    case 'review':
      return [];
  }
};

/** What is wrong with the present page, and what had better be asked twice. */
export const readPage = (filling: Filling, reading: Reading, clouds: readonly Cloud[]): Read<unknown> => {
  switch (filling.page) {
    case 'customer':
      return customer.read(filling, clouds);
    case 'relationship':
      return relationship.read(filling, filling.cloud ?? 'global', reading.today);
    case 'roles':
      return roles.read(filling, reading.house);
    case 'told':
      return told.read(filling);
    case 'letter':
      return letter.read(filling, reading.checks);
    case 'review':
      return { answer: null, warnings: {} };
  }
};

/** What comes next, as far as the answers alone tell; after what is told, and where nothing has to be told, the letter. */
export const nextOf = (filling: Filling, reading: Reading): Page => {
  const { page, cloud } = filling;
  if (page === 'customer') return 'relationship';
  if (page === 'letter' || page === 'review') return 'review';
  const read = page === 'relationship' ? relationship.read(filling, cloud ?? 'global', reading.today) : null;
  if (read !== null && !isWrong(read) && read.answer.manages) return 'roles';
  return page !== 'told' && filling.missing.length > 0 ? 'told' : 'letter';
};

/** Of a page of how many: those that are certain, and those that were taken. */
export const stepsOf = (filling: Filling, reading: Reading): { readonly step: number; readonly of: number } => {
  const tie = filling.cloud && relationship.read(filling, filling.cloud, reading.today);
  const manages = tie === null || isWrong(tie) || tie.answer.manages;
  const asked = filling.page === 'told' || filling.path.includes('told') || filling.missing.length > 0;
  return stepIn(filling, [
    ...(['customer', 'relationship'] as const),
    ...(manages ? (['roles'] as const) : []),
    ...(asked ? (['told'] as const) : []),
    ...(['letter', 'review'] as const),
  ]);
};
