import type { Case } from '../cases/case.ts';
import type { Transfer } from '../partner-center/transfer.ts';

type Items = Pick<Transfer, 'items'>;

const subjectsOf = ({ proposal }: Case) => (proposal.wants === 'switch' ? proposal.subjects : []);

/** As people know it. */
export const nameIn = (current: Case, id: string): string =>
  subjectsOf(current).find((one) => one.id.toLowerCase() === id)?.name ?? id;

const isId = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

const isGone = ({ status, error }: NonNullable<Transfer['items']>[number]): boolean => error === null && status !== 'failed';

/**
 * The names of what we had asked for and the other partner has not let go: their service calls it complete all the same. Where
 * names were typed instead of ids nobody can tell.
 */
export const leftBehind = (current: Case, { items }: Items): string[] => {
  const moved = new Set((items ?? []).filter(isGone).map(({ subscriptionId }) => subscriptionId));
  const isMoved = ({ id }: { readonly id: string }): boolean => moved.has(id.toLowerCase());
  const subjects = subjectsOf(current);
  return subjects.some(isMoved) ? subjects.filter((one) => isId(one.id) && !isMoved(one)).map(({ name }) => name) : [];
};
