import type { Cloud } from '../policy/index.ts';
import { isWrong, keptOf } from './filled.ts';
import type { Problems, Read } from './filled.ts';
import * as customer from './request-admin/customer.ts';
import { filledOn } from './request-admin/filling.ts';
import type { Filling, Page } from './request-admin/filling.ts';
import * as letter from './request-admin/letter.ts';
import * as relationship from './request-admin/relationship.ts';
import type { Reading } from './request-admin/review.ts';
import * as roles from './request-admin/roles.ts';
import * as told from './request-admin/told.ts';

const inputsOf = (filling: Filling): readonly string[] => {
  switch (filling.page) {
    case 'customer':
      return customer.inputs;
    case 'relationship':
      return relationship.inputs;
    case 'roles':
      return roles.inputs;
    case 'told':
      return filling.missing;
    case 'letter':
      return letter.inputs;
    case 'review':
      return [];
  }
};

/** Keeps what was sent along with the present page, right or wrong. */
export const fill = (filling: Filling, inputs: Readonly<Record<string, string>>): Filling => {
  const { page } = filling;
  const kept = keptOf(inputs, inputsOf(filling), filledOn(filling, page));
  return { ...filling, filled: { ...filling.filled, [page]: kept } };
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

/** The same page sent again as it was warned about is meant so. */
const wordsOf = (filling: Filling): string => JSON.stringify(filledOn(filling, filling.page));

/** What keeps from going on: problems, or a warning that was not shown yet. */
export const hindrances = (filling: Filling, read: Read<unknown>): Problems => {
  if (isWrong(read)) return read.problems;
  return filling.warned[filling.page] === wordsOf(filling) ? {} : read.warnings;
};

export const warned = (filling: Filling): Filling => ({
  ...filling,
  warned: { ...filling.warned, [filling.page]: wordsOf(filling) },
});

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
  const pages: Page[] = ['customer', 'relationship', ...(manages ? ['roles' as const] : []), ...(asked ? ['told' as const] : [])];
  const all: Page[] = [...pages, 'letter', 'review'];
  return { step: Math.max(1, all.indexOf(filling.page) + 1), of: all.length };
};
