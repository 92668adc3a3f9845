import { atomAt } from '../grammar/atoms.ts';
import { asName } from '../grammar/letters.ts';

/** What was typed or pasted for a customer: the domain of an address, a tenant’s id, else a name. */
export const customerText = (typed: string): string => {
  const name = asName(typed);
  const atom = atomAt(name, 0);
  const isWhole = atom !== null && atom.length === name.length && (atom.kind === 'domain' || atom.kind === 'tenant');
  return isWhole ? atom.value : name;
};
