import * as z from 'zod';
import type { Case } from '../cases/case.ts';
import { sha256 } from '../cases/digest.ts';
import { CaseId } from '../cases/ids.ts';
import type { Store } from '../ports.ts';

const Used = z.object({ caseId: CaseId });

const keyOf = (link: string): string => `letter-link/${sha256(link)}`;

type Customer = Case['customer'];

const isSameCustomer = (one: Customer, other: Customer): boolean => {
  if (one.tenant !== null && other.tenant !== null) return one.tenant.toLowerCase() === other.tenant.toLowerCase();
  if (one.domain !== null && other.domain !== null) return one.domain.toLowerCase() === other.domain.toLowerCase();
  return one.name === other.name;
};

/** Remembers, for every link, the case from which it went out first. */
export const createLinksUsed = (store: Pick<Store, 'case' | 'note' | 'commit'>) => ({
  /** Kept or there already: either way somebody has it. */
  claim: async (link: string, { id }: Case): Promise<void> => {
    await store.commit({ notes: [{ key: keyOf(link), expected: 0, value: { caseId: id } }] });
  },
  /** It went, or is about to go, to another customer. Whose case is gone counts as another one. */
  isOfAnother: async (link: string, { id, customer }: Case): Promise<boolean> => {
    const note = await store.note(keyOf(link));
    if (note === null) return false;
    const { caseId } = Used.parse(note.value);
    if (caseId === id) return false;
    const first = await store.case(caseId);
    return first === null || !isSameCustomer(first.case.customer, customer);
  },
});
